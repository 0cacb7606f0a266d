"""What a dispute is to others: the lines of its own file, and all that is linked on one screen."""

from dataclasses import dataclass

from mediation.casefile.buttons import page_at
from mediation.casefile.days import short
from mediation.casefile.queries import File
from mediation.casefile.tellers.referrals import answer_said, oriented_said, pause_said
from mediation.casefile.words import day, label, listed, sentence
from mediation.disputes.models import Dispute
from mediation.kernel import dates
from mediation.kernel.language import _
from mediation.referrals.kinds import SAID_BY_PEOPLE
from mediation.referrals.models import DisputeLink, Orientation, Pause, Referral
from mediation.referrals.queries import THREAD_SHOWN, Linked, links_of, thread_of


@dataclass(frozen=True)
class Line:
    """One link as it is drawn: what, to which dispute and where that is; of an unseen one, the kind only."""

    kind: str
    number: str
    title: str
    url: str
    row: DisputeLink | None = None
    struck: bool = False
    reason: str = ""


@dataclass(frozen=True)
class Linkee:
    """A dispute among those linked: its level, where it stands, and what it is to the others."""

    dispute: Dispute
    here: bool
    url: str
    lines: list[Line]

    @property
    def level(self) -> str:
        """The institution that leads it; its kind too, when the name does not say it."""
        lead = self.dispute.lead
        kind = sentence(label(lead.kind))
        return lead.name if lead.name.lower().startswith(kind.lower()) else listed(kind, lead.name)

    @property
    def stands(self) -> str:
        """Its stage, or how it ended."""
        one = self.dispute
        return sentence(_("clos\u00a0: %(ending)s", ending=one.ending.label) if one.ending else label(one.stage))

    @property
    def when(self) -> str:
        """From when to when."""
        since = short(dates.on(self.dispute.registered_on))
        return f"{since} – {short(self.dispute.ended_on)}" if self.dispute.ended_on else since


def lines_of(dispute: Dispute) -> list[Line]:
    """What this dispute is to others and they to it, for its own file."""
    return [_line(one) for one in links_of(dispute)]


def _line(one: Linked) -> Line:
    told = _target(one.other)
    row = one.link if one.mine and one.link.kind in SAID_BY_PEOPLE else None
    reason = (one.link.struck_reason or "") if one.mine else ""
    return Line(sentence(label(one.kind)), *told, row, one.struck, reason)


def _target(other: Dispute | None) -> tuple[str, str, str]:
    """Number, title and page of a dispute; of one that the reader does not see, none of them."""
    if other is None:
        return "", _("un autre dossier"), ""
    return other.reference, other.title, page_at("casefile.show", other.reference)


class LinkedDisputes:
    """All the disputes linked to one, and to those, that the reader sees, in order of time."""

    def __init__(self, dispute: Dispute):
        self.dispute = dispute
        found, links = thread_of(dispute)
        known = {one.id: one for one in found}
        self.whole = len(found) < THREAD_SHOWN
        self.all = [self._linkee(one, known, links) for one in found]

    def _linkee(self, one: Dispute, known: dict[int, Dispute], links: list[DisputeLink]) -> Linkee:
        lines = []
        for link in links:
            if link.dispute_id == one.id:
                lines.append(Line(sentence(label(link.kind)), *_target(known.get(link.other_id))))
            elif link.other_id == one.id and link.dispute_id not in known:
                lines.append(Line(sentence(label(link.kind.reverse)), *_target(None)))
        return Linkee(one, one.id == self.dispute.id, page_at("casefile.show", one.reference), lines)


@dataclass(frozen=True)
class Left:
    """A pause, an orientation or a referral, in one line, and when; only an orientation can be struck out."""

    row: object
    words: str
    when: str
    strikable: bool = False


def left_of(file: File) -> list[Left]:
    """When the dispute waited, who was sent to other help, and where the dossier went."""
    pauses = [Left(one, _("En pause\u00a0: %(why)s", why=pause_said(one)), _from_to(one.happened_on, one.resumed_on))
              for one in file.of(Pause)]
    people = [Left(one, _("Orientation\u00a0: %(what)s", what=oriented_said(file, one)), day(one.happened_on), True)
              for one in file.of(Orientation)]
    sent = [Left(one, _("Renvoi\u00a0: %(what)s", what=answer_said(one)), _from_to(one.happened_on, one.answered_on))
            for one in file.of(Referral)]
    return pauses + people + sent


def _from_to(since, until) -> str:
    return " – ".join(filter(None, (short(since), short(until))))
