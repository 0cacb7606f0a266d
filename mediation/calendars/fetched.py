"""The day on which a calendar was last fetched: told to its person, and written at most once a day."""

from datetime import date

from sqlalchemy import update
from sqlalchemy.exc import IntegrityError, OperationalError

from mediation.calendars.models import CalendarFetch
from mediation.kernel.db import db, writing


def note(link_id: int, last: date | None, today: date) -> None:
    """Note that this address was fetched today; `last` is the day noted before."""
    if last == today:
        return
    db.session.rollback()
    try:
        with writing():
            if last is None:
                db.session.add(CalendarFetch(link_id=link_id, fetched_on=today))
            else:
                db.session.execute(
                    update(CalendarFetch).where(CalendarFetch.link_id == link_id).values(fetched_on=today))
            db.session.commit()
    except (IntegrityError, OperationalError):
        # Another telephone was first, or the register can only be read: the calendar was given all the same.
        db.session.rollback()
