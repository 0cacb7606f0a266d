"""Account 17: fields that a border leaves in the other country; two governors meet and keep the status quo."""

from datetime import date

from mediation.acts.vocabulary import AgreementStage, MeasureStage, SessionStage, Stage
from mediation.agreements.kinds import AgreementForm, Basis, CommitmentKind
from mediation.agreements.rules import AgreementFacts, CommitmentFacts
from mediation.agreements.service import record_agreement
from mediation.context.kinds import MeasureKind
from mediation.context.rules import MeasureFacts
from mediation.context.service import record_measure
from mediation.demo.telling import Telling, group
from mediation.disputes.kinds import (
    Applied,
    AttemptChannel,
    AttemptResult,
    CourtLevel,
    DisputeKind,
    HarmKind,
    Resource,
    Scale,
    Trigger,
)
from mediation.disputes.rules import AcceptFacts, AttemptFacts, HarmFacts
from mediation.disputes.service import accept_dispute
from mediation.kernel import dates
from mediation.land.rules import ObjectFacts
from mediation.parties.kinds import Mandate, PartyKind
from mediation.parties.service import add_party
from mediation.places.models import SaidPlace
from mediation.sessions.kinds import Presence, Result, SessionKind
from mediation.sessions.models import MediationSession
from mediation.sessions.rules import PlanFacts, PostponeFacts, PresenceFacts, SessionFacts
from mediation.sessions.service import postpone_session, record_session, schedule_session
from tests.journeys.account import Account, Fact, not_read_back

TITLE = "Champs de part et d’autre de la frontière"
ABROAD = "Burkina Faso"
HERE, THERE = SaidPlace(None, "Wanéri, cercle de Tominian"), SaidPlace(None, "Ouarobé", ABROAD)
MEETING = SaidPlace(None, "Toulana", ABROAD)
FLOODED = SaidPlace(None, "vers Djibari")
FIELDS = "Les champs que des cultivateurs d’un pays ont dans l’autre, depuis le bornage."
STONES = "la frontière officielle et ses bornes"
TRAGEDY = dates.on(date(2006, 6, 29), "29 juin de l’année dernière")
MEETINGS, MET = dates.in_month(2006, 6, "depuis juin 2006"), dates.on(date(2007, 7, 10))
UNDATED = dates.unknown("pas daté")
COURT, AUTHORITIES = "la Cour de La Haye", "plusieurs rencontres des autorités des deux pays"
BLOOD, ARTICLE = "conflit sanglant et meurtrier", "un article de juillet 2007"
SEGOU, MOUHOUN = "Gouvernorat de Ségou", "Gouvernorat de la Boucle du Mouhoun"
FIRST, SECOND = "Ibrahima Konta", "Lassané Tiendré"
RIVER = "La délégation est arrêtée par un cours d’eau en crue."
COMMUNIQUE = "communiqué final"
KEEP = CommitmentFacts(("*",), "gardent le statu quo sur les mesures des rencontres d’avant",
                       kind=CommitmentKind.CONDUCT)


def as_told(tell: Telling) -> None:
    """A judgment on the border, a tragedy, a visit that a flood stops, then a communiqué of two governors."""
    tell.begins(12, "moussa", "MSG", TITLE, DisputeKind.BOUNDARY, str(HERE),
                (group(1, "Village de Wanéri", PartyKind.VILLAGE, place=HERE),
                 group(2, "Village d’Ouarobé", PartyKind.VILLAGE, other_names="Worobé", place=THERE)),
                ObjectFacts(Resource.FIELD, FIELDS, evidence=STONES),
                began_on=TRAGEDY, scale=Scale.CROSS_BORDER, happened_on=dates.unknown(), villages=(THERE,),
                triggers=(Trigger.DECISION,),
                attempts=(AttemptFacts(AttemptChannel.COURT, COURT, result=AttemptResult.DECIDED,
                                       level=CourtLevel.INTERNATIONAL, applied=Applied.APPLIED),
                          AttemptFacts(AttemptChannel.ADMINISTRATIVE, AUTHORITIES, MEETINGS)),
                harms=(HarmFacts(HarmKind.DEAD, count_said=BLOOD, source=ARTICLE, happened_on=TRAGEDY),))
    tell(12, "moussa", add_party, group(1, SEGOU, PartyKind.STATE))
    tell(12, "moussa", add_party, group(2, MOUHOUN, PartyKind.STATE))
    tell.speaks(12, "moussa", 3, FIRST, Mandate.LAW, "gouverneur", "conduit la délégation malienne")
    tell.speaks(12, "moussa", 4, SECOND, Mandate.LAW, "gouverneur", "conduit la délégation burkinabè")
    tell(11, "bakary", accept_dispute, AcceptFacts())
    tell(11, "moussa", schedule_session, PlanFacts(UNDATED, place=FLOODED, kind=SessionKind.SITE_VISIT))
    tell(10, "moussa", postpone_session, PostponeFacts(RIVER), (MediationSession, 1))
    tell(9, "moussa", record_session, SessionFacts(
        MET, Result.GOES_ON, kind=SessionKind.DELEGATION, place=MEETING,
        attendance=tuple(PresenceFacts(Presence.CAME, representative=number) for number in (1, 2))))
    tell(9, "moussa", record_measure, MeasureFacts(
        MeasureKind.STATUS_QUO, "les deux gouverneurs", MET, extent="les mesures des rencontres d’avant",
        place=MEETING))
    tell(9, "moussa", record_agreement, AgreementFacts(
        Basis.PARTIES, AgreementForm.WRITTEN, False, MET, mediation_goes_on=True, place=MEETING, found_at=2,
        called=COMMUNIQUE, commitments=(KEEP,)))


