"""What anybody who holds a paper may know of it: its kind, its fingerprint, who issued it, when, and whether it stands.

Nothing else is read: no name, no dossier. A code has ten signs out of 31, so that guessing is hopeless; guesses
are limited all the same.
"""

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from sqlalchemy import String, cast, literal, select
from sqlalchemy.orm import aliased

from mediation.acts import scope
from mediation.acts.vocabulary import SIGNED_ONCE, AgreementStage, PaperStage
from mediation.agreements.kinds import EarlierLink
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
RECTIFIED = _l("Ce papier est rectifié : un procès-verbal rectificatif le remplace.")
REPLACED = _l("L’accord de ce papier a été remplacé.")
MINUTES = frozenset({PaperKind.CONCILIATION, PaperKind.RECTIFYING})

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
    asked = (select(Paper.kind, Institution.name, Paper.issued_at, Paper.fingerprint, Paper.stage, Paper.sealed,
                    Agreement.stage.label("agreed"),
                    _rectified_by_minutes().label("rectified"))
             .join(Dispute, Dispute.id == Paper.dispute_id).join(Institution, Institution.id == Dispute.lead_id)
             .outerjoin(Agreement, (Agreement.dispute_id == Paper.dispute_id) & (_about(Agreement) == Paper.about))
             .where(condition, Paper.issued_at.is_not(None)).limit(1))
    with scope.checking():
        row = db.session.execute(asked).first()
    if row is None:
        return None
    current = row.stage is PaperStage.CURRENT
    replaced = current and row.agreed is AgreementStage.REPLACED
    stands = _replaced(row) if replaced else STANDS[row.stage]
    return Checked(row.kind, row.name, row.issued_at, row.fingerprint, stands, current and not replaced, row.sealed)


def _replaced(row) -> LazyText:
    """How a paper stands whose agreement was replaced: other minutes are told of only when they were issued."""
    return RECTIFIED if row.rectified and row.kind in MINUTES else REPLACED


def _rectified_by_minutes():
    """Whether minutes are in force of a later agreement that was signed to rectify the one of this paper."""
    later, minutes = aliased(Agreement), aliased(Paper)
    return (select(minutes.id).join(later, (later.dispute_id == minutes.dispute_id) & (_about(later) == minutes.about))
            .where(later.earlier_id == Agreement.id, later.earlier_link == EarlierLink.RECTIFIES,
                   later.stage.in_(SIGNED_ONCE), minutes.kind == PaperKind.RECTIFYING,
                   minutes.stage == PaperStage.CURRENT).exists())


def _about(agreement):
    """An agreement as a paper names what it is about."""
    return literal("agreement:") + cast(agreement.id, String)
