"""Is it time? The stages of the dispute and of the thing in it, and whether a form is still fresh."""

from mediation.acts import ledger
from mediation.acts.act import Act
from mediation.acts.policy import dispute_of
from mediation.acts.refusals import StaleForm, WrongStage
from mediation.acts.vocabulary import Stage

MOVES = {"stage"}


def open_now(act: Act, subject) -> bool:
    """Whether the act is possible at the stage of the dispute, and of the thing in it if it has one."""
    dispute = dispute_of(subject)
    if act.in_dispute and dispute.stage not in act.at:
        return False
    if getattr(subject, "struck_at", None) is not None:
        return False
    return not act.of or subject is dispute or getattr(subject, "stage", None) in act.of


def may_come_late(act: Act, stage: Stage) -> bool:
    """Whether the time of the act may have passed in a dispute at this stage, and not only be still to come."""
    return act.late and stage not in act.at and stage is not Stage.REGISTERED


def late_now(act: Act, subject) -> bool:
    """Whether the time of the act has passed, but what happened can still be written down."""
    dispute = dispute_of(subject)
    if dispute is None or not may_come_late(act, dispute.stage):
        return False
    if getattr(subject, "struck_at", None) is not None:
        return False
    return not act.of or subject is dispute or getattr(subject, "stage", None) in act.of


def require_stage(act: Act, subject) -> bool:
    """Refuse an act whose time has passed or has not come (`WrongStage`); True if it can be done, but late."""
    if open_now(act, subject):
        return False
    if not late_now(act, subject):
        raise WrongStage(act, subject)
    return True


def require_fresh(root, subject, seen: int | None) -> None:
    """Refuse a form made from an older copy, if the same record was changed since (`StaleForm`).

    `seen` is the number of acts the form was made from. What was only added beside the record, or a
    stage that moved, makes nobody's form stale; what the record's own form asks too (its `parts`) does.
    """
    if seen is None or root is None or root.act_count == seen:
        return
    mine = [ledger.named(row) for row in (subject, *getattr(subject, "parts", ()))]
    for changes in ledger.changes_since(root.stream, seen):
        if any(set(changes.get(name, ())) - MOVES for name in mine):
            raise StaleForm(subject)
