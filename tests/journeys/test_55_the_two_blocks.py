"""Account 55: one man won in court against four families; the police stop the execution, a committee mediates."""

from datetime import date
from decimal import Decimal

from mediation.acts.vocabulary import MeasureStage, Stage
from mediation.context.kinds import AlertLevel, MeasureKind, SourceTopic
from mediation.context.rules import AlertFacts, MeasureFacts, SourceFacts
from mediation.context.service import record_measure, record_source, set_alert
from mediation.demo.telling import Telling, group, person
from mediation.disputes.kinds import (
    Applied,
    AttemptChannel,
    AttemptResult,
    Channel,
    CourtLevel,
    DisputeKind,
    HarmKind,
    Resource,
)
from mediation.disputes.rules import AcceptFacts, AttemptFacts, HarmFacts
from mediation.disputes.service import accept_dispute
from mediation.kernel import dates
from mediation.kernel.dates import Unit
from mediation.land.rules import ObjectFacts
from mediation.parties.beside import IntermediaryFacts
from mediation.parties.kinds import HelperQuality, PartyKind
from mediation.parties.service import add_intermediary
from mediation.places.models import SaidPlace
from mediation.sessions.kinds import Presence, Result, SessionKind
from mediation.sessions.rules import PresenceFacts, SeatFacts, SessionFacts
from mediation.sessions.service import record_session
from tests.journeys.account import Account, Fact, Refused, not_read_back

TITLE = "Deux îlots de la route de Sakléla"
TOWN = SaidPlace(None, "Gantola, dite aussi Gompala, comté de Nimba", "Liberia")
STATION = SaidPlace(None, "la gare routière de Sakléla")
TWELVE_YEARS = dates.lasting(12, Unit.YEARS, date(2021, 4, 30), "plus de 12 ans")
APRIL = dates.in_month(2021, 4, "un lundi d’avril 2021")
STOPPED = dates.after("le début de la démolition")
NAMED, REPORT = dates.on(date(2021, 5, 14), "vers le 14 mai 2021"), dates.on(date(2021, 7, 13), "60 jours")
SURVEYED = dates.in_month(2021, 10, "début octobre 2021")
PRESIDENT, COMMITTEE = "Le président de la République du Liberia", "Le comité spécial de la présidence"
POLICE, SURVEYORS = "L’inspecteur général de la police", "L’autorité foncière du Liberia"
CIRCUIT, SUPREME = "8e circuit judiciaire", "la Cour suprême"
WINNER = "Freddy Tuahson"
FAMILIES = ("Famille d’Alio Donzuma", "Famille d’Ansuma Jarbakeh", "Famille de Morlay Kromadu",
            "Famille de Donti Mulba Donzuma")
CLAIMS = "A dit que tout est à lui. Chacune des quatre familles réclame une autre part."
POINTS = "Chacun des cinq montre la part qu’il réclame ; les points GPS en sont relevés."
TALK = "Que chacun en parle dans sa famille, avant la table ronde du 16 juillet."
UNREST = "Une mosquée est menacée ; une journée de manifestation."
ONE, OTHER = "un journal", "un autre journal"
WHICH_COURT, WHICH_NAME = "Qui a jugé", "Le nom de la deuxième famille"
VERSIONS = (SourceFacts(SourceTopic.OTHER, WHICH_COURT, CIRCUIT, ONE),
            SourceFacts(SourceTopic.OTHER, WHICH_COURT, SUPREME, OTHER),
            SourceFacts(SourceTopic.NAME, WHICH_NAME, "Jarbakeh", ONE),
            SourceFacts(SourceTopic.NAME, WHICH_NAME, "Jabakeh", OTHER))


def family(number: int, **more):
    """One of the four families, all on one side."""
    return group(2, FAMILIES[number - 1], **more)


