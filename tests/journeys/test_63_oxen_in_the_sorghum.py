"""Account 63: five oxen in a field of sorghum, the damage valued on the spot and paid the next day."""

from decimal import Decimal

from mediation.acts.vocabulary import CommitmentStage, Ending
from mediation.agreements.kinds import AgreementForm, Basis, CommitmentKind, Mark, Signer
from mediation.agreements.models import Agreement
from mediation.agreements.rules import AgreementFacts, CommitmentFacts, LineFacts, OralFacts, WitnessFacts
from mediation.agreements.service import record_oral_agreement
from mediation.demo.telling import Telling, person
from mediation.disputes.kinds import DisputeKind, HarmKind, Relation, Resource
from mediation.disputes.rules import AcceptFacts, AssignFacts, DisputeFacts, HarmFacts
from mediation.disputes.service import accept_dispute, amend_dispute, assign_dispute
from mediation.followup.rules import CloseFacts, FindingFacts, VisitFacts
from mediation.followup.service import close_dispute, record_visit
from mediation.kernel import dates
from mediation.land.rules import ObjectFacts
from mediation.land.service import add_object
from mediation.places.models import SaidPlace
from mediation.sessions.kinds import Result, SessionKind
from mediation.sessions.rules import SeatFacts, SessionFacts
from mediation.sessions.service import record_session
from tests.journeys.account import Account, Fact, not_read_back

NOT_DATED = dates.unknown("pas daté")
NEXT_DAY = dates.unknown("le lendemain")
FIELD = SaidPlace(None, "un champ près de Djomborata", "Tchad")
TITLE = "Cinq bœufs dans le sorgho"


def as_told(tell: Telling) -> None:
    """The committee goes to the field with both men; what is agreed there is paid the next day."""
    tell.begins(12, "moussa", "MSG", TITLE, DisputeKind.CROP_DAMAGE, "Djomborata",
                (person(1, "Soumaïne", quality="cultivateur"), person(2, "Idrissa", quality="éleveur")),
                ObjectFacts(Resource.FIELD, "Un champ de sorgho.", quantity=Decimal("6"),
                            unit="sacs de sorgho"),
                relation=Relation.FARMER_HERDER,
                harms=(HarmFacts(HarmKind.FIELDS, 1, source="les deux parties et le comité, sur place",
                                 quantity=Decimal("120000"), unit="F CFA"),))
    tell(12, "moussa", amend_dispute, DisputeFacts(
        TITLE, DisputeKind.CROP_DAMAGE, channel="oral", place=FIELD, happened_on=NOT_DATED,
        relation=Relation.FARMER_HERDER))
    tell(12, "moussa", add_object, ObjectFacts(
        Resource.HERD, "Les bœufs entrés dans le champ.", quantity=Decimal("5"), unit="bœufs"))
    tell(12, "bakary", accept_dispute, AcceptFacts())
    tell(12, "bakary", assign_dispute, AssignFacts(None, "Yaya Hamitou", "chef du comité", leads=True))
    tell(11, "moussa", record_session, SessionFacts(
        NOT_DATED, Result.AGREEMENT, kind=SessionKind.SITE_VISIT, place=FIELD, somebody_came=True,
        decided="Le dégât est estimé ensemble, dans le champ.",
        bench=(SeatFacts("Yaya Hamitou", "chef du comité", chaired=True),
               SeatFacts("les membres du comité"))))
    pays = CommitmentFacts(
        ("B",), "paie le montant de l’estimation", ("A",), CommitmentKind.MONEY, Decimal("20000"), "F CFA",
        said_amount="la valeur d’un sac de sorgho", through="le chef local", due_on=NEXT_DAY)
    tell(11, "moussa", record_oral_agreement, OralFacts(
        AgreementFacts(Basis.PARTIES, AgreementForm.ORAL, True, NOT_DATED, place=FIELD, found_at=1,
                       commitments=(pays,),
                       witnesses=(WitnessFacts("le chef local"), WitnessFacts("les membres du comité"))),
        (LineFacts(Signer.PARTY, 1, Mark.WORD, "le chef local"),
         LineFacts(Signer.PARTY, 2, Mark.WORD, "le chef local")), NOT_DATED))
    tell(10, "moussa", record_visit, VisitFacts(
        (FindingFacts(1, CommitmentStage.KEPT, note="Remis par B au chef, puis par le chef à A."),), NEXT_DAY,
        met="le comité, qui a vu remettre l’argent"), (Agreement, 1))
    tell(10, "bakary", close_dispute, CloseFacts(Ending.KEPT))