VISIT, SESSION, AGREEMENT = "sessions/1/", "sessions/2/", "agreements/1/"
FACTS = (
    Fact("the type: a border between States", "dispute.kind", DisputeKind.BOUNDARY, TITLE),
    Fact("across it", "dispute.scale", Scale.CROSS_BORDER),
    Fact("a village of the cercle of Tominian", "dispute.place", HERE, "Wanéri, cercle de Tominian · ouvert"),
    Fact("and one in Burkina Faso", "dispute_place.place", THERE, "Autres villages Ouarobé (Burkina Faso)"),
    Fact("the village of here is a party", "party.name", "Village de Wanéri"),
    Fact("as a village", "party.kind", PartyKind.VILLAGE, "Village de Wanéri village"),
    Fact("in Mali", "party.place", HERE, "Village Wanéri, cercle de Tominian"),
    Fact("the village of there is another", "party.name", "Village d’Ouarobé", row=2),
    Fact("a village as well", "party.kind", PartyKind.VILLAGE, "Village d’Ouarobé village", row=2),
    Fact("in Burkina Faso", "party.place", THERE, "Village Ouarobé (Burkina Faso)", row=2),
    Fact("spelt in two ways", "party.other_names", "Worobé", "Connue aussi sous Worobé", row=2),
    Fact("the matter: fields", "contested_object.kind", Resource.FIELD, "Champ"),
    Fact("that lie in the other country", "contested_object.description", FIELDS),
    Fact("the official border is the proof", "contested_object.evidence", STONES, f"Preuves {STONES}"),
    Fact("a decision set it off", "dispute.triggers", (Trigger.DECISION,), "décision d’une autorité"),
    Fact("the tragedy, on 29 June of the year before", "dispute.began_on", TRAGEDY, "Depuis 29 juin 2006"),
    Fact("people died", "harm.kind", HarmKind.DEAD, "Morts"),
    Fact("bloody and murderous, in those words", "harm.count_said", BLOOD),
    Fact("how many is not said", "harm.count", None, BLOOD),
    Fact("that day", "harm.happened_on", TRAGEDY, "29 juin 2006"),
    Fact("an article says so", "harm.source", ARTICLE, f"selon {ARTICLE}"),
    Fact("a court decided the border", "attempt.channel", AttemptChannel.COURT, "Par un tribunal"),
    Fact("an international one", "attempt.level", CourtLevel.INTERNATIONAL),
    Fact("in The Hague", "attempt.body", COURT),
    Fact("it ruled", "attempt.result", AttemptResult.DECIDED, "une décision"),
    Fact("then boundary stones were set", "attempt.applied", Applied.APPLIED, "une décision, appliqué"),
    Fact("when is not said", "attempt.happened_on", None, f"{COURT} · une décision"),
    Fact("the administrations tried", "attempt.channel", AttemptChannel.ADMINISTRATIVE, "Administrative", row=2),
    Fact("several times, both countries", "attempt.body", AUTHORITIES, row=2),
    Fact("since June 2006", "attempt.happened_on", MEETINGS, "juin 2006", row=2),
    Fact("without a result that is told", "attempt.result", None, f"{AUTHORITIES} · juin 2006", row=2),
    Fact("an administration of Mali", "party.name", SEGOU, row=3),
    Fact("of the State", "party.kind", PartyKind.STATE, f"{SEGOU} service de l’État", row=3),
    Fact("on the side of the village of here", "party.side", 1, f"Partie A {SEGOU}", row=3),
    Fact("its governor", "representative.name", FIRST),
    Fact("by that office", "representative.quality", "gouverneur", f"{FIRST} · gouverneur"),
    Fact("leads the Malian delegation", "representative.mandate_words", "conduit la délégation malienne"),
    Fact("an administration of Burkina Faso", "party.name", MOUHOUN, row=4),
    Fact("of the other State", "party.kind", PartyKind.STATE, f"{MOUHOUN} service de l’État", row=4),
    Fact("on the side of the village of there", "party.side", 2, f"Partie B {MOUHOUN}", row=4),
    Fact("its governor too", "representative.name", SECOND, row=2),
    Fact("by the same office", "representative.quality", "gouverneur", f"{SECOND} · gouverneur", row=2),
    Fact("leads the delegation of Burkina Faso", "representative.mandate_words",
         "conduit la délégation burkinabè", row=2),
    Fact("a delegation sets out to see the place", "mediation_session.kind", SessionKind.SITE_VISIT, page=VISIT),
    Fact("and does not arrive", "mediation_session.stage", SessionStage.POSTPONED, "reportée", page=VISIT),
    Fact("a river in flood stops it", "mediation_session.reason", RIVER, page=VISIT),
    Fact("near a town", "mediation_session.place", FLOODED, "vers Djibari", page=VISIT),
    Fact("no day is told", "mediation_session.planned_on", UNDATED, page=VISIT),
    Fact("the two delegations meet", "mediation_session.kind", SessionKind.DELEGATION, row=2, page=SESSION),
    Fact("on 10 July 2007", "mediation_session.held_on", MET, "10 juillet 2007", row=2, page=SESSION),
    Fact("in a third place, in Burkina Faso", "mediation_session.place", MEETING, "Toulana (Burkina Faso)",
         row=2, page=SESSION),
    Fact("one governor is there", "attendance.representative", 1, f"{FIRST} · là", page=SESSION),
    Fact("so is the other", "attendance.representative", 2, f"{SECOND} · là", row=2, page=SESSION),
    Fact("how many came is not known", "mediation_session.participants", None, "Qui était là", row=2,
         page=SESSION),
    Fact("women are not counted", "mediation_session.women", None, "Qui était là", row=2, page=SESSION),
    Fact("nor are men", "mediation_session.men", None, "Qui était là", row=2, page=SESSION),
    Fact("nothing is decided on the fields", "mediation_session.result", Result.GOES_ON, row=2, page=SESSION),
    Fact("the status quo is kept", "measure.kind", MeasureKind.STATUS_QUO, "Statu quo"),
    Fact("by the two governors", "measure.authority", "les deux gouverneurs"),
    Fact("for what was decided before, without saying what", "measure.extent",
         "les mesures des rencontres d’avant"),
    Fact("from that day", "measure.happened_on", MET, "à partir de : 10 juillet 2007"),
    Fact("in that town", "measure.place", MEETING, "les mesures des rencontres d’avant · Toulana (Burkina Faso)"),
    Fact("until when is not said", "measure.until", None, "aucune fin n’est dite"),
    Fact("it holds", "measure.stage", MeasureStage.IN_FORCE, "en vigueur"),
    Fact("a final communiqué", "agreement.called", COMMUNIQUE, f"Appelé {COMMUNIQUE}", page=AGREEMENT),
    Fact("in writing", "agreement.form", AgreementForm.WRITTEN, page=AGREEMENT),
    Fact("of the two delegations", "agreement.basis", Basis.PARTIES, page=AGREEMENT),
    Fact("of the same day", "agreement.happened_on", MET, "Date de l’accord 10 juillet 2007", page=AGREEMENT),
    Fact("and place", "agreement.place", MEETING, "Lieu Toulana (Burkina Faso)", page=AGREEMENT),
    Fact("it does not settle the fields", "agreement.total", False, "une partie des points", page=AGREEMENT),
    Fact("both sides keep the status quo", "commitment.what", KEEP.what, f"Toutes les parties {KEEP.what}"),
    Fact("all of them", "commitment.debtors", "*", "Toutes les parties gardent"),
    Fact("by when is not said", "commitment.due_on", None, f"{KEEP.what}."),
    Fact("whether it was signed is not said", "agreement.signed_on", None, "rédigé", page=AGREEMENT),
    Fact("nor what became of it", "agreement.stage", AgreementStage.DRAFTED, "rédigé"),
    Fact("so it goes on", "dispute.stage", Stage.IN_MEDIATION, "En médiation"),
)

ACCOUNT = Account("17", TITLE, as_told, FACTS)


def test_the_fields_across_the_border_are_told_and_read_back(house, visit):
    assert not_read_back(ACCOUNT, house, visit) == []