def as_told(tell: Telling) -> None:
    """Twelve years of court, a demolition that is stopped, a committee with sixty days, a survey with GPS."""
    tell.begins(
        30, "moussa", "MSG", TITLE, DisputeKind.OTHER, TOWN,
        (person(1, WINNER), family(1), family(2, other_names="Jabakeh"), family(3), family(4)),
        ObjectFacts(Resource.PLOT, "Deux îlots de la ville, sur la route de Sakléla.", place=STATION,
                    quantity=Decimal(2), unit="îlots", claims=CLAIMS, paper="jugement de propriété"),
        channel=Channel.REFERRED, came_from=PRESIDENT, happened_on=NAMED,
        attempts=(AttemptFacts(AttemptChannel.COURT, CIRCUIT, TWELVE_YEARS, AttemptResult.WON,
                               level=CourtLevel.TRIBUNAL, side=1, decided_on=APRIL, applied=Applied.STOPPED),),
        harms=(HarmFacts(HarmKind.HOUSES, 10, what="démolies après le jugement", happened_on=APRIL),
               HarmFacts(HarmKind.OTHER, what="entrepôt brûlé", count_said="un")))
    tell(30, "moussa", set_alert, AlertFacts(AlertLevel.VIOLENCE, UNREST, APRIL))
    tell(30, "moussa", record_measure, MeasureFacts(
        MeasureKind.EXECUTION_SUSPENDED, POLICE, STOPPED, extent="démolition arrêtée"))
    tell(30, "moussa", record_measure, MeasureFacts(
        MeasureKind.OTHER, PRESIDENT, NAMED, REPORT, extent="le comité rend son rapport en 60 jours"))
    tell(30, "moussa", add_intermediary, IntermediaryFacts(
        HelperQuality.OTHER, "commission", COMMITTEE, did="médiation, après le jugement", since=NAMED))
    for one in VERSIONS:
        tell(29, "moussa", record_source, one)
    tell(29, "bakary", accept_dispute, AcceptFacts())
    came = tuple(PresenceFacts(Presence.CAME, party=number) for number in range(1, 6))
    tell(28, "moussa", record_session, SessionFacts(
        SURVEYED, Result.GOES_ON, kind=SessionKind.SITE_VISIT, decided=POINTS, next_words=TALK,
        attendance=(*came, *(PresenceFacts(Presence.CAME, name=one) for one in ("Des habitants", "Des journalistes"))),
        bench=(SeatFacts(COMMITTEE, "commission"), SeatFacts(SURVEYORS, "service technique"))))


