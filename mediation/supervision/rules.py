"""What a remark and its answer say, and their musts."""

from dataclasses import dataclass

from mediation.acts.refusals import BrokenRule
from mediation.kernel.language import _l
from mediation.supervision.kinds import Addressee, Part


@dataclass(frozen=True)
class RemarkFacts:
    """What a reviewer says of a part of a dispute, and for whom."""

    part: Part | None
    to_whom: Addressee | None
    said: str | None


@dataclass(frozen=True)
class AnswerFacts:
    """What is answered."""

    answer: str | None


def says_something(facts: RemarkFacts) -> None:
    """A remark is about a part of the dispute, for somebody, in words."""
    if facts.part is None:
        raise BrokenRule("part", _l("Choisissez sur quoi porte la remarque."))
    if facts.to_whom is None:
        raise BrokenRule("to_whom", _l("Choisissez à qui elle s’adresse."))
    if not facts.said:
        raise BrokenRule("said", _l("Écrivez la remarque."))


def answers_something(facts: AnswerFacts) -> None:
    """An answer is given in words."""
    if not facts.answer:
        raise BrokenRule("answer", _l("Écrivez la réponse."))


def is_somebody_elses(written_by: int | None, actor_id: int | None) -> None:
    """Nobody answers a remark of their own."""
    if written_by is not None and written_by == actor_id:
        raise BrokenRule("", _l("Vous avez écrit cette remarque. Une autre personne y répond."))
