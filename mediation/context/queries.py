"""Questions about what goes on around a dispute."""

from sqlalchemy import select

from mediation.context.models import Alert
from mediation.kernel.db import db


def last_alert(dispute) -> Alert | None:
    """The level of alert that holds, if one was ever set."""
    return db.session.scalar(
        select(Alert).where(Alert.dispute_id == dispute.id).order_by(Alert.number.desc()).limit(1))


def level_since(alerts: list[Alert]) -> Alert | None:
    """From which of these, in order of entry, the level that holds now has held without a break."""
    first = None
    for alert in reversed(alerts):
        if first is not None and alert.level is not first.level:
            break
        first = alert
    return first
