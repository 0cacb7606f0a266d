"""Account 24: a land commission hears three farmers and the family of the land chiefs, in one day."""

from mediation.agreements.kinds import AgreementForm, Basis
from mediation.agreements.rules import AgreementFacts, WitnessFacts
from mediation.agreements.service import record_agreement
from mediation.demo.telling import TODAY, Telling, group
from mediation.disputes.kinds import DisputeKind, Relation, Resource
from mediation.disputes.rules import AcceptFacts
from mediation.disputes.service import accept_dispute
from mediation.kernel import dates
from mediation.kernel.dates import Unit
from mediation.land.kinds import RightKind
from mediation.land.rules import ObjectFacts
from mediation.parties.kinds import Mandate, PartyKind
from mediation.places.models import SaidPlace
from mediation.sessions.kinds import Result
from mediation.sessions.rules import SeatFacts, SessionFacts
from mediation.sessions.service import record_session
from tests.journeys.account import Account, Fact, not_read_back

TITLE = "Terres des Nantougouba, réclamées par trois cultivateurs"
THREE_YEARS = dates.lasting(3, Unit.YEARS, TODAY, "trois ans")
LAST_FRIDAY = dates.weekday("vendredi passé")
HALL = SaidPlace(None, "conseil de cercle")
GROUND = ("Les grands-parents de ceux qui réclament avaient emprunté la terre ; un prêt n’est pas un don, "
          "quelle que soit la durée.")
CUSTOM = "Qui emprunte une terre ne cueille ni le néré ni le karité."
CLAIMS = "A réclame la terre. B dit l’avoir prêtée aux grands-parents de A."
BENCH = (
    SeatFacts("Le sous-préfet central", "sous-préfet", chaired=True), SeatFacts("Le maire", "maire"),
    SeatFacts("L’agriculture", "service technique"), SeatFacts("L’urbanisme", "service technique"),
    SeatFacts("Les domaines", "service technique"), SeatFacts("Les eaux et forêts", "service technique"),
    SeatFacts("plus de trente chefs de village", "chefs de village", people=30))


def as_told(tell: Telling) -> None:
    """A quarrel of three years, one session of a large bench on a Friday, and what it found."""
    tell.begins(6, "moussa", "MSG", TITLE, DisputeKind.LENT_LAND, "Zanferebala",
                (group(1, "Trois cultivateurs de Zanferebala", PartyKind.COMMUNITY, members=3,
                       child_of="ceux qui avaient emprunté"),
                 group(2, "Famille Nantougouba",
                       said="Nous sommes les chefs de village et les chefs de terre.")),
                ObjectFacts(Resource.FIELD, "Les terres de la famille des chefs de village.",
                            rights=(RightKind.LOAN,),
                            claims=CLAIMS, paper="aucun papier", evidence=CUSTOM),
                began_on=THREE_YEARS, relation=Relation.LENDER_BORROWER, happened_on=dates.unknown())
    tell.speaks(6, "moussa", 2, "Dotié Nantougouba", Mandate.CUSTOM, "chef de village, chef de terre")
    tell(5, "bakary", accept_dispute, AcceptFacts())
    tell(1, "moussa", record_session, SessionFacts(
        LAST_FRIDAY, Result.AGREEMENT, place=HALL, duration="une journée", somebody_came=True, decided=GROUND,
        bench=BENCH))
    tell(1, "moussa", record_agreement, AgreementFacts(
        Basis.DECISION, AgreementForm.ORAL, True, LAST_FRIDAY, place=HALL, found_at=1, points=GROUND,
        no_commitment=True, witnesses=(WitnessFacts("plus de trente chefs de village"),)))


