"""Account 31: a limit marked in 1972, which one village refused to watch; forty-two years later a judge has it."""

from datetime import date

from mediation.acts.late import LateFacts
from mediation.acts.vocabulary import Ending, Stage
from mediation.context.kinds import ProceedingKind, ProceedingStep
from mediation.context.rules import ProceedingFacts
from mediation.context.service import add_proceeding
from mediation.demo.telling import Telling, group, person
from mediation.disputes.kinds import (
    AttemptChannel,
    AttemptResult,
    Channel,
    CourtLevel,
    DisputeKind,
    Resource,
    Scale,
)
from mediation.disputes.rules import AttemptFacts, DisputeFacts
from mediation.intake.rules import IntakeFacts, TranscribeFacts
from mediation.kernel import dates
from mediation.land.rules import ObjectFacts
from mediation.parties.kinds import PartyKind, PartyPresence
from mediation.places.models import SaidPlace
from mediation.referrals.kinds import LinkKind
from mediation.referrals.rules import LinkFacts
from mediation.sessions.kinds import Presence, Result, SessionKind
from mediation.sessions.rules import PresenceFacts, SeatFacts, SessionFacts
from mediation.sessions.service import record_session
from mediation.teams.kinds import InterestKind
from mediation.teams.rules import InterestFacts
from mediation.teams.service import declare_interest
from tests.journeys.account import Account, Fact, not_read_back

TITLE, AGAIN = "Limite de Marokono et de Dansila", "Limite de 1972, de nouveau contestée"
ORIGIN = dates.unknown("années 1960 et début des années 1970")
MARKED, REPORTED = dates.on(date(1972, 5, 24)), dates.on(date(1972, 5, 28))
IN_2014, TOLD = dates.in_year(2014), dates.in_month(2014, 7)
FIRST = SaidPlace(None, "Marokono, région de Koulikoro, cercle de Kati (en 1972 : cercle de Bamako)")
SECOND = SaidPlace(None, "Dansila")
BETWEEN = SaidPlace(None, "entre les arrondissements de Ouélessébougou et de Sanankoroba")
ON_THE_LINE = SaidPlace(None, "sur la ligne")
LIMIT = "La limite entre deux arrondissements, d’un grand arbre au fleuve."
LINE = "D’un point déjà marqué, face au « Lingué », à l’est de « Kouakoro », jusqu’au fleuve."
TREE, PAPER = "un grand arbre, le « Lingué »", "le compte rendu du 28 mai 1972"
HOLDER, ON_IT = "Lassina Sinaté", "tient un champ sur la ligne"
CHIEFS = "Les chefs d’arrondissement de Ouélessébougou et de Sanankoroba"
WATCHERS, DELEGATES = "Le chef de Marokono et ses conseillers", "Deux délégués de Dansila"
DISAPPROVE = "n’assistent pas, pour dire leur désaccord"
JUDGE = "Le juge de paix de Ouélessébougou"
PARTIAL = "un article le dit soupçonné de partialité"
REPORT = LateFacts(book="compte rendu au commandant de cercle", line="daté du 28 mai 1972", written_on=REPORTED)
LATE = LateFacts("Le compte rendu sert encore en 2014.", "compte rendu au commandant de cercle")


def villages_of(**second) -> tuple:
    """The two villages, as parties."""
    return (group(1, "Village de Marokono", PartyKind.VILLAGE),
            group(2, "Village de Dansila", PartyKind.VILLAGE, **second))


