"""Account 12: five thousand herders take a bourgoutière after an event of the State; nothing is settled yet."""

from datetime import date

from mediation.acts.vocabulary import Stage
from mediation.context.kinds import AlertLevel, ProceedingKind, ProceedingStep
from mediation.context.rules import AlertFacts, ProceedingFacts
from mediation.context.service import add_proceeding, set_alert
from mediation.demo.telling import Telling, group
from mediation.disputes.kinds import (
    AttemptChannel,
    AttemptResult,
    Channel,
    DisputeKind,
    Relation,
    Resource,
    Scale,
    Trigger,
)
from mediation.disputes.rules import AttemptFacts
from mediation.kernel import dates
from mediation.land.kinds import RightKind
from mediation.land.rules import ObjectFacts
from mediation.parties.kinds import PartyKind
from mediation.places.models import SaidPlace
from tests.journeys.account import Account, Fact, not_read_back

TITLE = "Bourgoutière de Sinayé"
WHERE = SaidPlace(None, "Sendiré, cercle de Mopti")
OTHER = SaidPlace(None, "Korossani, cercle de Mopti")
CENTURY = dates.in_century(15, "depuis le 15e siècle")
TAKEN = dates.after("les événements du 22 mars 2012", date(2012, 3, 22))
ASKED, UNDATED = dates.in_year(2012), dates.unknown()
HERDERS, FARMERS = "Environ 5 000 éleveurs de Sendiré", "Les cultivateurs de Korossani"
CHIEFS = "la famille Sidibara y tient la chefferie"
FORMER, MINISTERS = "l’ancien régime", "les ministres"
TAKEN_AWAY = "gestion retirée aux éleveurs, au profit des cultivateurs"
PRESS = "un article de presse, 2012"
CLASH = "Un affrontement est annoncé comme tout proche ; les éleveurs ont plus de 800 fusils."


def as_told(tell: Telling) -> None:
    """An alert in the press: who holds the pasture, who took it away, who took it back, whom they ask."""
    tell.begins(9, "moussa", "MSG", TITLE, DisputeKind.PASTURE, str(WHERE),
                (group(1, HERDERS, PartyKind.COMMUNITY, members=5000, quality=CHIEFS, asked=True),
                 group(2, FARMERS, PartyKind.COMMUNITY)),
                ObjectFacts(Resource.BOURGOUTIERE, "La bourgoutière, reprise par les éleveurs.", name="Sinayé",
                            since=CENTURY, rights=(RightKind.CUSTOM,), paper="aucun papier",
                            evidence="mémoire orale"),
                channel=Channel.ALERT, happened_on=ASKED, began_on=TAKEN, scale=Scale.COMMUNES,
                relation=Relation.FARMER_HERDER, resources=(Resource.BOURGOUTIERE,), triggers=(Trigger.DECISION,),
                villages=(OTHER,),
                attempts=(AttemptFacts(AttemptChannel.ADMINISTRATIVE, FORMER, UNDATED, AttemptResult.WON, TAKEN_AWAY,
                                       side=2, source="les éleveurs, qui l’accusent"),))
    tell(9, "moussa", set_alert, AlertFacts(AlertLevel.THREATS, CLASH, ASKED, PRESS))
    tell(9, "moussa", add_proceeding, ProceedingFacts(
        ProceedingKind.ADMINISTRATIVE, MINISTERS, ASKED, side=1, step=ProceedingStep.UNDER_WAY))


