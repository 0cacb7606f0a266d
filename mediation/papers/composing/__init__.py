"""How each kind of paper is composed: of which row, under which musts, with which parts; one entry a kind."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from mediation.acts.act import Act
from mediation.acts.refusals import NotFound
from mediation.acts.vocabulary import Role
from mediation.commissions.models import Institution
from mediation.disputes.models import Dispute
from mediation.disputes.queries import find_in
from mediation.kernel.language import LazyText
from mediation.papers.kinds import PaperKind
from mediation.papers.parts import Content

AT_THE_DESK = frozenset({Role.MEDIATOR, Role.SECRETARY})


@dataclass(frozen=True)
class Must:
    """What a paper cannot do without: in words, whether it is there, and the act that brings it.

    `subject` is the row that the act is done on; the dispute itself when there is none.
    """

    words: LazyText | str
    done: bool
    act: Act | None = None
    subject: object | None = None


@dataclass(frozen=True)
class Frame:
    """For whom a paper is composed: the institution, and the dispute unless the paper is blank."""

    institution: Institution
    dispute: Dispute | None = None


@dataclass(frozen=True)
class Composer:
    """How one kind of paper is made. `model` is that of the rows it is about: the dispute, or a thing in it.

    `rows` are those of a dispute that may have such a paper now; `compose` is given one of them, or None for a
    blank paper; `musts` are those before it can be issued; `who` are the roles that may issue it;
    it is printed blank too unless `blanks` is false.
    """

    kind: PaperKind
    model: type
    rows: Callable[[Dispute], Iterable]
    compose: Callable[[Frame, object | None], Content]
    musts: Callable[[object], list[Must]] = lambda row: []
    who: frozenset[Role] = AT_THE_DESK
    blanks: bool = True

    def find(self, dispute: Dispute, number: int):
        """The row of this number that the paper is about; the dispute itself has the number 0.

        Raises `NotFound` for a row that may not have such a paper, as for one that is not there.
        """
        row = dispute if self.model is Dispute else find_in(self.model, dispute, number)
        if row not in self.rows(dispute):
            raise NotFound(f"{self.kind.value} of {self.model.__tablename__} {number}")
        return row


COMPOSERS: dict[PaperKind, Composer] = {}


def made_by(composer: Composer) -> None:
    """Enter how a kind of paper is made; later floors enter theirs too."""
    COMPOSERS[composer.kind] = composer
