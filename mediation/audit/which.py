"""Which row an act changed, where the entry alone does not say: of which commitment, whose presence, to whom.

It is told from the rows that this reader may read, as the case file tells them: a party by letter and name, a
witness by the alias. What was erased from a row is erased here too.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from sqlalchemy import Integer, Select, String, func, literal, null, select, type_coerce, union_all
from sqlalchemy.orm import aliased

from mediation.agreements.models import Agreement, Commitment
from mediation.agreements.queries import placed
from mediation.disputes.queries import letter_of
from mediation.followup.models import CommitmentRelease, VisitFinding
from mediation.kernel.db import db
from mediation.kernel.language import LazyText, _, _l
from mediation.parties.models import Party, Representative, Witness
from mediation.sessions.models import Attendance, Summons

NO_NUMBER, NO_WORD = type_coerce(null(), Integer), type_coerce(null(), String)


@dataclass(frozen=True)
class Which:
    """What one row is called, what it is told apart by, and its place among the rows of its table in one entry."""

    name: str
    said: str
    place: tuple[int, ...]


def told_apart(rows: list) -> dict[str, Which]:
    """By « table:id », the rows that these lines of the journal touch and that need telling apart: one statement."""
    touched: dict[str, set[int]] = {}
    for row in rows:
        for table, number in TOUCHED.findall(row.changes or ""):
            touched.setdefault(table, set()).add(int(number))
    if not touched:
        return {}
    asked = [ASKED[table](ids) for table, ids in sorted(touched.items())]
    found = db.session.execute(union_all(*asked) if len(asked) > 1 else asked[0])
    return {f"{row.table}:{row.id}": _which(row, _said(row)) for row in found}


def _which(row, said: str) -> Which:
    return Which(CALLED[row.table] % {"which": said}, said, (row.agreement or 0, row.place))


def _said(row) -> str:
    """A commitment by its number, somebody as the thread of the dispute names them."""
    if row.agreement is not None:
        return placed(row.place, row.agreement if row.agreements > 1 else None)
    letter = letter_of(row.side)
    if row.person and letter:
        return _("%(name)s pour %(letter)s", name=row.person, letter=letter)
    return ", ".join(filter(None, (letter, row.party, row.person)))


def _of_commitment(owner: type) -> Callable[[Iterable[int]], Select]:
    """The number of a commitment in its text, and in which settlement where the dispute has several."""
    def asked(ids: Iterable[int]) -> Select:
        other = aliased(Agreement)
        last = select(func.max(other.number)).where(other.dispute_id == Commitment.dispute_id).correlate(Commitment)
        found = select(
            literal(owner.__tablename__).label("table"), owner.id.label("id"), Commitment.position.label("place"),
            Agreement.number.label("agreement"), last.scalar_subquery().label("agreements"),
            NO_NUMBER.label("side"), NO_WORD.label("party"), NO_WORD.label("person"),
        ).select_from(Commitment).join(Agreement, Agreement.id == Commitment.agreement_id)
        if owner is not Commitment:
            found = found.join(owner, owner.commitment_id == Commitment.id)
        return found.where(owner.id.in_(ids))
    return asked


def _somebody(owner: type, person) -> Select:
    """Somebody of the dispute: their party, and who speaks for it or is known without one."""
    return select(literal(owner.__tablename__).label("table"), owner.id.label("id"), owner.number.label("place"),
                  NO_NUMBER.label("agreement"), NO_NUMBER.label("agreements"),
                  Party.side.label("side"), Party.name.label("party"), person.label("person")).select_from(owner)


def _attendance(ids: Iterable[int]) -> Select:
    person = func.coalesce(Representative.name, Witness.alias, Attendance.name)
    return (_somebody(Attendance, person)
            .outerjoin(Representative, Representative.id == Attendance.representative_id)
            .outerjoin(Witness, Witness.id == Attendance.witness_id)
            .outerjoin(Party, Party.id == func.coalesce(Attendance.party_id, Representative.party_id))
            .where(Attendance.id.in_(ids)))


def _summons(ids: Iterable[int]) -> Select:
    return (_somebody(Summons, Summons.person).outerjoin(Party, Party.id == Summons.party_id)
            .where(Summons.id.in_(ids)))


CALLED: dict[str, LazyText] = {
    "commitment": _l("engagement %(which)s"), "visit_finding": _l("constat, engagement %(which)s"),
    "commitment_release": _l("libération, engagement %(which)s"),
    "attendance": _l("présence de %(which)s"), "summons": _l("convocation, %(which)s"),
}
ASKED: dict[str, Callable[[Iterable[int]], Select]] = {
    "commitment": _of_commitment(Commitment), "visit_finding": _of_commitment(VisitFinding),
    "commitment_release": _of_commitment(CommitmentRelease), "attendance": _attendance, "summons": _summons,
}
TOUCHED = re.compile(rf'"({"|".join(ASKED)}):(\d{{1,9}})"')
