"""What a row of the regulation is: an act, who may do it, when, where it leads, how it is told."""

from dataclasses import dataclass

from mediation.acts.vocabulary import Coded, Role, Stage
from mediation.kernel.language import LazyText


@dataclass(frozen=True)
class Act:
    """One row of the regulation."""

    name: str
    who: frozenset[Role]
    at: frozenset[Stage] | None
    button: LazyText
    told: LazyText
    leads_to: frozenset[Coded] = frozenset()
    of: frozenset[Coded] = frozenset()
    everyone: bool = False
    late: bool = False
    outlives: bool = False
    guests: bool = False
    icon: str = "check"
    in_timeline: bool = True
    done: LazyText | None = None  # What its page says at once, where « C’est enregistré » would mislead.

    @property
    def noun(self) -> str:
        """What the act is about: `agreement` of `agreement.record`."""
        return self.name.split(".")[0]

    @property
    def verb(self) -> str:
        """The name of its function: `record_agreement` of `agreement.record`."""
        noun, verb = self.name.split(".")
        return f"{verb}_{noun}"

    @property
    def in_dispute(self) -> bool:
        """Whether it happens inside a dispute that is already in the register."""
        return self.at is not None
