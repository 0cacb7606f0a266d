"""Account 57: twenty years of courts over one land for two uses, and a new writ that forgets the last ruling."""

from datetime import date
from decimal import Decimal

from mediation.acts.vocabulary import Stage
from mediation.context.kinds import ProceedingKind, ProceedingStep, SourceTopic
from mediation.context.rules import ProceedingFacts, SourceFacts
from mediation.context.service import add_proceeding, record_source
from mediation.demo.telling import Telling, person
from mediation.disputes.kinds import AttemptChannel, AttemptResult, CourtLevel, DisputeKind, Resource, Scale
from mediation.disputes.rules import AcceptFacts, AttemptFacts
from mediation.disputes.service import accept_dispute
from mediation.kernel import dates
from mediation.land.rules import ObjectFacts
from mediation.parties.beside import IntermediaryFacts
from mediation.parties.kinds import HelperQuality, Mandate, PartyKind
from mediation.parties.service import add_intermediary
from mediation.places.models import SaidPlace
from tests.journeys.account import Account, Fact, not_read_back

TITLE = "Champ nouveau ou pâturage, à Madila Sanmaké"
VILLAGE = SaidPlace(None, "Madila Sanmaké, cercle de Diéma")
HAMLET = SaidPlace(None, "Kompéla, hameau")
OTHER_HAMLET = SaidPlace(None, "Balanfara, aussi écrit Ballanfara, hameau")
SPOT = SaidPlace(None, "Mahila, lieu-dit")
DIEMA, KAYES = SaidPlace(None, "Diéma"), SaidPlace(None, "Kayes")
BEGAN = dates.within_years(2001, 2003, "début des années 2000")
IN_2014, IN_2016 = dates.in_year(2014, "nommé dans les procédures de 2014"), dates.in_year(2016, "nommé en 2016")
APPEALED = dates.unknown("un 27 décembre, avant janvier 2014")
LAST_APPEAL, RULED = dates.on(date(2014, 1, 15)), dates.on(date(2021, 6, 29))
CAME, WRIT, HEARING = dates.on(date(2016, 5, 3)), dates.in_month(2024, 8), dates.on(date(2024, 8, 26))
FIRST, LEAD, OWNER = "Diadi Sanmaké", "Malé Sanmaké", "Diangué Sanmaké"
OTHERS = ("Housseïni Sanmaké", "Makan-Goula Sanmaké", "Idriss Sanmaké", "Makan-Biba Sanmaké", "Diambéré Sanmaké")
FIRST_COURT, APPEAL, SUPREME = "tribunal de Diéma", "cour d’appel de Kayes", "Cour suprême"
EXPELLED = "arrêt n° 36 : expulsion de Ballanfara, après un bornage"
AGAINST_B = "arrêt n° 229, pas favorable à B"
FARMERS, MEDIATORS = "L’union des paysans sans terre", "Famori Kamissama et son équipe"
BY_CUSTOM = "bons offices selon le droit coutumier, en délégation sur place"
LAWYER, SURVEYOR = "Maître Djandou Diallama", "L’institut géographique de Kayes"
MARKED = "trois bornages, à des dates différentes ; le résultat du troisième n’est pas connu"
ONE_CHIEF = "deux hameaux d’un même village, sous un seul chef"
CLAIMS = "Un champ nouveau pour un côté ; un pâturage et un passage pour l’autre."
PEACE, STOP = "justice de paix de Diéma", "arrêter les travaux des champs"
ORIGIN, LEFT_OUT, INVENTED = "Le début du litige", "L’arrêt n° 229 dans la nouvelle demande", "Les témoins"
IN_2024 = dates.in_month(2024, 8)
VERSIONS = (SourceFacts(SourceTopic.DATE, ORIGIN, "en 2003", "un premier article"),
            SourceFacts(SourceTopic.DATE, ORIGIN, "il y a 23 ans", "un deuxième article", IN_2024),
            SourceFacts(SourceTopic.DATE, ORIGIN, "au début des années 2000", "un troisième article", IN_2024),
            SourceFacts(SourceTopic.OTHER, LEFT_OUT, "elle n’en parle pas", "un deuxième article", IN_2024),
            SourceFacts(SourceTopic.PEOPLE, INVENTED, "ils seraient inventés", "un article"))


