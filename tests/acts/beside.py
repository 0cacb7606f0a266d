"""What is rare in a dispute: the rows that each such act is attempted on, and the facts."""

from dataclasses import replace
from datetime import timedelta

from mediation.acts.strike import StrikeFacts
from mediation.acts.vocabulary import Ending, ReferralStage
from mediation.agreements.models import Agreement, Commitment
from mediation.commissions import service as commissions
from mediation.commissions.kinds import Category
from mediation.commissions.rules import MemberFacts
from mediation.context import service as context
from mediation.context.kinds import AlertLevel, MeasureKind, ProceedingKind, SourceTopic
from mediation.context.models import Measure, Proceeding, Source
from mediation.context.rules import AlertFacts, LiftFacts, MeasureFacts, ProceedingFacts, SourceFacts
from mediation.disputes import service as disputes
from mediation.disputes.kinds import DisputeKind, TeamReason
from mediation.disputes.models import TeamMember
from mediation.disputes.rules import AssignFacts
from mediation.documents import service as documents
from mediation.documents.kinds import DocumentKind, FileType
from mediation.documents.models import Document
from mediation.documents.rules import DocumentFacts, FileFacts
from mediation.followup import service as followup
from mediation.followup.kinds import SettledHow
from mediation.followup.models import CommitmentRelease, Difficulty
from mediation.followup.rules import CloseFacts, ReleaseFacts, ReopenFacts, ReportFacts, SettleFacts
from mediation.kernel import clock, dates
from mediation.papers import service as papers
from mediation.papers.kinds import PaperKind
from mediation.papers.models import Paper
from mediation.papers.rules import AnnulFacts, IssueFacts, ReserveFacts
from mediation.parties import service as parties
from mediation.parties.beside import ConsentFacts, IntermediaryFacts, WithdrawFacts
from mediation.parties.kinds import (
    ConsentScope,
    HelperQuality,
    LeaveReason,
    MandateAfter,
    MandateEnd,
    PartyKind,
    SuccessionBasis,
)
from mediation.parties.models import Consent, Departure, Intermediary, Party, Representative
from mediation.parties.rules import EndFacts, LeaveFacts, PartyFacts, SuccessionFacts
from mediation.referrals import service as referrals
from mediation.referrals.kinds import Helper, HelpReason, LinkKind, PauseReason
from mediation.referrals.models import DisputeLink, Orientation, Referral
from mediation.referrals.rules import AnswerFacts, LinkFacts, OrientFacts, PauseFacts, RecallFacts, ReferFacts
from mediation.referrals.rules import ResumeFacts as GoOnFacts
from mediation.sessions import service as sessions
from mediation.sessions.kinds import OfferAnswer
from mediation.sessions.models import MediationOutcome, Offer
from mediation.sessions.offer_rules import AnswerFacts as OfferAnswerFacts
from mediation.sessions.offer_rules import OfferFacts
from mediation.sessions.rules import FailFacts
from mediation.sessions.rules import ResumeFacts as MediateFacts
from mediation.supervision import service as supervision
from mediation.supervision.kinds import Addressee, Part
from mediation.supervision.models import Remark
from mediation.supervision.rules import AnswerFacts as RemarkAnswerFacts
from mediation.supervision.rules import RemarkFacts
from mediation.teams import service as teams
from mediation.teams.kinds import BenchRole, InterestKind, StandInCause
from mediation.teams.models import Interest, Replacement
from mediation.teams.rules import BenchFacts, EndStandInFacts, InterestFacts, RestoreFacts, StandInFacts
from mediation.teams.rules import ReleaseFacts as UnassignFacts
from mediation.teams.rules import ReplaceFacts as ReassignFacts
from mediation.validity import service as validity
from mediation.validity.kinds import ConditionResult, LapseReason, VisaBy
from mediation.validity.models import AgreementEnding, ConditionNote, CopyGiven, RouteStep
from mediation.validity.rules import (
    ConditionFacts,
    CopyFacts,
    DenounceFacts,
    EndorseFacts,
    HomologateFacts,
    LapseFacts,
    RejectFacts,
    ReplaceFacts,
    ReturnFacts,
    TransmitFacts,
)