def as_told(tell: Telling) -> None:
    """The old report is copied with the marking of the limit; the dispute that comes back is linked to it."""
    old = DisputeFacts(TITLE, DisputeKind.VILLAGE_LIMIT, None, FIRST, scale=Scale.VILLAGES, villages=(SECOND,),
                       began_on=ORIGIN)
    limit = ObjectFacts(Resource.FIELD, LIMIT, name="La ligne du « Lingué »", place=BETWEEN, limits=LINE,
                        landmarks=TREE)
    tell.copies(6, "moussa", "MSG", TranscribeFacts(
        IntakeFacts(old, (*villages_of(presence=PartyPresence.REFUSES), person(3, HOLDER, quality=ON_IT)), (limit,)),
        Stage.CLOSED, Ending.NOT_KNOWN, decided=LINE, decided_by=CHIEFS, decided_on=MARKED, late=REPORT))
    tell(6, "moussa", record_session, SessionFacts(
        MARKED, Result.NO_AGREEMENT, kind=SessionKind.SITE_VISIT, place=ON_THE_LINE, decided="La ligne est tracée.",
        attendance=(PresenceFacts(Presence.CAME, party=1), PresenceFacts(Presence.REFUSED, party=2),
                    PresenceFacts(Presence.CAME, name=WATCHERS),
                    PresenceFacts(Presence.REFUSED, name=DELEGATES, quality=DISAPPROVE)),
        bench=(SeatFacts("Le chef d’arrondissement de Ouélessébougou", "chef d’arrondissement"),
               SeatFacts("Le chef d’arrondissement de Sanankoroba", "chef d’arrondissement")), late=LATE))
    marking = AttemptFacts(AttemptChannel.ADMINISTRATIVE, CHIEFS, MARKED, AttemptResult.DECIDED, PAPER,
                           decided_on=REPORTED, place=ON_THE_LINE)
    tell.begins(5, "moussa", "MSG", AGAIN, DisputeKind.VILLAGE_LIMIT, FIRST, villages_of(),
                ObjectFacts(Resource.FIELD, LIMIT, evidence=PAPER), channel=Channel.ALERT, happened_on=TOLD,
                scale=Scale.VILLAGES, villages=(SECOND,), began_on=IN_2014, attempts=(marking,),
                follows=LinkFacts(LinkKind.RECURRENCE, tell.references[0]))
    tell(5, "moussa", add_proceeding, ProceedingFacts(
        ProceedingKind.CIVIL, JUDGE, IN_2014, CourtLevel.PEACE, step=ProceedingStep.UNDER_WAY))
    tell(5, "moussa", declare_interest, InterestFacts(InterestKind.OTHER, name=JUDGE, words=PARTIAL))


