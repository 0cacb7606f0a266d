"""Account 34: a second well two metres from the first; the court sends the dispute to the cadi by letter."""

from datetime import timedelta

from mediation.acts import scope
from mediation.acts.scope import KEEPER
from mediation.acts.vocabulary import ReferralStage, Role, Stage
from mediation.commissions.kinds import InstitutionKind
from mediation.commissions.rules import InstitutionFacts, RoleFacts
from mediation.commissions.service import create_commission, grant_role
from mediation.demo.telling import TODAY, Telling, person
from mediation.disputes.kinds import DisputeKind, HarmKind, Relation, Resource
from mediation.disputes.rules import HarmFacts
from mediation.kernel import dates
from mediation.land.rules import ObjectFacts
from mediation.parties.beside import IntermediaryFacts
from mediation.parties.kinds import HelperQuality
from mediation.parties.service import add_intermediary
from mediation.places.models import SaidPlace
from mediation.referrals.rules import ReferFacts
from mediation.referrals.service import refer_dispute
from tests.journeys.account import Account, Fact, Refused, not_read_back

TITLE = "Second puits creusé près du premier"
IN_2006, UNDATED = dates.in_year(2006), dates.unknown("pas daté")
PLACE = SaidPlace(None, "un campement près d’Issoufène")
COURT, CADI = "Tribunal d’Issoufène", "Cadi d’Issoufène"
LETTER = "Le juge demande par écrit au cadi d’intervenir."


def court_is_open(tell: Telling) -> None:
    """The court is an institution of the register, and a clerk keeps its disputes."""
    with scope.seen_by(KEEPER):
        create_commission(KEEPER, None, InstitutionFacts("TRI", COURT, InstitutionKind.COURT))
        grant_role(KEEPER, None, RoleFacts(
            tell.cast["moussa"][0], Role.SECRETARY, TODAY - timedelta(days=30), "TRI"))


def as_told(tell: Telling) -> None:
    """A complaint of 2006, and a judge who asks the cadi in writing; what the cadi decided is not known."""
    court_is_open(tell)
    tell.begins(
        5, "moussa", "TRI", TITLE, DisputeKind.WATER_POINT, PLACE,
        (person(1, "Le propriétaire du premier puits", asked=True),
         person(2, "Le propriétaire du second puits")),
        ObjectFacts(Resource.WELL, "Un second puits.", landmarks="à deux mètres du premier puits",
                    since=IN_2006),
        happened_on=IN_2006, relation=Relation.HERDERS,
        harms=(HarmFacts(HarmKind.OTHER, what="bagarres à l’abreuvement", happened_on=IN_2006),))
    tell(4, "moussa", add_intermediary, IntermediaryFacts(
        HelperQuality.CADI, name="le cadi de la ville", did="saisi par le juge"))
    tell(4, "moussa", refer_dispute, ReferFacts(
        TITLE, DisputeKind.WATER_POINT, LETTER, receiver_name=CADI, place=PLACE, happened_on=UNDATED))


FACTS = (
    Fact("the type: a water point", "dispute.kind", DisputeKind.WATER_POINT, "point d’eau"),
    Fact("no village is named", "dispute.place", PLACE),
    Fact("both are herders", "dispute.relation", Relation.HERDERS),
    Fact("a complaint before the court", "dispute.lead", COURT, f"Le secrétariat et la présidence : {COURT}"),
    Fact("in 2006", "dispute.asked_on", IN_2006, "2006"),
    Fact("the owner of the first well", "party.name", "Le propriétaire du premier puits"),
    Fact("who complains", "party.asked", True, "cette partie demande la médiation"),
    Fact("the owner of the second well", "party.name", "Le propriétaire du second puits", row=2),
    Fact("on the other side", "party.side", 2, "Partie B Le propriétaire du second puits", row=2),
    Fact("a well", "contested_object.kind", Resource.WELL, "Puits"),
    Fact("the second one", "contested_object.description", "Un second puits."),
    Fact("two metres from the first", "contested_object.landmarks", "à deux mètres du premier puits"),
    Fact("something was suffered", "harm.kind", HarmKind.OTHER, "Autre"),
    Fact("fights, while watering animals", "harm.what", "bagarres à l’abreuvement"),
    Fact("nobody says how many were hurt", "harm.count", None, "on ne sait pas combien"),
    Fact("that year", "harm.happened_on", IN_2006, "abreuvement · 2006"),
    Fact("the cadi", "intermediary.name", "le cadi de la ville"),
    Fact("a religious judge", "intermediary.quality", HelperQuality.CADI, "Cadi, le cadi de la ville"),
    Fact("is seised by the judge", "intermediary.did", "saisi par le juge"),
    Fact("the court sends the dispute to him", "referral.receiver_name", CADI, f"Renvoi : {CADI}"),
    Fact("by the court", "referral.sender", COURT, f"présidence : {COURT}"),
    Fact("in writing: he is asked to intervene", "referral.cover", LETTER),
    Fact("on a day that is not said", "referral.happened_on", UNDATED, "réponse attendue pas daté"),
    Fact("what he decided is not known", "referral.answer", None, f"{CADI} · envoyé, réponse attendue pas daté"),
    Fact("the court may still be answered", "referral.stage", ReferralStage.SENT, "envoyé, réponse attendue"),
    Fact("where the complaint stays open meanwhile", "dispute.stage", Stage.REFERRED,
         f"Renvoyé à {CADI}, réponse attendue"),
)

ACCOUNT = Account("34", TITLE, as_told, FACTS,
                  refused=(Refused("the community of the two herders", "ethnicity"),
                           Refused("how they fought", "narrative of crimes")))


def test_the_second_well_is_told_and_read_back(house, visit):
    assert not_read_back(ACCOUNT, house, visit) == []