FACTS = (
    Fact("the type: a pasture", "dispute.kind", DisputeKind.PASTURE, TITLE),
    Fact("in a commune of the cercle of Mopti", "dispute.place", WHERE, "Sendiré, cercle de Mopti · ouvert"),
    Fact("and in another commune", "dispute_place.place", OTHER, "Autres villages Korossani, cercle de Mopti"),
    Fact("so between communes", "dispute.scale", Scale.COMMUNES),
    Fact("farmers and herders", "dispute.relation", Relation.FARMER_HERDER),
    Fact("it came as a warning in the press", "dispute.channel", Channel.ALERT, "Alerte précoce"),
    Fact("of 2012", "dispute.asked_on", ASKED, "Alerte précoce · 2012"),
    Fact("a bourgoutière", "contested_object.kind", Resource.BOURGOUTIERE, "De quelle sorte bourgoutière"),
    Fact("with its own name", "contested_object.name", "Sinayé"),
    Fact("taken by the herders", "contested_object.description", "La bourgoutière, reprise par les éleveurs."),
    Fact("after the events of 22 March 2012", "dispute.began_on", TAKEN,
         "après les événements du 22 mars 2012 (22 mars 2012)"),
    Fact("not registered", "contested_object.paper", "aucun papier", "Papier aucun papier"),
    Fact("held by custom", "contested_object.rights", (RightKind.CUSTOM,), "Droits coutume"),
    Fact("since the 15th century", "contested_object.since", CENTURY, "Depuis 15e siècle"),
    Fact("as oral memory tells", "contested_object.evidence", "mémoire orale", "Preuves mémoire orale"),
    Fact("the herders of a village, about five thousand", "party.name", HERDERS),
    Fact("counted", "party.members", 5000, "Personnes 5 000"),
    Fact("a community", "party.kind", PartyKind.COMMUNITY, f"{CHIEFS} · communauté"),
    Fact("of which one family holds the chieftaincy", "party.quality", CHIEFS),
    Fact("it is they who ask", "party.asked", True, "cette partie demande la médiation"),
    Fact("the farmers of another", "party.name", FARMERS, row=2),
    Fact("a community too", "party.kind", PartyKind.COMMUNITY, f"{FARMERS} communauté", row=2),
    Fact("whose number nobody says", "party.members", None, f"{FARMERS} communauté", row=2),
    Fact("the administration had a part before", "attempt.channel", AttemptChannel.ADMINISTRATIVE,
         f"Administrative · {FORMER}"),
    Fact("under the former regime", "attempt.body", FORMER),
    Fact("which took the management away", "attempt.decision", TAKEN_AWAY, f"Décision : {TAKEN_AWAY}"),
    Fact("so a decision of an authority set it off", "dispute.triggers", (Trigger.DECISION,),
         "décision d’une autorité"),
    Fact("to the benefit of one side", "attempt.result", AttemptResult.WON),
    Fact("that of the farmers", "attempt.side", 2, "un côté a gagné, côté B"),
    Fact("which is an accusation of the herders", "attempt.source", "les éleveurs, qui l’accusent"),
    Fact("the day of it is not said", "attempt.happened_on", UNDATED, f"{FORMER} · date inconnue"),
    Fact("the risk, before any violence", "alert.level", AlertLevel.THREATS, "Alerte : menaces"),
    Fact("an imminent clash is announced, with more than 800 guns", "alert.why", CLASH),
    Fact("in 2012", "alert.happened_on", ASKED, "Alerte : menaces, depuis : 2012"),
    Fact("by an article", "alert.source", PRESS, f"selon {PRESS}"),
    Fact("the herders ask ministers to intervene", "proceeding.body", MINISTERS,
         f"Administration · {MINISTERS}"),
    Fact("they are side A", "proceeding.side", 1, "demandée par le côté A"),
    Fact("no answer is known", "proceeding.step", ProceedingStep.UNDER_WAY, "En cours"),
    Fact("what the ministers or a court decided is not said", "proceeding.result", None, "En cours"),
    Fact("still open", "dispute.stage", Stage.REGISTERED, "Enregistré"),
)

ACCOUNT = Account("12", TITLE, as_told, FACTS)


def test_the_pasture_that_was_taken_is_told_and_read_back(house, visit):
    assert not_read_back(ACCOUNT, house, visit) == []
