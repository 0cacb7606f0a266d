"""Which institution asks the questions of this request: the one that leads the dispute of the address."""

from flask import g

from mediation.commissions.models import Institution
from mediation.commissions.queries import settings_of
from mediation.kernel import local


def follow_the_dispute() -> None:
    """Let every form be asked as the institution of its dispute does."""
    if _of_the_dispute not in local.FINDERS:
        local.FINDERS.append(_of_the_dispute)


def work_in(institution: Institution) -> None:
    """Let the forms of this request be asked as this institution does, where there is no dispute yet."""
    local.work_for(settings_of(institution.id).local)


def _of_the_dispute() -> local.Local | None:
    dispute = g.get("dispute")
    return settings_of(dispute.lead_id).local if dispute is not None else None
