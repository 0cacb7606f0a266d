"""What anybody who holds a paper may know of it: its kind, its fingerprint, who issued it, when, and whether it stands.

Nothing else is read: no name, no dossier. A code has ten signs out of 31, so that guessing is hopeless; guesses
are limited all the same.
"""

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from sqlalchemy import String, cast, literal, select

from mediation.acts import scope
from mediation.acts.vocabulary import AgreementStage, PaperStage
from mediation.agreements.models import Agreement
from mediation.commissions.models import Institution
from mediation.disputes.models import Dispute
from mediation.kernel.db import db
from mediation.kernel.language import LazyText, _l
from mediation.papers.kinds import PaperKind
from mediation.papers.models import Paper
from mediation.papers.service import SIGNS

STANDS = {
    PaperStage.CURRENT: _l("Ce papier est en vigueur."),
    PaperStage.SUPERSEDED: _l("Ce papier est remplacé par une nouvelle version."),
    PaperStage.ANNULLED: _l("Ce papier est annulé."),
}
RECTIFIED = _l("Ce papier est rectifié : un autre procès-verbal le remplace.")


@dataclass(frozen=True)
class Checked:
    """What a code says, and no more."""

    kind: PaperKind
    institution: str
    issued_at: datetime
    fingerprint: str
    stands: LazyText
    sealed: bool

    def is_same(self, file: bytes) -> bool:
        """Whether a file is, byte for byte, the one that was issued."""
        return sha256(file).hexdigest() == self.fingerprint


def plain(code: str) -> str:
    """A code as it is kept, however it was typed: without blanks, in capitals."""
    return "".join(sign for sign in code.upper() if sign in SIGNS)


def with_code(code: str) -> Checked | None:
    """The paper of this code, if one was issued."""
    return _found(Paper.code == plain(code))


def with_fingerprint(fingerprint: str) -> Checked | None:
    """The paper whose file has this SHA-256, if one was issued."""
    return _found(Paper.fingerprint == fingerprint)


def _found(condition) -> Checked | None:
    about = literal("agreement:") + cast(Agreement.id, String)
    asked = (select(Paper.kind, Institution.name, Paper.issued_at, Paper.fingerprint, Paper.stage, Paper.sealed,
                    Agreement.stage.label("agreed"))
             .join(Dispute, Dispute.id == Paper.dispute_id).join(Institution, Institution.id == Dispute.lead_id)
             .outerjoin(Agreement, (Agreement.dispute_id == Paper.dispute_id) & (about == Paper.about))
             .where(condition, Paper.issued_at.is_not(None)).limit(1))
    with scope.checking():
        row = db.session.execute(asked).first()
    if row is None:
        return None
    rectified = row.stage is PaperStage.CURRENT and row.agreed is AgreementStage.REPLACED
    return Checked(row.kind, row.name, row.issued_at, row.fingerprint, RECTIFIED if rectified else STANDS[row.stage],
                   row.sealed)
