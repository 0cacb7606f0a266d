"""Account 19: a quarrel of two people becomes one of two villages; a court judges, griots find the limit again."""

from datetime import timedelta

from mediation.acts import scope
from mediation.acts.late import LateFacts
from mediation.acts.vocabulary import Stage
from mediation.commissions import queries as commissions
from mediation.context.kinds import ProceedingKind, ProceedingResult, ProceedingStep
from mediation.context.rules import ProceedingFacts
from mediation.context.service import add_proceeding
from mediation.demo.telling import Telling, group, here, person
from mediation.disputes.kinds import (
    AttemptChannel,
    AttemptResult,
    CourtLevel,
    DisputeKind,
    HarmKind,
    Resource,
    Scale,
)
from mediation.disputes.rules import AttemptFacts, DisputeFacts, HarmFacts
from mediation.intake.rules import IntakeFacts, TranscribeFacts
from mediation.intake.service import transcribe_dispute
from mediation.kernel import clock, dates
from mediation.land.rules import ObjectFacts
from mediation.parties.beside import IntermediaryFacts
from mediation.parties.kinds import HelperQuality, PartyKind
from mediation.parties.service import add_intermediary
from mediation.places.models import SaidPlace
from tests.journeys.account import Account, Fact, not_read_back

TITLE = "Limite des champs entre Kélaba et Samadé"
BEGAN, JUDGED, LATER = dates.in_year(2002), dates.in_year(2004), dates.unknown("venu dans le litige ensuite")
WHERE, OTHER = SaidPlace(None, "Kélaba, cercle de Kangaba"), SaidPlace(None, "Samadé, cercle de Kangaba")
FIRST, SECOND = "Un habitant de Kélaba", "Un habitant de Samadé"
ASSIZES, BRIGADE = "cour d’assises de Bamako", "brigade de Kangaba"
DAMAGE, DEATHS = "considérables, des deux côtés", "mort d’hommes"
RESTORED, MEDIATORS = "La limite exacte des champs est rétablie.", "les griots et les chefs des deux villages"
BOOK = LateFacts(book="récit d’expérience d’une association", line="1435")
MEDIATE, WITH_GRIOTS = "médiateurs, avec les chefs de village", "médiateur, avec les griots"
GRIOTS = (IntermediaryFacts(HelperQuality.GRIOT, name="les griots de Kélaba", side=1, did=MEDIATE),
          IntermediaryFacts(HelperQuality.GRIOT, name="les griots de Samadé", side=2, did=MEDIATE),
          IntermediaryFacts(HelperQuality.VILLAGE_CHIEF, name="le chef de Kélaba", side=1, did=WITH_GRIOTS),
          IntermediaryFacts(HelperQuality.VILLAGE_CHIEF, name="le chef de Samadé", side=2, did=WITH_GRIOTS))


def copied(tell: Telling, days: int, login: str, code: str, facts: TranscribeFacts) -> None:
    """The dispute is copied from what was written of it, that many days ago."""
    with clock.moved_by(timedelta(days=-days)):
        actor = scope.resolve(*tell.cast[login])
        with scope.seen_by(actor):
            tell.begun(transcribe_dispute(actor, commissions.find(code), facts).reference)


def as_told(tell: Telling) -> None:
    """The whole story is copied as it was written; then the courts beside it, and those who helped."""
    saisine = DisputeFacts(TITLE, DisputeKind.FIELD_LIMIT, None, here(str(WHERE)), scale=Scale.VILLAGES,
                           villages=(OTHER,), began_on=BEGAN)
    parties = (person(1, FIRST), person(2, SECOND),
               group(1, "Village de Kélaba", PartyKind.VILLAGE, joined_on=LATER),
               group(2, "Village de Samadé", PartyKind.VILLAGE, joined_on=LATER))
    judged = AttemptFacts(AttemptChannel.COURT, ASSIZES, result=AttemptResult.FAILED, level=CourtLevel.ASSIZE,
                          decided_on=JUDGED)
    copied(tell, 8, "moussa", "MSG", TranscribeFacts(
        IntakeFacts(saisine, parties, (ObjectFacts(
            Resource.FIELD, "Le bord des champs, entre les deux villages.",
            evidence="la limite que les griots connaissent"),), (judged,),
            (HarmFacts(HarmKind.DEAD, count_said=DEATHS),
             HarmFacts(HarmKind.OTHER, what="dégâts", count_said=DAMAGE))),
        Stage.IN_FOLLOW_UP, decided=RESTORED, decided_by=MEDIATORS, late=BOOK))
    tell(8, "moussa", add_proceeding, ProceedingFacts(ProceedingKind.CRIMINAL, BRIGADE, crime=True))
    tell(8, "moussa", add_proceeding, ProceedingFacts(
        ProceedingKind.CRIMINAL, ASSIZES, level=CourtLevel.ASSIZE, crime=True, step=ProceedingStep.DECIDED,
        result=ProceedingResult.CONVICTED, result_on=JUDGED))
    for one in GRIOTS:
        tell(8, "moussa", add_intermediary, one)