SESSION, AGREEMENT = "sessions/1/", "agreements/1/"
FACTS = (
    Fact("the type: lent land", "dispute.kind", DisputeKind.LENT_LAND, "terre prêtée"),
    Fact("the village", "dispute.place", SaidPlace(None, "Zanferebala"), "Zanferebala"),
    Fact("a quarrel of three years", "dispute.began_on", THREE_YEARS, "trois ans"),
    Fact("a lender and a borrower", "dispute.relation", Relation.LENDER_BORROWER),
    Fact("three farmers of the village", "party.name", "Trois cultivateurs de Zanferebala"),
    Fact("three of them", "party.members", 3, "Personnes 3"),
    Fact("said to be descendants of borrowers", "party.child_of", "ceux qui avaient emprunté"),
    Fact("a family", "party.kind", PartyKind.LINEAGE, row=2),
    Fact("by its name", "party.name", "Famille Nantougouba", row=2),
    Fact("of the village chiefs, who are also land chiefs", "representative.quality",
         "chef de village, chef de terre"),
    Fact("its chief speaks by custom", "representative.mandate", Mandate.CUSTOM, "selon la coutume"),
    Fact("land", "contested_object.kind", Resource.FIELD, "Champ"),
    Fact("of the family of the chiefs", "contested_object.description",
         "Les terres de la famille des chefs de village."),
    Fact("held as a loan", "contested_object.rights", (RightKind.LOAN,), "prêt"),
    Fact("who says what", "contested_object.claims", CLAIMS),
    Fact("not registered", "contested_object.paper", "aucun papier"),
    Fact("a borrower may not pick néré or shea nuts", "contested_object.evidence", CUSTOM),
    Fact("the session: a Friday, not dated", "mediation_session.held_on", LAST_FRIDAY, "vendredi passé"),
    Fact("in the council of the cercle", "mediation_session.place", HALL, page=SESSION),
    Fact("of one day", "mediation_session.duration", "une journée", page=SESSION),
    Fact("chaired by the sous-préfet", "bench_member.chaired", True,
         "Le sous-préfet central sous-préfet · présidait",
         page=SESSION),
    Fact("by his quality", "bench_member.quality", "sous-préfet", page=SESSION),
    Fact("the mayor", "bench_member.name", "Le maire", row=2, page=SESSION),
    Fact("agriculture", "bench_member.name", "L’agriculture", row=3, page=SESSION),
    Fact("town planning", "bench_member.name", "L’urbanisme", row=4, page=SESSION),
    Fact("State lands", "bench_member.name", "Les domaines", row=5, page=SESSION),
    Fact("waters and forests", "bench_member.name", "Les eaux et forêts", row=6, page=SESSION),
    Fact("a technical service each", "bench_member.quality", "service technique", row=6, page=SESSION),
    Fact("village chiefs", "bench_member.quality", "chefs de village", row=7, page=SESSION),
    Fact("more than thirty of them, in words", "bench_member.name", "plus de trente chefs de village", row=7,
         page=SESSION),
    Fact("and counted", "bench_member.people", 30, "plus de trente chefs de village (30 personnes)", row=7,
         page=SESSION),
    Fact("nobody counted women", "mediation_session.women", None, "Qui était là", page=SESSION),
    Fact("nobody counted men", "mediation_session.men", None, "Qui était là", page=SESSION),
    Fact("settled", "mediation_session.result", Result.AGREEMENT, page=SESSION),
    Fact("a loan is not a gift, whatever the time", "mediation_session.decided", GROUND, page=SESSION),
    Fact("a decision on ownership", "agreement.basis", Basis.DECISION, page=AGREEMENT),
    Fact("its ground", "agreement.points", GROUND, page=AGREEMENT),
    Fact("without any clause", "agreement.no_commitment", True, "ne contient aucun engagement",
         page=AGREEMENT),
    Fact("before the chiefs", "agreement_witness.name", "plus de trente chefs de village", page=AGREEMENT),
    Fact("whether minutes were made is not said", "agreement.signed_on", None, "rédigé", page=AGREEMENT),
)

ACCOUNT = Account("24", TITLE, as_told, FACTS)


def test_the_three_farmers_are_told_and_read_back(house, visit):
    assert not_read_back(ACCOUNT, house, visit) == []
