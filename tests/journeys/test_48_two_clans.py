"""Account 48: two clans of one name dispute a lent field, before a commission and a court at once."""

from mediation.acts.vocabulary import Stage
from mediation.context.kinds import ProceedingKind, ProceedingStep
from mediation.context.rules import ProceedingFacts
from mediation.context.service import add_proceeding
from mediation.demo.telling import TODAY, Telling, group
from mediation.disputes.kinds import DisputeKind, HarmKind, Relation, Resource, Scale
from mediation.disputes.rules import AcceptFacts, HarmFacts
from mediation.disputes.service import accept_dispute
from mediation.kernel import births, dates
from mediation.kernel.dates import Unit
from mediation.land.kinds import RightKind
from mediation.land.rules import ObjectFacts
from mediation.parties.kinds import Mandate, Sex
from mediation.parties.models import Party
from mediation.parties.rules import RepresentativeFacts
from mediation.parties.service import appoint_representative
from mediation.places.models import SaidPlace
from tests.journeys.account import Account, Fact, Refused, not_read_back

TITLE = "Champ prêté, réclamé trente ans après"
VILLAGE = SaidPlace(None, "Dafinala")
AUGUST = dates.in_month(2017, 8)
THIRTY_YEARS = dates.lasting(30, Unit.YEARS, TODAY, "trente ans")
EIGHTY = births.aged(80, TODAY)
USE = "cultivé par les emprunteurs, puis laissé"
CHAIN = "Consignes passées de bouche en bouche : du père à l’oncle, de l’oncle à l’emprunteur."
MAYORS, COURT = "commission de réconciliation mise en place par le maire", "justice"
BRIGADE = "gendarmerie"
PENDING = ((ProceedingKind.ADMINISTRATIVE, MAYORS, ProceedingStep.UNDER_WAY),
           (ProceedingKind.CIVIL, COURT, ProceedingStep.UNDER_WAY), (ProceedingKind.CRIMINAL, BRIGADE, None))


def as_told(tell: Telling) -> None:
    """A field lent, used thirty years, left and claimed; nothing is decided yet anywhere."""
    tell.begins(
        40, "moussa", "MSG", TITLE, DisputeKind.LENT_LAND, VILLAGE.words,
        (group(1, "Clan Sangaré-Bourama"), group(2, "Clan Sangaré-Zoumana", child_of="Niamba, l’emprunteur")),
        ObjectFacts(Resource.FIELD, "Un champ prêté à Niamba.", use=USE, since=THIRTY_YEARS,
                    rights=(RightKind.LOAN,),
                    evidence=CHAIN, paper="aucun papier"),
        scale=Scale.VILLAGE, relation=Relation.LENDER_BORROWER, happened_on=dates.unknown(),
        harms=(HarmFacts(HarmKind.HELD, 1, men=1, what="à la gendarmerie, sorti malade", source="un journal",
                         said_on=AUGUST),))
    tell(40, "moussa", appoint_representative, RepresentativeFacts(
        "Siriman Sangaré", Mandate.CUSTOM, "patriarche", sex=Sex.MAN, born_on=EIGHTY), (Party, 1))
    for kind, body, step in PENDING:
        tell(40, "moussa", add_proceeding, ProceedingFacts(kind, body, step=step))
    tell(39, "bakary", accept_dispute, AcceptFacts())


FACTS = (
    Fact("the type: lent land", "dispute.kind", DisputeKind.LENT_LAND, "terre prêtée"),
    Fact("within a village", "dispute.scale", Scale.VILLAGE),
    Fact("by its name", "dispute.place", VILLAGE),
    Fact("a lender and a borrower", "dispute.relation", Relation.LENDER_BORROWER),
    Fact("a clan", "party.name", "Clan Sangaré-Bourama"),
    Fact("another, of the same family name", "party.name", "Clan Sangaré-Zoumana", row=2),
    Fact("on the other side", "party.side", 2, "Partie B Clan Sangaré-Zoumana", row=2),
    Fact("descendants of the borrower", "party.child_of", "Niamba, l’emprunteur", row=2),
    Fact("a patriarch", "representative.quality", "patriarche"),
    Fact("by his name", "representative.name", "Siriman Sangaré"),
    Fact("who speaks by custom", "representative.mandate", Mandate.CUSTOM),
    Fact("about eighty years old", "representative.born_on", EIGHTY, births.said_birth(EIGHTY, TODAY)),
    Fact("a field", "contested_object.kind", Resource.FIELD, "Champ"),
    Fact("lent to the ancestor", "contested_object.description", "Un champ prêté à Niamba."),
    Fact("used, then left", "contested_object.use", USE),
    Fact("for thirty years", "contested_object.since", THIRTY_YEARS, "Depuis trente ans"),
    Fact("as a loan", "contested_object.rights", (RightKind.LOAN,), "Droits prêt"),
    Fact("told from father to uncle to borrower", "contested_object.evidence", CHAIN),
    Fact("not registered", "contested_object.paper", "aucun papier"),
    Fact("a commission set up by the mayor", "proceeding.body", MAYORS, f"Administration · {MAYORS}"),
    Fact("of the administration", "proceeding.kind", ProceedingKind.ADMINISTRATIVE, f"Administration · {MAYORS}"),
    Fact("pending", "proceeding.step", ProceedingStep.UNDER_WAY, f"{MAYORS} En cours"),
    Fact("a court, which is not named", "proceeding.body", COURT, f"Tribunal civil · {COURT}", row=2),
    Fact("beside the commission", "proceeding.kind", ProceedingKind.CIVIL, f"Tribunal civil · {COURT}", row=2),
    Fact("pending too", "proceeding.step", ProceedingStep.UNDER_WAY, f"{COURT} En cours", row=2),
    Fact("the gendarmerie as well", "proceeding.body", BRIGADE, row=3),
    Fact("as criminal justice", "proceeding.kind", ProceedingKind.CRIMINAL,
         f"Justice pénale ou gendarmerie · {BRIGADE}", row=3),
    Fact("how far that is, nobody says", "proceeding.step", None, f"Justice pénale ou gendarmerie · {BRIGADE}", row=3),
    Fact("since when they run is not said", "proceeding.opened_on", None, f"Tribunal civil · {COURT} En cours", row=2),
    Fact("somebody was held", "harm.kind", HarmKind.HELD, "Personnes retenues"),
    Fact("one person", "harm.count", 1, "retenues : 1"),
    Fact("a man", "harm.men", 1, "1 homme"),
    Fact("at the gendarmerie, who came out ill", "harm.what", "à la gendarmerie, sorti malade"),
    Fact("a newspaper says so", "harm.source", "un journal", "selon un journal"),
    Fact("in an article of August 2017", "harm.said_on", AUGUST, "selon un journal, dit : août 2017"),
    Fact("when he was held is not said", "harm.happened_on", None, "sorti malade · selon un journal"),
    Fact("nobody was heard here", "dispute.stage", Stage.ACCEPTED, "Convoqué à faire"),
)

ACCOUNT = Account("48", TITLE, as_told, FACTS,
                  refused=(Refused("what the old man was held for", "narrative of crimes"),))


def test_the_two_clans_are_told_and_read_back(house, visit):
    assert not_read_back(ACCOUNT, house, visit) == []
