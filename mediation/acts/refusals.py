"""Every way of saying no; each says what to do, and none changes anything."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from mediation.kernel.language import LazyText


class Refusal(Exception):
    """The act was not done."""


class NotFound(Refusal):
    """There is no such thing, or it is not for this person to know: the same answer."""


class NotSignedIn(Refusal):
    """Nobody is signed in."""


class NotPermitted(Refusal):
    """This person may not do this act here."""

    def __init__(self, act=None, subject=None):
        super().__init__(getattr(act, "name", ""))
        self.act, self.subject = act, subject


class WrongStage(Refusal):
    """The dispute, or the thing in it, has moved on: the act is not for this stage."""

    def __init__(self, act, subject):
        super().__init__(f"{act.name} at {getattr(subject, 'stage', None)}")
        self.act, self.subject = act, subject
        self.form = None


class StaleForm(Refusal):
    """Somebody else changed the same record since this form was opened."""

    def __init__(self, subject):
        super().__init__(str(subject))
        self.subject = subject
        self.form = None


class KeyReused(Refusal):
    """The key of a finished act came back with another content; `made` names its result to whoever did it, only."""

    def __init__(self, made: str | None = None):
        super().__init__(made or "")
        self.made = made


class BrokenRule(Refusal):
    """A must of the regulation is not met: which field, and what to do; `others` are not met at the same time."""

    def __init__(self, field: str, text: str | LazyText):
        super().__init__(str(text))
        self.field, self.text = field, text
        self.others: tuple[BrokenRule, ...] = ()


@contextmanager
def together() -> Iterator[Callable]:
    """Ask rules that do not depend on each other, each by `must(rule, …)`: all that are broken are told at once."""
    broken: list[BrokenRule] = []

    def must(rule: Callable, *given):
        try:
            return rule(*given)
        except BrokenRule as one:
            broken.extend((one, *one.others))

    yield must
    if broken:
        broken[0].others = tuple(broken[1:])
        raise broken[0]


class OutsideAct(Exception):
    """A programming error: a guarded table was written outside an act."""


class NoViewer(Exception):
    """A programming error: disputes were read without saying for whom."""