SESSION = "sessions/1/"
FACTS = (
    Fact("a plot of a town, a type of its own", "dispute.kind", DisputeKind.OTHER, f"autre {TITLE}"),
    Fact("in a town with two names, abroad", "dispute.place", TOWN, f"{TOWN} · ouvert"),
    Fact("a committee takes it up after the judgment", "dispute.channel", Channel.REFERRED, "Venue d’une autorité"),
    Fact("named by the president", "dispute.came_from", PRESIDENT, f"14 mai 2021 · {PRESIDENT}"),
    Fact("on about 14 May 2021", "dispute.asked_on", NAMED, "Venue d’une autorité · 14 mai 2021"),
    Fact("one man", "party.name", WINNER),
    Fact("alone on his side", "party.kind", PartyKind.PERSON, f"Partie A {WINNER} personne"),
    Fact("a family", "party.name", FAMILIES[0], row=2),
    Fact("of that kind", "party.kind", PartyKind.LINEAGE, f"{FAMILIES[0]} famille ou lignage", row=2),
    Fact("a second family", "party.name", FAMILIES[1], row=3),
    Fact("whose name is written in two ways", "party.other_names", "Jabakeh", "Connue aussi sous Jabakeh", row=3),
    Fact("a third family", "party.name", FAMILIES[2], row=4),
    Fact("a fourth family", "party.name", FAMILIES[3], row=5),
    Fact("on the same side as the first", "party.side", 2, f"Partie B {FAMILIES[3]}", row=5),
    Fact("a plot", "contested_object.kind", Resource.PLOT, "Lot"),
    Fact("of town land", "contested_object.description", "Deux îlots de la ville, sur la route de Sakléla."),
    Fact("at the parking", "contested_object.place", STATION, f"Lieu {STATION}"),
    Fact("two of them", "contested_object.quantity", Decimal(2), "Quantité 2 · îlots"),
    Fact("blocks", "contested_object.unit", "îlots"),
    Fact("each family claims another part", "contested_object.claims", CLAIMS),
    Fact("ownership by a court ruling", "contested_object.paper", "jugement de propriété",
         "Papier jugement de propriété"),
    Fact("a court", "attempt.channel", AttemptChannel.COURT, "Par un tribunal · tribunal"),
    Fact("of that circuit", "attempt.body", CIRCUIT, f"tribunal · {CIRCUIT}"),
    Fact("of the first degree", "attempt.level", CourtLevel.TRIBUNAL, f"Par un tribunal · tribunal · {CIRCUIT}"),
    Fact("after more than twelve years", "attempt.happened_on", TWELVE_YEARS, "plus de 12 ans (dit en 2021)"),
    Fact("on a Monday of April 2021", "attempt.decided_on", APRIL, "rendue : avril 2021"),
    Fact("rules for one side", "attempt.result", AttemptResult.WON, "un côté a gagné"),
    Fact("that of the one man", "attempt.side", 1, "un côté a gagné, côté A"),
    Fact("the execution is stopped on its way", "attempt.applied", Applied.STOPPED, "côté A, arrêté en route"),
    Fact("houses fall", "harm.kind", HarmKind.HOUSES, "Maisons détruites"),
    Fact("ten of them", "harm.count", 10, "10 · démolies"),
    Fact("after the ruling", "harm.what", "démolies après le jugement"),
    Fact("in the same month", "harm.happened_on", APRIL, "démolies après le jugement · avril 2021"),
    Fact("a warehouse burns", "harm.what", "entrepôt brûlé", row=2),
    Fact("one", "harm.count_said", "un", "un · entrepôt brûlé", row=2),
    Fact("it comes to violence", "alert.level", AlertLevel.VIOLENCE, "Alerte : violences"),
    Fact("a mosque is threatened, people demonstrate for a day", "alert.why", UNREST),
    Fact("in April 2021", "alert.happened_on", APRIL, "Alerte : violences, depuis : avril 2021"),
    Fact("the execution is suspended", "measure.kind", MeasureKind.EXECUTION_SUSPENDED,
         "Exécution d’une décision suspendue"),
    Fact("by the head of the police", "measure.authority", POLICE, f"suspendue · {POLICE}"),
    Fact("of the demolition", "measure.extent", "démolition arrêtée"),
    Fact("once it had begun", "measure.happened_on", STOPPED, "après le début de la démolition"),
    Fact("until when is not said", "measure.until", None, "en vigueur · aucune fin n’est dite"),
    Fact("so it still holds", "measure.stage", MeasureStage.IN_FORCE, "en vigueur · aucune fin"),
    Fact("the president orders a report", "measure.authority", PRESIDENT, f"Autre · {PRESIDENT}", row=2),
    Fact("of the committee", "measure.extent", "le comité rend son rapport en 60 jours", row=2),
    Fact("when it is named", "measure.happened_on", NAMED, "à partir de : 14 mai 2021", row=2),
    Fact("within sixty days", "measure.until", REPORT, "jusqu’à : 13 juillet 2021", row=2),
    Fact("a special committee of the presidency", "intermediary.name", COMMITTEE, f"Commission, {COMMITTEE}"),
    Fact("as a commission", "intermediary.quality_words", "commission", f"Commission, {COMMITTEE}"),
    Fact("mediates after the judgment", "intermediary.did", "médiation, après le jugement"),
    Fact("since that day", "intermediary.since", NAMED, f"{COMMITTEE} · depuis le 14 mai 2021"),
    Fact("one source names one court", "source.says", CIRCUIT, f"Selon {ONE} : {CIRCUIT}"),
    Fact("another the supreme court", "source.says", SUPREME, f"Selon {OTHER} : {SUPREME}", row=2),
    Fact("about the same judgment", "source.fact", WHICH_COURT, f"Autre chose · {WHICH_COURT} 2 versions", row=2),
    Fact("one source writes a name so", "source.says", "Jarbakeh", f"Selon {ONE} : Jarbakeh", row=3),
    Fact("another otherwise", "source.says", "Jabakeh", f"Selon {OTHER} : Jabakeh", row=4),
    Fact("a family name", "source.topic", SourceTopic.NAME, f"Un nom · {WHICH_NAME} 2 versions", row=4),
    Fact("a survey on the ground", "mediation_session.kind", SessionKind.SITE_VISIT, page=SESSION),
    Fact("early in October 2021", "mediation_session.held_on", SURVEYED, "octobre 2021", page=SESSION),
    Fact("each of the five shows the part claimed, the points are taken", "mediation_session.decided", POINTS,
         page=SESSION),
    Fact("the one man is there", "attendance.presence", Presence.CAME, f"{WINNER} · là", page=SESSION),
    Fact("so is each family", "attendance.presence", Presence.CAME, f"{FAMILIES[3]} · là", row=5, page=SESSION),
    Fact("before residents", "attendance.name", "Des habitants", "Des habitants · là", row=6, page=SESSION),
    Fact("and the press", "attendance.name", "Des journalistes", "Des journalistes · là", row=7, page=SESSION),
    Fact("the committee has it done", "bench_member.name", COMMITTEE, page=SESSION),
    Fact("by the land authority", "bench_member.name", SURVEYORS, row=2, page=SESSION),
    Fact("a technical service", "bench_member.quality", "service technique", f"{SURVEYORS} service technique", row=2,
         page=SESSION),
    Fact("nothing is agreed yet", "mediation_session.result", Result.GOES_ON, page=SESSION),
    Fact("they are asked to talk to their families before a round table on 16 July",
         "mediation_session.next_words", TALK, page=SESSION,
         because="a day without its year, past when it is written down; whether they met is not said"),
    Fact("still open", "dispute.stage", Stage.IN_MEDIATION, "En médiation"),
)

ACCOUNT = Account("55", TITLE, as_told, FACTS,
                  refused=(Refused("the two peoples that the quarrel is said to oppose", "ethnicity"),))


def test_the_two_blocks_are_told_and_read_back(house, visit):
    assert not_read_back(ACCOUNT, house, visit) == []