TODAY = clock.today()
YESTERDAY = dates.on(TODAY - timedelta(days=1))
STRIKE = StrikeFacts("Saisi par erreur")
# The house is always furnished in the same order: these are its people by account.
DRISSA, BINTA, SALIF = 5, 10, 11
ELSEWHERE = f"MSG-{TODAY.year}-0002"

OFFER = OfferFacts("Partager la récolte", side=1)
PROCEEDING = ProceedingFacts(ProceedingKind.CIVIL, "Tribunal de Sikasso")
HELPER = IntermediaryFacts(HelperQuality.GRIOT, name="Un griot")
REFERRED = ReferFacts("Limite des champs", DisputeKind.FIELD_LIMIT, "Merci de prendre ce dossier.", "KOB",
                      happened_on=YESTERDAY)
ENDORSED = EndorseFacts(VisaBy.CHAIR, happened_on=YESTERDAY, paper="Visa 3")
TRANSMITTED = TransmitFacts("Tribunal de Sikasso", YESTERDAY)
NOTED = ConditionFacts(ConditionResult.MET, "Le maire", YESTERDAY)
DIFFICULTY = ReportFacts("La charrue n’est pas rendue", letter="B", happened_on=YESTERDAY)
PIECE = DocumentFacts(DocumentKind.LETTER, FileFacts(FileType.PDF, 9, "0" * 64), "La borne de l’est")
REMARK = RemarkFacts(Part.WHOLE, Addressee.BOTH, "Pourquoi si longtemps ?")

