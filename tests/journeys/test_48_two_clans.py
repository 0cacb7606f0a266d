"""Account 48: two clans of one name dispute a lent field, before a commission and a court at once."""

from mediation.acts.vocabulary import Stage
from mediation.demo.telling import TODAY, Telling, group
from mediation.disputes.kinds import (
    AttemptChannel,
    AttemptResult,
    DisputeKind,
    HarmKind,
    Relation,
    Resource,
    Scale,
)
from mediation.disputes.rules import AcceptFacts, AttemptFacts, HarmFacts
from mediation.disputes.service import accept_dispute
from mediation.kernel import dates
from mediation.kernel.dates import Unit
from mediation.land.kinds import RightKind
from mediation.land.rules import ObjectFacts
from mediation.parties.kinds import Mandate, Sex
from mediation.parties.models import Party
from mediation.parties.rules import RepresentativeFacts
from mediation.parties.service import appoint_representative
from mediation.places.models import SaidPlace
from tests.journeys.account import Account, Fact, Refused, Waiting, not_read_back

TITLE = "Champ prêté, réclamé trente ans après"
VILLAGE = SaidPlace(None, "Dafinala")
AUGUST = dates.in_month(2017, 8)
THIRTY_YEARS = dates.lasting(30, Unit.YEARS, TODAY, "trente ans")
EIGHTY = dates.aged(80, TODAY)
USE = "cultivé par les emprunteurs, puis laissé"
CHAIN = "Consignes passées de bouche en bouche : du père à l’oncle, de l’oncle à l’emprunteur."
MAYORS, COURT = "commission de réconciliation mise en place par le maire", "justice"


def as_told(tell: Telling) -> None:
    """A field lent, used thirty years, left and claimed; nothing is decided yet anywhere."""
    tell.begins(
        40, "moussa", "MSG", TITLE, DisputeKind.LENT_LAND, VILLAGE.words,
        (group(1, "Clan Sangaré-Bourama"), group(2, "Clan Sangaré-Zoumana", child_of="Niamba, l’emprunteur")),
        ObjectFacts(Resource.FIELD, "Un champ prêté à Niamba.", use=USE, since=THIRTY_YEARS,
                    rights=(RightKind.LOAN,),
                    evidence=CHAIN, paper="aucun papier"),
        scale=Scale.VILLAGE, relation=Relation.LENDER_BORROWER, happened_on=dates.unknown(),
        attempts=(AttemptFacts(AttemptChannel.COMMISSION, MAYORS, AUGUST, AttemptResult.PENDING),
                  AttemptFacts(AttemptChannel.COURT, COURT, AUGUST, AttemptResult.PENDING)),
        harms=(HarmFacts(HarmKind.HELD, 1, men=1, what="à la gendarmerie, sorti malade", source="un journal",
                         happened_on=AUGUST),))
    tell(40, "moussa", appoint_representative, RepresentativeFacts(
        "Siriman Sangaré", Mandate.CUSTOM, "patriarche", sex=Sex.MAN, born_on=EIGHTY), (Party, 1))
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
    Fact("about eighty years old", "representative.born_on", EIGHTY, dates.said_birth(EIGHTY, TODAY)),
    Fact("a field", "contested_object.kind", Resource.FIELD, "Champ"),
    Fact("lent to the ancestor", "contested_object.description", "Un champ prêté à Niamba."),
    Fact("used, then left", "contested_object.use", USE),
    Fact("for thirty years", "contested_object.since", THIRTY_YEARS, "Depuis trente ans"),
    Fact("as a loan", "contested_object.rights", (RightKind.LOAN,), "Droits prêt"),
    Fact("told from father to uncle to borrower", "contested_object.evidence", CHAIN),
    Fact("not registered", "contested_object.paper", "aucun papier"),
    Fact("a commission", "attempt.channel", AttemptChannel.COMMISSION, "Par une commission"),
    Fact("set up by the mayor", "attempt.body", MAYORS),
    Fact("pending", "attempt.result", AttemptResult.PENDING, "août 2017 · encore en cours"),
    Fact("in August 2017", "attempt.happened_on", AUGUST, f"{MAYORS} · août 2017"),
    Fact("a court", "attempt.channel", AttemptChannel.COURT, "Par un tribunal", row=2),
    Fact("which is not named", "attempt.body", COURT, "Par un tribunal · justice", row=2),
    Fact("pending too", "attempt.result", AttemptResult.PENDING, "justice · août 2017 · encore en cours",
         row=2),
    Fact("somebody was held", "harm.kind", HarmKind.HELD, "Personnes retenues"),
    Fact("one person", "harm.count", 1, "retenues : 1"),
    Fact("a man", "harm.men", 1, "1 homme"),
    Fact("at the gendarmerie, who came out ill", "harm.what", "à la gendarmerie, sorti malade"),
    Fact("a newspaper says so", "harm.source", "un journal", "selon un journal"),
    Fact("in the month of the article", "harm.happened_on", AUGUST, "sorti malade · août 2017"),
    Fact("nobody was heard here", "dispute.stage", Stage.ACCEPTED, "Convoqué à faire"),
)

ACCOUNT = Account("48", TITLE, as_told, FACTS, waiting=(
    Waiting("the commission and the court go on beside each other, each to be followed", "proceeding.add"),
    Waiting("the gendarmerie was seised as well", "proceeding.add"),
), refused=(Refused("what the old man was held for", "narrative of crimes"),))


def test_the_two_clans_are_told_and_read_back(house, visit):
    assert not_read_back(ACCOUNT, house, visit) == []
