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
from mediation.papers.seals import Seal
from mediation.papers.service import SIGNS

STANDS = {
    PaperStage.CURRENT: _l("Ce papier est en vigueur."),
    PaperStage.SUPERSEDED: _l("Ce papier est remplacé par une nouvelle version."),
    PaperStage.ANNULLED: _l("Ce papier est annulé."),
}
RECTIFIED = _l("Ce papier est rectifié : un autre procès-verbal le remplace.")


# What is read instead of the signs that no code has.
MISREAD = str.maketrans({"O": "Q", "0": "Q", "I": "L", "1": "L", "U": "V"})
SEALS = {
    Seal.VALID: _l("Sceau numérique : valable."),
    Seal.BROKEN: _l("Sceau numérique : brisé, ou d’un autre."),
    Seal.NONE: _l("Sans sceau numérique."),
}


@dataclass(frozen=True)
class Checked:
    """What a code says, and no more."""

    kind: PaperKind
    institution: str
    issued_at: datetime
    fingerprint: str
    stands: LazyText
    in_force: bool
    sealed: bool

    def is_same(self, fingerprint: str) -> bool:
        """Whether a file is, byte for byte, the one that was issued."""
        return fingerprint == self.fingerprint


def plain(code: str) -> str:
    """A code as it is kept, however it was typed: without blanks, in capitals, without confusions."""
    return "".join(sign for sign in code.upper().translate(MISREAD) if sign in SIGNS)


def fingerprint_of(file: bytes) -> str:
    """The SHA-256 by which a file is known."""
    return sha256(file).hexdigest()


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
    current = row.stage is PaperStage.CURRENT
    rectified = current and row.agreed is AgreementStage.REPLACED
    return Checked(row.kind, row.name, row.issued_at, row.fingerprint, RECTIFIED if rectified else STANDS[row.stage],
                   current and not rectified, row.sealed)