BESIDE = {
    "dispute.reopen": (None, ReopenFacts("Clos par erreur", False)),
    "dispute.suspend": (None, PauseFacts(PauseReason.RAINS)),
    "dispute.resume": (None, GoOnFacts()),
    "dispute.orient": (None, OrientFacts(Helper.HEALTH, HelpReason.CARE, party=1)),
    "orientation.strike": ((Orientation, 1), STRIKE),
    "dispute.refer": (None, REFERRED),
    "dispute.answer_referral": ((Referral, 1), AnswerFacts(ReferralStage.REFUSED, words="Pas chez nous")),
    "dispute.recall": ((Referral, 1), RecallFacts(ReferralStage.RECALLED, "Les parties le demandent")),
    "dispute.link": (None, LinkFacts(LinkKind.SAME_LAND, ELSEWHERE)),
    "dispute.unlink": ((DisputeLink, 1), STRIKE),
    "alert.set": (None, AlertFacts(AlertLevel.TENSION, "Des menaces au marché")),
    "proceeding.add": (None, PROCEEDING),
    "proceeding.amend": ((Proceeding, 1), PROCEEDING),
    "proceeding.strike": ((Proceeding, 1), STRIKE),
    "source.record": (None, SourceFacts(SourceTopic.DATE, "Le début", "En 1958", "Un journal")),
    "source.strike": ((Source, 1), STRIKE),
    "measure.record": (None, MeasureFacts(MeasureKind.STATUS_QUO, "Le sous-préfet", YESTERDAY)),
    "measure.lift": ((Measure, 1), LiftFacts("Le sous-préfet", YESTERDAY)),
    "measure.strike": ((Measure, 1), STRIKE),
    "dispute.replace_mediator": ((TeamMember, 2), ReassignFacts(None, "Une ancienne", TeamReason.ABSENT,
                                                                TODAY)),
    "dispute.release_mediator": ((TeamMember, 2), UnassignFacts(TeamReason.ABSENT, TODAY)),
    "dispute.set_lead": ((TeamMember, 2), None),
    "interest.declare": (None, InterestFacts(InterestKind.RELATIVE, team_member=2, party=2)),
    "interest.strike": ((Interest, 1), STRIKE),
    "bench.replace": (None, BenchFacts(BenchRole.CHAIR, TODAY, replaced_account_id=SALIF, name="Le doyen")),
    "bench.restore": ((Replacement, 1), RestoreFacts(TODAY)),
    "standin.name": (None, StandInFacts(DRISSA, StandInCause.ABSENT)),
    "standin.end": ((Replacement, 2), EndStandInFacts()),
    "party.leave": ((Party, 4), LeaveFacts(LeaveReason.MOVES, YESTERDAY)),
    "party.succeed": ((Party, 4), SuccessionFacts(SuccessionBasis.INHERITANCE, 2, YESTERDAY)),
    "departure.strike": ((Departure, 1), STRIKE),
    "representative.end": ((Representative, 1), EndFacts(MandateEnd.OVER, YESTERDAY, after=MandateAfter.ENDS)),
    "intermediary.add": (None, HELPER),
    "intermediary.amend": ((Intermediary, 1), HELPER),
    "intermediary.strike": ((Intermediary, 1), STRIKE),
    "consent.record": (None, ConsentFacts(ConsentScope.MEDIATION, party=2)),
    "consent.withdraw": ((Consent, 1), WithdrawFacts(YESTERDAY)),
    "consent.strike": ((Consent, 1), STRIKE),
    "offer.record": (None, OFFER),
    "offer.answer": ((Offer, 1), OfferAnswerFacts(OfferAnswer.REFUSED, 2)),
    "offer.strike": ((Offer, 1), STRIKE),
    "mediation.resume": (None, MediateFacts("Les aînés le demandent")),
    "mediation.strike": ((MediationOutcome, 1), STRIKE),
    "agreement.denounce": ((Agreement, 3), DenounceFacts(("A",), happened_on=YESTERDAY)),
    "agreement.reject": ((Agreement, 3), RejectFacts(("B",), happened_on=YESTERDAY)),
    "agreement.replace": ((Agreement, 3), ReplaceFacts(4, happened_on=YESTERDAY)),
    "agreement.lapse": ((Agreement, 3), LapseFacts(LapseReason.OBJECT, YESTERDAY)),
    "agreement.endorse": ((Agreement, 3), ENDORSED),
    "agreement.transmit": ((Agreement, 4), TRANSMITTED),
    "agreement.homologate": ((Agreement, 5), HomologateFacts("Ordonnance 12", YESTERDAY)),
    "agreement.return": ((Agreement, 5), ReturnFacts("Il manque une signature", YESTERDAY)),
    "ending.strike": ((AgreementEnding, 1), STRIKE),
    "step.strike": ((RouteStep, 1), STRIKE),
    "condition.note": ((Agreement, 3), NOTED),
    "condition.strike": ((ConditionNote, 1), STRIKE),
    "copy.give": ((Agreement, 3), CopyFacts(("A",), happened_on=YESTERDAY)),
    "copy.strike": ((CopyGiven, 1), STRIKE),
    "commitment.release": ((Commitment, 3), ReleaseFacts(("B",), "La charrue est cassée", happened_on=YESTERDAY)),
    "release.strike": ((CommitmentRelease, 1), STRIKE),
    "difficulty.report": ((Agreement, 3), DIFFICULTY),
    "difficulty.settle": ((Difficulty, 1), SettleFacts(SettledHow.EXPLAINED, happened_on=YESTERDAY)),
    "difficulty.strike": ((Difficulty, 1), STRIKE),
    "paper.reserve": (None, ReserveFacts(PaperKind.RECEIPT)),
    "paper.issue": ((Paper, 1), IssueFacts("0" * 64, 1)),
    "paper.annul": ((Paper, 1), AnnulFacts("Mal imprimé")),
    "document.add": (None, PIECE),
    "document.open": ((Document, 2), None),
    "document.unseal": ((Document, 1), None),
    "document.strike": ((Document, 1), STRIKE),
    "remark.add": (None, REMARK),
    "remark.answer": ((Remark, 1), RemarkAnswerFacts("La pluie")),
}