def court(body: str, level: CourtLevel, **more) -> AttemptFacts:
    """Something tried before a court."""
    return AttemptFacts(AttemptChannel.COURT, body, level=level, **more)


ATTEMPTS = (
    court(FIRST_COURT, CourtLevel.TRIBUNAL, place=DIEMA),
    court(APPEAL, CourtLevel.APPEAL, place=KAYES, result=AttemptResult.DECIDED, decision=EXPELLED, decided_on=APPEALED),
    AttemptFacts(AttemptChannel.OTHER_MEDIATOR, FARMERS, CAME),
    AttemptFacts(AttemptChannel.ADMINISTRATIVE, result=AttemptResult.FAILED),
)


def as_told(tell: Telling) -> None:
    """The parties, what three courts said, the good offices in between, and the new writ of 2024."""
    named = (person(1, FIRST, place=HAMLET, joined_on=IN_2016), person(1, LEAD, joined_on=IN_2014),
             *(person(1, name, joined_on=IN_2014) for name in OTHERS))
    tell.begins(
        20, "moussa", "MSG", TITLE, DisputeKind.PASTURE, VILLAGE,
        (*named, person(2, OWNER, other_names="Dianguéné Sanmaké", place=OTHER_HAMLET,
                        quality="cultivateur, riche en bétail")),
        ObjectFacts(Resource.FIELD, "Une terre réclamée pour deux usages.", place=SPOT, villages=ONE_CHIEF,
                    area=Decimal(2700), area_said="environ, dit en 2016", claims=CLAIMS, paper="aucun titre n’est dit",
                    evidence=MARKED),
        happened_on=dates.unknown(), began_on=BEGAN, scale=Scale.FAMILY, villages=(HAMLET, OTHER_HAMLET, SPOT),
        resources=(Resource.FIELD, Resource.PASTURE, Resource.CORRIDOR),
        attempts=(*ATTEMPTS, court(SUPREME, CourtLevel.SUPREME, their_number="01", happened_on=LAST_APPEAL,
                                   result=AttemptResult.DECIDED, decision=AGAINST_B, decided_on=RULED, against=2)))
    tell.speaks(20, "moussa", 2, LAWYER, Mandate.NOT_SAID, "avocat")
    tell(20, "moussa", add_intermediary, IntermediaryFacts(
        HelperQuality.OTHER, "organisation paysanne", MEDIATORS, did=BY_CUSTOM, since=CAME))
    tell(20, "moussa", add_intermediary, IntermediaryFacts(
        HelperQuality.TECHNICAL_SERVICE, name=SURVEYOR, did="bornage"))
    tell(19, "moussa", add_proceeding, ProceedingFacts(
        ProceedingKind.CIVIL, PEACE, WRIT, CourtLevel.PEACE, step=ProceedingStep.UNDER_WAY, asks=STOP,
        hearing_on=HEARING))
    for one in VERSIONS:
        tell(19, "moussa", record_source, one)
    tell(18, "bakary", accept_dispute, AcceptFacts())


def later_named() -> tuple[Fact, ...]:
    """The five others, by their names, as of the same year."""
    found = []
    for row, name in enumerate(OTHERS, start=3):
        found += [Fact(f"{row - 1} of those named later", "party.name", name, row=row),
                  Fact(f"{row - 1} of them in 2014 too", "party.joined_on", IN_2014,
                       f"{name} personne · depuis 2014", row=row)]
    return tuple(found)


