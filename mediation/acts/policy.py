"""May this person do this act here? Pure: it looks at the row of the catalogue and at what is given."""

from mediation.acts.act import Act
from mediation.acts.scope import Actor, DisputeRoot, Holding, OfDispute
from mediation.acts.vocabulary import Role


def holds_a_role_for(actor: Actor, act: Act) -> bool:
    """Whether somebody could do this act somewhere; the first question, before anything is looked up."""
    return act.everyone or actor.holds(*act.who) or act.guests and actor.holds(Role.SECRETARY)


def may(actor: Actor, act: Act, subject=None) -> bool:
    """Whether this person may do this act on this subject (a dispute, a thing in one, an institution…)."""
    if act.everyone:
        return actor.id is not None and getattr(subject, "id", None) == actor.id
    dispute = dispute_of(subject)
    if dispute is None and isinstance(subject, OfDispute):
        return False  # Read from another dispute, or as it was sent: the dispute it hangs on stays shut.
    if dispute is not None:
        if dispute.id in actor.sight.barred or dispute.id in actor.sight.replaced:
            return False
        if _stands_in(actor, act, dispute) or _is_guest(actor, act, dispute):
            return True
    return any(h.role in act.who and _within(actor, act, h, subject, dispute) for h in actor.holdings)


def _stands_in(actor: Actor, act: Act, dispute) -> bool:
    """Whoever was named in place of another has that role in this dispute, and nowhere else."""
    stands = actor.sight.stands
    return bool(stands) and act.in_dispute and any((dispute.id, role) in stands for role in act.who)


def _is_guest(actor: Actor, act: Act, dispute) -> bool:
    """The secretary of an institution to which a dispute was referred answers, or takes it over."""
    return act.guests and dispute.id in actor.sight.received


def _within(actor: Actor, act: Act, holding: Holding, subject, dispute) -> bool:
    """Each role has its own reach: a team, a desk, a territory, the house."""
    if holding.role is Role.ADMINISTRATOR:
        return not act.in_dispute
    if dispute is None:
        institution = getattr(subject, "institution", subject)
        if holding.role is Role.REVIEWER:
            return getattr(institution, "id", None) in actor.sight.supervised
        return holding.institution_id is not None and holding.institution_id == getattr(institution, "id", None)
    if holding.role is Role.MEDIATOR:
        return dispute.id in actor.sight.team
    if holding.role is Role.REVIEWER:
        return dispute.lead_id in actor.sight.supervised
    return holding.institution_id == dispute.lead_id


def dispute_of(subject):
    """The dispute a subject is or belongs to; None for what belongs to no dispute."""
    if isinstance(subject, DisputeRoot):
        return subject
    return subject.dispute if isinstance(subject, OfDispute) else None