def people_beside(house) -> None:
    """Two more chairs, of whom one is replaced for the dispute, and a member without account."""
    from mediation.acts.vocabulary import Role

    for login in ("binta", "salif"):
        house.person(login, Role.CHAIR, "MSG")
    assert (house.ids["drissa"], house.ids["binta"], house.ids["salif"]) == (DRISSA, BINTA, SALIF)
    commissions.add_member(house.actor("bakary"), house.institution(), MemberFacts(
        name="Un conseiller", category=Category.COUNCILLOR, since=TODAY - timedelta(days=30)))


def closed_by_mistake(does) -> None:
    """The dispute was closed once in error, and one mediation failed and was taken up again."""
    does("moussa", followup.close_dispute, CloseFacts(Ending.OVERTAKEN, "Le champ est inondé"))
    does("bakary", followup.reopen_dispute, BESIDE["dispute.reopen"][1])
    does("moussa", sessions.fail_mediation, FailFacts(YESTERDAY, "Aucun", "Chacun reste sur sa position"))
    does("moussa", sessions.resume_mediation, BESIDE["mediation.resume"][1])


def on_their_way(does) -> None:
    """Three more signed agreements: one endorsed, one with the judge, one lapsed; a commitment released."""
    for agreement in (4, 5):
        does("moussa", validity.endorse_agreement, ENDORSED, (Agreement, agreement))
    does("moussa", validity.transmit_agreement, TRANSMITTED, (Agreement, 5))
    does("moussa", validity.lapse_agreement, BESIDE["agreement.lapse"][1], (Agreement, 6))
    does("moussa", validity.note_condition, NOTED, (Agreement, 4))
    does("moussa", validity.give_copy, BESIDE["copy.give"][1], (Agreement, 3))
    does("moussa", followup.release_commitment, BESIDE["commitment.release"][1], (Commitment, 4))
    does("moussa", followup.report_difficulty, DIFFICULTY, (Agreement, 3))


def everything_beside(does) -> None:
    """One of every rare thing, a dispute that was referred and one linked."""
    for verb, name in ((context.set_alert, "alert.set"), (context.add_proceeding, "proceeding.add"),
                       (context.record_source, "source.record"), (context.record_measure, "measure.record"),
                       (parties.add_intermediary, "intermediary.add"),
                       (sessions.record_offer, "offer.record"), (referrals.orient_dispute, "dispute.orient")):
        does("moussa", verb, BESIDE[name][1])
    does("moussa", referrals.link_dispute, LinkFacts(LinkKind.SAME_PARTIES, ELSEWHERE))
    does("moussa", disputes.assign_dispute, AssignFacts(None, "Une ancienne du village"))
    does("moussa", parties.record_consent, ConsentFacts(ConsentScope.MEDIATION, party=1))
    does("moussa", teams.declare_interest, InterestFacts(InterestKind.RELATIVE, team_member=2, party=1))
    does("moussa", teams.replace_bench, BenchFacts(BenchRole.CHAIR, TODAY, replaced_account_id=BINTA, name="Le doyen"))
    does("moussa", documents.add_document, PIECE)
    does("moussa", documents.add_document, replace(PIECE, reserved=True))
    does("salimata", teams.name_standin, BESIDE["standin.name"][1])
    does("salimata", supervision.add_remark, REMARK)
    does("moussa", parties.add_party, PartyFacts(2, PartyKind.PERSON, "Un autre voisin"))
    does("moussa", parties.leave_party, LeaveFacts(LeaveReason.MOVES, YESTERDAY), (Party, 5))
    does("moussa", papers.reserve_paper, ReserveFacts(PaperKind.ATTENDANCE, 1))
    does("moussa", referrals.refer_dispute, REFERRED)