FACTS = (
    Fact("the type: a pasture", "dispute.kind", DisputeKind.PASTURE, f"pâturage ou bourgoutière {TITLE}"),
    Fact("field, pasture and passage at once", "dispute.resources",
         (Resource.CORRIDOR, Resource.FIELD, Resource.PASTURE), "couloir, champ, pâturage"),
    Fact("within a family", "dispute.scale", Scale.FAMILY),
    Fact("the village", "dispute.place", VILLAGE, f"{VILLAGE} · ouvert"),
    Fact("one hamlet of it", "dispute_place.place", HAMLET, f"Autres villages {HAMLET}"),
    Fact("another hamlet, written in two ways", "dispute_place.place", OTHER_HAMLET, row=2),
    Fact("a spot", "dispute_place.place", SPOT, f"{OTHER_HAMLET}, {SPOT}", row=3),
    Fact("two hamlets of one village, with one chief", "contested_object.villages", ONE_CHIEF),
    Fact("twenty years or more", "dispute.began_on", BEGAN, "Depuis vers 2002"),
    Fact("one man, named first", "party.name", FIRST),
    Fact("of one hamlet", "party.place", HAMLET, f"Village {HAMLET}"),
    Fact("in 2016", "party.joined_on", IN_2016, f"{FIRST} personne · depuis 2016"),
    Fact("another man leads in the procedures", "party.name", LEAD, row=2),
    Fact("on the same side", "party.side", 1, f"Partie A {LEAD}", row=2),
    Fact("in 2014", "party.joined_on", IN_2014, f"{LEAD} personne · depuis 2014", row=2),
    *later_named(),
    Fact("all persons", "party.kind", PartyKind.PERSON, f"{OTHERS[4]} personne", row=7),
    Fact("the other side: one man of the same name", "party.name", OWNER, row=8),
    Fact("alone there", "party.side", 2, f"Partie B {OWNER}", row=8),
    Fact("spelt in two ways", "party.other_names", "Dianguéné Sanmaké", "Connue aussi sous Dianguéné Sanmaké", row=8),
    Fact("of the other hamlet", "party.place", OTHER_HAMLET, f"Village {OTHER_HAMLET}", row=8),
    Fact("a farmer and rich owner of livestock", "party.quality", "cultivateur, riche en bétail", row=8),
    Fact("a lawyer", "representative.quality", "avocat", f"{LAWYER} · avocat"),
    Fact("by his name", "representative.name", LAWYER),
    Fact("for the second man; on what mandate is not said", "representative.mandate", Mandate.NOT_SAID,
         "avocat · aucune source ne le dit"),
    Fact("land", "contested_object.kind", Resource.FIELD, "Champ Une terre"),
    Fact("for two uses", "contested_object.description", "Une terre réclamée pour deux usages."),
    Fact("at that spot", "contested_object.place", SPOT, f"Lieu {SPOT}"),
    Fact("as a field by some, as pasture and passage by others", "contested_object.claims", CLAIMS),
    Fact("2,700 hectares", "contested_object.area", Decimal(2700), "2 700 ha"),
    Fact("about, as told in 2016", "contested_object.area_said", "environ, dit en 2016", "dit en 2016 · 2 700"),
    Fact("no title is told of", "contested_object.paper", "aucun titre n’est dit"),
    Fact("three demarcations, the last without a known result", "contested_object.evidence", MARKED),
    Fact("a first court", "attempt.body", FIRST_COURT, f"Par un tribunal · tribunal · {FIRST_COURT}"),
    Fact("in the chief town", "attempt.place", DIEMA, f"{FIRST_COURT} · Diéma"),
    Fact("what it said is not known", "attempt.result", None, f"{FIRST_COURT} · Diéma"),
    Fact("nor when", "attempt.decided_on", None, f"{FIRST_COURT} · Diéma"),
    Fact("a court of appeal", "attempt.body", APPEAL, row=2),
    Fact("of that level", "attempt.level", CourtLevel.APPEAL, f"cour d’appel · {APPEAL}", row=2),
    Fact("in another town", "attempt.place", KAYES, f"{APPEAL} · Kayes · une décision", row=2),
    Fact("decides", "attempt.result", AttemptResult.DECIDED, "Kayes · une décision", row=2),
    Fact("an expulsion, with its number, after a demarcation", "attempt.decision", EXPELLED, f"Décision : {EXPELLED}",
         row=2),
    Fact("on a 27 December whose year is cut", "attempt.decided_on", APPEALED, f"rendue : {APPEALED.words}", row=2),
    Fact("another mediation", "attempt.channel", AttemptChannel.OTHER_MEDIATOR, "Par une autre médiation", row=3),
    Fact("of an organisation of farmers", "attempt.body", FARMERS, row=3),
    Fact("on 3 May 2016, with the courts at work", "attempt.happened_on", CAME, f"{FARMERS} · 3 mai 2016", row=3),
    Fact("without a known result", "attempt.result", None, f"{FARMERS} · 3 mai 2016", row=3),
    Fact("the administration", "attempt.channel", AttemptChannel.ADMINISTRATIVE, "Administrative · sans accord", row=4),
    Fact("tries to settle it, in vain", "attempt.result", AttemptResult.FAILED, "Administrative · sans accord", row=4),
    Fact("when is not said", "attempt.happened_on", None, "Administrative · sans accord", row=4),
    Fact("the supreme court", "attempt.level", CourtLevel.SUPREME, "Par un tribunal · cour suprême", row=5),
    Fact("seised under a number", "attempt.their_number", "01", f"{SUPREME} · n° 01", row=5),
    Fact("on 15 January 2014", "attempt.happened_on", LAST_APPEAL, "n° 01 · 15 janvier 2014", row=5),
    Fact("against the court of appeal", "attempt.attacked", 2, f"contre la décision {EXPELLED}", row=5),
    Fact("rules on 29 June 2021", "attempt.decided_on", RULED, "rendue : 29 juin 2021", row=5),
    Fact("under a number, not for the second side", "attempt.decision", AGAINST_B, row=5),
    Fact("who helped, by name", "intermediary.name", MEDIATORS),
    Fact("for the organisation", "intermediary.quality_words", "organisation paysanne",
         f"Organisation paysanne, {MEDIATORS}"),
    Fact("good offices by custom, a delegation on the place", "intermediary.did", BY_CUSTOM),
    Fact("that day", "intermediary.since", CAME, f"{MEDIATORS} · depuis le 3 mai 2016"),
    Fact("a surveyor", "intermediary.name", SURVEYOR, row=2),
    Fact("a technical service", "intermediary.quality", HelperQuality.TECHNICAL_SERVICE,
         f"Service technique, {SURVEYOR}", row=2),
    Fact("drew the limits", "intermediary.did", "bornage", f"{SURVEYOR} bornage", row=2),
    Fact("a new writ", "proceeding.body", PEACE, f"Tribunal civil · justice de paix · {PEACE}"),
    Fact("before a justice of peace", "proceeding.level", CourtLevel.PEACE, f"justice de paix · {PEACE}"),
    Fact("in August 2024", "proceeding.opened_on", WRIT, "ouverte : août 2024"),
    Fact("to stop the work in the fields", "proceeding.asks", STOP, f"ouverte : août 2024 · {STOP}"),
    Fact("heard on 26 August 2024", "proceeding.hearing_on", HEARING, "audience : 26 août 2024"),
    Fact("not decided", "proceeding.step", ProceedingStep.UNDER_WAY, "En cours · audience"),
    Fact("one source: since 2003", "source.says", "en 2003", "Selon un premier article : en 2003"),
    Fact("another: for 23 years", "source.says", "il y a 23 ans", "Selon un deuxième article (août 2024)", row=2),
    Fact("told in 2024", "source.happened_on", IN_2024, "Selon un deuxième article (août 2024) : il y a 23 ans", row=2),
    Fact("a third: the first years of the century", "source.says", "au début des années 2000", row=3),
    Fact("about the same beginning", "source.fact", ORIGIN, f"Une date · {ORIGIN} 3 versions", row=3),
    Fact("the last ruling is left out of the writ", "source.says", "elle n’en parle pas", row=4),
    Fact("that ruling, by its number", "source.fact", LEFT_OUT, row=4),
    Fact("witnesses are said to be made up", "source.says", "ils seraient inventés", row=5),
    Fact("nothing was agreed, and it is open", "dispute.ending", None, "Accepté"),
    Fact("nobody is heard here yet", "dispute.stage", Stage.ACCEPTED, "Convoqué à faire"),
)

ACCOUNT = Account("57", TITLE, as_told, FACTS)


def test_the_twenty_years_of_courts_are_told_and_read_back(house, visit):
    assert not_read_back(ACCOUNT, house, visit) == []