FACTS = (
    Fact("the type: the edge of fields", "dispute.kind", DisputeKind.FIELD_LIMIT, "limite de champ Limite des champs"),
    Fact("between two villages", "dispute.scale", Scale.VILLAGES),
    Fact("one of them in the cercle of Kangaba", "dispute.place", WHERE, f"{WHERE} · recopié"),
    Fact("and the other", "dispute_place.place", OTHER, f"Autres villages {OTHER}"),
    Fact("in 2002", "dispute.began_on", BEGAN, "Depuis 2002"),
    Fact("an inhabitant of one village began it, not named", "party.name", FIRST),
    Fact("one person", "party.kind", PartyKind.PERSON, f"{FIRST} personne"),
    Fact("against an inhabitant of the other", "party.name", SECOND, row=2),
    Fact("one person too", "party.kind", PartyKind.PERSON, f"{SECOND} personne", row=2),
    Fact("then the whole village", "party.kind", PartyKind.VILLAGE, "Village de Kélaba village", row=3),
    Fact("on the same side", "party.side", 1, "Partie A Village de Kélaba", row=3),
    Fact("which came in afterwards", "party.joined_on", LATER, f"Village de Kélaba village · {LATER.words}", row=3),
    Fact("and the whole other village", "party.kind", PartyKind.VILLAGE, "Village de Samadé village", row=4),
    Fact("on the other side", "party.side", 2, "Partie B Village de Samadé", row=4),
    Fact("afterwards too", "party.joined_on", LATER, f"Village de Samadé village · {LATER.words}", row=4),
    Fact("fields", "contested_object.kind", Resource.FIELD, "Champ Le bord"),
    Fact("where they meet", "contested_object.description", "Le bord des champs, entre les deux villages."),
    Fact("custom knows the limit", "contested_object.evidence", "la limite que les griots connaissent",
         "Preuves la limite que les griots connaissent"),
    Fact("people died", "harm.kind", HarmKind.DEAD, f"Morts {DEATHS}"),
    Fact("in those words", "harm.count_said", DEATHS),
    Fact("how many is not said", "harm.count", None, f"Morts {DEATHS} · source pas dite"),
    Fact("damage", "harm.what", "dégâts", "dégâts · source pas dite", row=2),
    Fact("considerable, on both sides", "harm.count_said", DAMAGE, row=2),
    Fact("the brigade of the town arrested", "proceeding.body", BRIGADE),
    Fact("as criminal justice", "proceeding.kind", ProceedingKind.CRIMINAL,
         f"Justice pénale ou gendarmerie · {BRIGADE}"),
    Fact("for a crime, which is not told", "proceeding.crime", True, f"{BRIGADE} · crime : orienté vers la justice"),
    Fact("then a court of assizes", "proceeding.body", ASSIZES, f"cour d’assises · {ASSIZES} · crime", row=2),
    Fact("of that degree", "proceeding.level", CourtLevel.ASSIZE, f"gendarmerie · cour d’assises · {ASSIZES}", row=2),
    Fact("gave its judgment", "proceeding.step", ProceedingStep.DECIDED, "Décision rendue", row=2),
    Fact("a conviction", "proceeding.result", ProceedingResult.CONVICTED, "Décision rendue · condamnation", row=2),
    Fact("in 2004", "proceeding.result_on", JUDGED, "condamnation · 2004", row=2),
    Fact("that judgment, as an attempt to end the quarrel", "attempt.channel", AttemptChannel.COURT,
         "Par un tribunal"),
    Fact("by the same court", "attempt.body", ASSIZES, f"Par un tribunal · cour d’assises · {ASSIZES}"),
    Fact("of the same year", "attempt.decided_on", JUDGED, "rendue : 2004"),
    Fact("did not end it", "attempt.result", AttemptResult.FAILED, f"{ASSIZES} · sans accord"),
    Fact("the griots of one village", "intermediary.name", "les griots de Kélaba"),
    Fact("by that quality", "intermediary.quality", HelperQuality.GRIOT, "Griot, les griots de Kélaba"),
    Fact("from its side", "intermediary.side", 1, "les griots de Kélaba · du côté A"),
    Fact("are mediators, with the village chiefs", "intermediary.did", MEDIATE),
    Fact("the griots of the other", "intermediary.name", "les griots de Samadé", row=2),
    Fact("by the same quality", "intermediary.quality", HelperQuality.GRIOT, "Griot, les griots de Samadé", row=2),
    Fact("from the other side", "intermediary.side", 2, "les griots de Samadé · du côté B", row=2),
    Fact("how many griots is not said", "intermediary.people", None, "les griots de Samadé · du côté B", row=2),
    Fact("one village chief", "intermediary.quality", HelperQuality.VILLAGE_CHIEF,
         "Chef de village, le chef de Kélaba · du côté A", row=3),
    Fact("helps with the griots", "intermediary.did", WITH_GRIOTS, row=3),
    Fact("the other village chief", "intermediary.quality", HelperQuality.VILLAGE_CHIEF,
         "Chef de village, le chef de Samadé · du côté B", row=4),
    Fact("the exact limit is found again", "transcription.decided", RESTORED, f"avec les mots du registre {RESTORED}"),
    Fact("by the griots and the chiefs", "transcription.decided_by", MEDIATORS, f"{RESTORED} {MEDIATORS}"),
    Fact("when is not said", "transcription.decided_on", None, f"{MEDIATORS} Avant la saisine"),
    Fact("how it was asked is not said", "dispute.channel", None, "Recopié d’un registre papier"),
    Fact("nor when", "dispute.asked_on", None, "Recopié d’un registre papier"),
    Fact("nor what became of the limit since", "dispute.stage", Stage.IN_FOLLOW_UP, " : en suivi Recopié"),
)

ACCOUNT = Account("19", TITLE, as_told, FACTS)


def test_the_griots_are_told_and_read_back(house, visit):
    assert not_read_back(ACCOUNT, house, visit) == []