SESSION, AGREEMENT, VISIT = "sessions/1/", "agreements/1/", "visits/1/"
FACTS = (
    Fact("the type: crop damage", "dispute.kind", DisputeKind.CROP_DAMAGE),
    Fact("a farmer against a herder", "dispute.relation", Relation.FARMER_HERDER),
    Fact("abroad, in Chad", "dispute.place", FIELD, "Djomborata (Tchad)"),
    Fact("when it was asked is not dated", "dispute.asked_on", NOT_DATED),
    Fact("the farmer, by his first name only", "party.name", "Soumaïne"),
    Fact("he is the farmer", "party.quality", "cultivateur", "Soumaïne cultivateur"),
    Fact("the herder, by his first name only", "party.name", "Idrissa", row=2),
    Fact("the other is", "party.quality", "éleveur", "Idrissa éleveur", row=2),
    Fact("a field", "contested_object.kind", Resource.FIELD, "Champ"),
    Fact("of sorghum", "contested_object.description", "Un champ de sorgho."),
    Fact("which bears six sacks", "contested_object.quantity", Decimal("6"), "6 · sacs de sorgho"),
    Fact("counted in sacks", "contested_object.unit", "sacs de sorgho"),
    Fact("the herd", "contested_object.kind", Resource.HERD, "Troupeau", row=2),
    Fact("of five oxen", "contested_object.quantity", Decimal("5"), "5 · bœufs", row=2),
    Fact("a damaged field", "harm.kind", HarmKind.FIELDS, "Champs abîmés"),
    Fact("one field", "harm.count", 1, "abîmés : 1"),
    Fact("worth a sum", "harm.quantity", Decimal("120000"), "vaut 120 000"),
    Fact("of money", "harm.unit", "F CFA", "120 000 F CFA"),
    Fact("estimated by both and the committee", "harm.source", "les deux parties et le comité, sur place"),
    Fact("the mediator", "team_member.name", "Yaya Hamitou"),
    Fact("who leads a committee", "team_member.quality", "chef du comité"),
    Fact("and mediates this dispute", "team_member.leads", True, "en charge du dossier"),
    Fact("he chaired", "bench_member.chaired", True, "Yaya Hamitou chef du comité · présidait", page=SESSION),
    Fact("with the committee", "bench_member.name", "les membres du comité", row=2, page=SESSION),
    Fact("met in the field", "mediation_session.place", FIELD, "un champ près de Djomborata (Tchad)",
         page=SESSION),
    Fact("to look at it", "mediation_session.kind", SessionKind.SITE_VISIT, page=SESSION),
    Fact("not dated", "mediation_session.held_on", NOT_DATED, page=SESSION),
    Fact("the damage was estimated together", "mediation_session.decided",
         "Le dégât est estimé ensemble, dans le champ.", page=SESSION),
    Fact("they agreed", "mediation_session.result", Result.AGREEMENT, page=SESSION),
    Fact("by word of mouth", "agreement.form", AgreementForm.ORAL, page=AGREEMENT),
    Fact("between the parties", "agreement.basis", Basis.PARTIES, page=AGREEMENT),
    Fact("in the field", "agreement.place", FIELD, page=AGREEMENT),
    Fact("the herder pays", "commitment.debtors", "B", "Idrissa paie"),
    Fact("the amount of the estimate", "commitment.what", "paie le montant de l’estimation"),
    Fact("in money", "commitment.kind", CommitmentKind.MONEY, page=AGREEMENT),
    Fact("in figures", "commitment.quantity", Decimal("20000"), "20 000 F CFA"),
    Fact("as it is said: a sack", "commitment.said_amount", "la valeur d’un sac de sorgho"),
    Fact("through a third person", "commitment.through", "le chef local", "par le chef local"),
    Fact("to the farmer", "commitment.creditors", "A", "pour Soumaïne"),
    Fact("by the next day", "commitment.due_on", NEXT_DAY, "le lendemain"),
    Fact("before the local chief", "agreement_witness.name", "le chef local"),
    Fact("and the committee", "agreement_witness.name", "les membres du comité", row=2),
    Fact("both gave their word", "signature.mark", Mark.WORD, page=AGREEMENT),
    Fact("paid the next day", "visit.happened_on", NEXT_DAY, "Date de la visite le lendemain", page=VISIT),
    Fact("before the committee", "visit.met", "le comité, qui a vu remettre l’argent", page=VISIT),
    Fact("wholly", "visit_finding.found", CommitmentStage.KEPT, page=VISIT),
    Fact("from the herder to the chief, then to the farmer", "visit_finding.note",
         "Remis par B au chef, puis par le chef à A.", page=VISIT,
         because="what was seen; that it is kept has its field"),
    Fact("the promise is kept", "commitment.stage", CommitmentStage.KEPT),
    Fact("settled", "dispute.ending", Ending.KEPT, "clos : engagements tenus"),
)

ACCOUNT = Account("63", TITLE, as_told, FACTS)


def test_the_oxen_in_the_sorghum_are_told_and_read_back(house, visit):
    assert not_read_back(ACCOUNT, house, visit) == []