SESSION = "sessions/1/"
FACTS = (
    Fact("the type: a limit between villages", "dispute.kind", DisputeKind.VILLAGE_LIMIT, "limite de village"),
    Fact("between villages", "dispute.scale", Scale.VILLAGES, "Jusqu’où entre villages"),
    Fact("the first village, in a cercle that was another one in 1972", "dispute.place", FIRST),
    Fact("the second village", "dispute_place.place", SECOND, "Autres villages Dansila"),
    Fact("a vague origin, over two decades", "dispute.began_on", ORIGIN,
         "Depuis années 1960 et début des années 1970"),
    Fact("how it was asked then is not said", "dispute.channel", None, "Recopié d’un registre papier"),
    Fact("a limit that has its name", "contested_object.name", "La ligne du « Lingué »"),
    Fact("from a tree to the river", "contested_object.description", LIMIT),
    Fact("between two arrondissements that are no more", "contested_object.place", BETWEEN,
         f"Lieu {BETWEEN}"),
    Fact("described in words, by natural landmarks", "contested_object.limits", LINE,
         f"Limites, en mots {LINE}"),
    Fact("of which one is a big tree", "contested_object.landmarks", TREE, f"Repères {TREE}"),
    Fact("one village", "party.name", "Village de Marokono"),
    Fact("as such", "party.kind", PartyKind.VILLAGE, "Village de Marokono village"),
    Fact("the other village", "party.name", "Village de Dansila", row=2),
    Fact("which was there and refused to take part", "party.presence", PartyPresence.REFUSES,
         "Village de Dansila village · refuse de venir", row=2),
    Fact("somebody with a field on the line", "party.name", HOLDER, row=3),
    Fact("on no side but his own", "party.side", 3, f"Partie C {HOLDER}", row=3),
    Fact("because the line crosses it", "party.quality", ON_IT, row=3),
    Fact("the line", "transcription.decided", LINE, "avec les mots du registre D’un point déjà marqué"),
    Fact("drawn by two chiefs of arrondissement", "transcription.decided_by", CHIEFS),
    Fact("on a Wednesday, 24 May 1972", "transcription.decided_on", MARKED, f"{CHIEFS} · 24 mai 1972"),
    Fact("an administrative report to the commandant", "late_entry.book", REPORT.book, f"cahier {REPORT.book}"),
    Fact("known by its date", "late_entry.line", "daté du 28 mai 1972", "n° daté du 28 mai 1972"),
    Fact("written four days after the marking", "late_entry.written_on", REPORTED, ", 28 mai 1972"),
    Fact("which serves again much later", "late_entry.reason", LATE.reason,
         f"saisie tardive : {LATE.reason}", row=2),
    Fact("a visit on the ground", "mediation_session.kind", SessionKind.SITE_VISIT, page=SESSION),
    Fact("on that day", "mediation_session.held_on", MARKED, page=SESSION),
    Fact("on the line itself", "mediation_session.place", ON_THE_LINE, page=SESSION),
    Fact("the line is drawn", "mediation_session.decided", "La ligne est tracée.", page=SESSION),
    Fact("without the agreement of both", "mediation_session.result", Result.NO_AGREEMENT, page=SESSION),
    Fact("the first village is there", "attendance.presence", Presence.CAME, "Village de Marokono · là", page=SESSION),
    Fact("the second refuses", "attendance.presence", Presence.REFUSED, "Village de Dansila · a refusé", row=2,
         page=SESSION),
    Fact("the chief and his counsellors watched", "attendance.name", WATCHERS, f"{WATCHERS} · là", row=3,
         page=SESSION),
    Fact("two delegates", "attendance.name", DELEGATES, row=4, page=SESSION),
    Fact("did not, as a sign of disapproval", "attendance.quality", DISAPPROVE, row=4, page=SESSION),
    Fact("the chief of one arrondissement", "bench_member.name", "Le chef d’arrondissement de Ouélessébougou",
         page=SESSION),
    Fact("and that of the other", "bench_member.name", "Le chef d’arrondissement de Sanankoroba", row=2,
         page=SESSION),
    Fact("what it led to is not said", "dispute.ending", Ending.NOT_KNOWN),
    Fact("it comes back", "dispute_link.kind", LinkKind.RECURRENCE, "Le litige revient, après : MSG-", of=2),
    Fact("forty-two years later", "dispute.began_on", IN_2014, "Depuis 2014", of=2),
    Fact("as the press tells in July 2014", "dispute.asked_on", TOLD, "Alerte précoce · juillet 2014", of=2),
    Fact("the marking is now an earlier attempt", "attempt.channel", AttemptChannel.ADMINISTRATIVE,
         f"Administrative · {CHIEFS}", of=2),
    Fact("of the same day", "attempt.happened_on", MARKED, "sur la ligne · 24 mai 1972", of=2),
    Fact("at which something was decided", "attempt.result", AttemptResult.DECIDED, "une décision", of=2),
    Fact("as its report says", "attempt.decision", PAPER, f"Décision : {PAPER}", of=2),
    Fact("of four days later", "attempt.decided_on", REPORTED, "rendue : 28 mai 1972", of=2),
    Fact("which is the evidence", "contested_object.evidence", PAPER, f"Preuves {PAPER}", of=2),
    Fact("before a judge", "proceeding.body", JUDGE, f"Tribunal civil · justice de paix · {JUDGE}", of=2),
    Fact("of peace", "proceeding.level", CourtLevel.PEACE, of=2),
    Fact("in 2014", "proceeding.opened_on", IN_2014, "ouverte : 2014", of=2),
    Fact("it runs", "proceeding.step", ProceedingStep.UNDER_WAY, "En cours", of=2),
    Fact("the judgment was not seen", "proceeding.result", None, "En cours", of=2),
    Fact("the judge", "interest.name", JUDGE, of=2),
    Fact("is suspected of partiality", "interest.words", PARTIAL, of=2),
    Fact("still open", "dispute.stage", Stage.REGISTERED, "Enregistré", of=2),
)

ACCOUNT = Account("31", TITLE, as_told, FACTS)


def test_the_limit_of_1972_is_told_and_read_back(house, visit):
    assert not_read_back(ACCOUNT, house, visit) == []
