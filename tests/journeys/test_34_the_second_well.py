"""Account 34: a second well two metres from the first; the court sends the dispute to the cadi by letter."""

from mediation.acts.vocabulary import Stage
from mediation.demo.telling import Telling, person
from mediation.disputes.kinds import (
    AttemptChannel,
    AttemptResult,
    Channel,
    DisputeKind,
    HarmKind,
    Relation,
    Resource,
)
from mediation.disputes.rules import AcceptFacts, AssignFacts, AttemptFacts, HarmFacts
from mediation.disputes.service import accept_dispute, assign_dispute
from mediation.kernel import dates
from mediation.land.rules import ObjectFacts
from mediation.places.models import SaidPlace
from tests.journeys.account import Account, Fact, Refused, Waiting, not_read_back

TITLE = "Second puits creusé près du premier"
IN_2006 = dates.in_year(2006)
PLACE = SaidPlace(None, "un campement près d’Issoufène")
LETTER = "lettre du juge, qui demande au cadi d’intervenir"
COURT = "tribunal d’Issoufène"


def as_told(tell: Telling) -> None:
    """A complaint of 2006, and a judge who asks the cadi in writing; what the cadi decided is not known."""
    tell.begins(
        5, "moussa", "MSG", TITLE, DisputeKind.WATER_POINT, PLACE.words,
        (person(1, "Le propriétaire du premier puits", asked=True),
         person(2, "Le propriétaire du second puits")),
        ObjectFacts(Resource.WELL, "Un second puits.", landmarks="à deux mètres du premier puits",
                    since=IN_2006),
        channel=Channel.REFERRED, came_from=COURT, happened_on=IN_2006, relation=Relation.HERDERS,
        attempts=(AttemptFacts(AttemptChannel.COURT, COURT, IN_2006, AttemptResult.PENDING, LETTER),),
        harms=(HarmFacts(HarmKind.OTHER, what="bagarres à l’abreuvement", happened_on=IN_2006),))
    tell(4, "bakary", accept_dispute, AcceptFacts())
    tell(4, "bakary", assign_dispute, AssignFacts(None, "Le cadi d’Issoufène", "cadi", leads=True))


FACTS = (
    Fact("the type: a water point", "dispute.kind", DisputeKind.WATER_POINT, "point d’eau"),
    Fact("no village is named", "dispute.place", PLACE),
    Fact("both are herders", "dispute.relation", Relation.HERDERS),
    Fact("sent by an authority", "dispute.channel", Channel.REFERRED, "Venue d’une autorité"),
    Fact("the court", "dispute.came_from", COURT),
    Fact("whose letter bears no number that is known", "dispute.their_number", None, f"2006 · {COURT}"),
    Fact("in 2006", "dispute.asked_on", IN_2006, "Venue d’une autorité · 2006"),
    Fact("the owner of the first well", "party.name", "Le propriétaire du premier puits"),
    Fact("who complains", "party.asked", True, "cette partie demande la médiation"),
    Fact("the owner of the second well", "party.name", "Le propriétaire du second puits", row=2),
    Fact("on the other side", "party.side", 2, "Partie B Le propriétaire du second puits", row=2),
    Fact("a well", "contested_object.kind", Resource.WELL, "Puits"),
    Fact("the second one", "contested_object.description", "Un second puits."),
    Fact("two metres from the first", "contested_object.landmarks", "à deux mètres du premier puits"),
    Fact("a complaint before the court", "attempt.channel", AttemptChannel.COURT, "Par un tribunal"),
    Fact("which court", "attempt.body", COURT, f"Par un tribunal · {COURT}"),
    Fact("when", "attempt.happened_on", IN_2006, f"{COURT} · 2006"),
    Fact("not judged", "attempt.result", AttemptResult.PENDING),
    Fact("the judge asks the cadi in writing", "attempt.decision", LETTER),
    Fact("something was suffered", "harm.kind", HarmKind.OTHER, "Autre"),
    Fact("fights, while watering animals", "harm.what", "bagarres à l’abreuvement"),
    Fact("nobody says how many were hurt", "harm.count", None, "on ne sait pas combien"),
    Fact("that year", "harm.happened_on", IN_2006, "abreuvement · 2006"),
    Fact("the cadi", "team_member.name", "Le cadi d’Issoufène"),
    Fact("a religious judge", "team_member.quality", "cadi", "Le cadi d’Issoufène cadi"),
    Fact("is seised", "team_member.leads", True, "en charge : Le cadi d’Issoufène"),
    Fact("what he decided is not known", "dispute.ending", None, "Convoqué à faire"),
    Fact("so nobody is heard yet", "dispute.stage", Stage.ACCEPTED, "Convoqué à faire"),
)

ACCOUNT = Account("34", TITLE, as_told, FACTS, waiting=(
    Waiting("the complaint stays open before the court while the cadi hears the parties", "proceeding.add"),
    Waiting("the court is a sender that may be answered", "dispute.answer_referral"),
), refused=(Refused("the community of the two herders", "ethnicity"),
            Refused("how they fought", "narrative of crimes")))


def test_the_second_well_is_told_and_read_back(house, visit):
    assert not_read_back(ACCOUNT, house, visit) == []
