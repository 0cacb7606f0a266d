"""Account 03: three agreements of two communities in eleven communes, after a year of meetings."""

from datetime import date, timedelta

from mediation.acts import scope
from mediation.acts.late import LateFacts
from mediation.acts.vocabulary import AgreementStage, Ending, Stage
from mediation.agreements.kinds import AgreementForm, Basis, CommitmentKind, EarlierLink, Mark, Signer
from mediation.agreements.models import Agreement
from mediation.agreements.rules import AgreementFacts, CommitmentFacts, LineFacts, ReadAloudFacts, SignFacts
from mediation.agreements.service import read_aloud_agreement, record_agreement, sign_agreement
from mediation.commissions import queries as commissions
from mediation.context.kinds import SourceTopic
from mediation.context.rules import SourceFacts
from mediation.context.service import record_source
from mediation.demo.telling import Telling, group
from mediation.disputes.kinds import Applied, AttemptChannel, AttemptResult, DisputeKind, HarmKind, Resource, Scale
from mediation.disputes.rules import AcceptFacts, AttemptFacts, DisputeFacts, HarmFacts
from mediation.disputes.service import accept_dispute
from mediation.intake.rules import IntakeFacts, TranscribeFacts
from mediation.intake.service import transcribe_dispute
from mediation.kernel import clock, dates
from mediation.kernel.dates import Unit
from mediation.land.rules import ObjectFacts
from mediation.land.service import add_object
from mediation.parties.beside import IntermediaryFacts
from mediation.parties.kinds import HelperQuality, Language, Mandate, PartyKind
from mediation.parties.service import add_intermediary
from mediation.places.models import SaidPlace
from mediation.referrals.kinds import LinkKind
from mediation.referrals.rules import LinkFacts
from mediation.referrals.service import link_dispute
from mediation.sessions.kinds import Presence, Result, SessionKind
from mediation.sessions.rules import PresenceFacts, SeatFacts, SessionFacts
from mediation.sessions.service import record_session
from tests.journeys.account import Account, Fact, not_read_back

TITLE = "Paix dans onze communes du cercle de Koro"
CERCLE = SaidPlace(None, "cercle de Koro, région de Mopti")
FIRST, SECOND, THIRD = (
    ("Koro", "Bondo", "Dioungani"),
    ("Dougoutene 1", "Dougoutene 2", "Koporo Pen", "Koporo Na", "Youdiou", "Pel Maoudé"), ("Barapiréli", "Madougou"))
COMMUNES = tuple(SaidPlace(None, f"commune de {name}") for name in (*FIRST, *SECOND, *THIRD))
LEFT_OUT = "Bamba, Diankabou, Dinangourou, Kassa, Yoro"
DOGON, FULANI = "Communautés dogon des onze communes", "Communautés peulh des mêmes communes"
SPEAKERS = "Des représentants non nommés"
SINCE = dates.unknown("depuis la fin de 2017")
FOUR_MONTHS = dates.lasting(4, Unit.MONTHS, date(2021, 1, 24), "quatre mois")
FROM_SEPTEMBER = dates.after("le début de septembre 2020", date(2020, 9, 1))
CENTRE, LOCAL = "Centre pour le dialogue", "Association Monobala"
DAGALE = SaidPlace(None, "Dagalé, commune de Bondo")
PEL, MADOUGOU = SaidPlace(None, "chef-lieu de Pel Maoudé"), SaidPlace(None, "chef-lieu de Madougou")
TOROLA = SaidPlace(None, "Torola")
PREPARED = ((MADOUGOU, date(2020, 2, 23)), (SaidPlace(None, "Binéda"), date(2020, 4, 16)),
            (SaidPlace(None, "Karakina"), date(2020, 5, 22)), (SaidPlace(None, "Anagala"), date(2020, 6, 24)),
            (SaidPlace(None, "Laiwara"), date(2020, 7, 28)))
MET = (DAGALE, MADOUGOU, TOROLA, PEL)
OTHERS = "107 villages des communes de Sangha et de Dourou"
SIGNED = tuple(dates.on(date(2021, 1, day)) for day in (12, 22, 24))
CLAUSES = (
    CommitmentFacts(("A", "B"), "garantissent l’intégrité de chacun et la libre circulation", ("*",),
                    CommitmentKind.PASSAGE),
    CommitmentFacts(("A", "B"), "condamnent la violence", kind=CommitmentKind.NO_VIOLENCE),
    CommitmentFacts(("A", "B"), "pardonnent le passé et répandent des messages de cohésion",
                    kind=CommitmentKind.APOLOGY))
TOGETHER = "le texte : la presse rapporte ensemble les engagements des trois"
CALLED = "Accord de paix entre communautés dogon et peulh des communes de Madougou et Barapirely"
OLD, OLD_DAY = "premier accord de Koro, août 2018", dates.on(date(2018, 8, 28))
OLD_TITLE, NEXT_DOOR = "Premier accord de Koro", "Paix dans le cercle de Bankass"
STEPS = "démarches du Haut Conseil islamique de Koro"


def as_told(tell: Telling) -> None:
    """What went before; a year of meetings; three signatures, each for its own communes; the cases beside it."""
    begins(tell)
    meets(tell)
    for number, place, more in (
            (1, DAGALE, {"covers": ", ".join(FIRST), "commitments": CLAUSES, "earlier_link": EarlierLink.RENEWS,
                         "earlier_words": OLD}),
            (2, PEL, {"covers": ", ".join(SECOND), "unseen": TOGETHER}),
            (3, MADOUGOU, {"covers": ", ".join(THIRD), "not_covered": LEFT_OUT, "unseen": TOGETHER,
                           "called": CALLED})):
        signs(tell, number, place, more)
    copied(tell, OLD_TITLE, Stage.CLOSED, Ending.NOT_KNOWN, CERCLE, OLD_DAY)
    copied(tell, NEXT_DOOR, Stage.IN_MEDIATION, None, SaidPlace(None, "cercle de Bankass, région de Mopti"), None)
    tell.turns_to(1)
    for kind, number in ((LinkKind.RECURRENCE, 2), (LinkKind.SAME_PARTIES, 3)):
        tell(5, "moussa", link_dispute, LinkFacts(kind, tell.references[number - 1]))


def begins(tell: Telling) -> None:
    """Two communities in eleven communes, what was tried, what was suffered, who mediates."""
    tell.begins(
        40, "moussa", "MSG", TITLE, DisputeKind.VIOLENCE, str(CERCLE),
        (group(1, DOGON, PartyKind.COMMUNITY), group(2, FULANI, PartyKind.COMMUNITY)),
        ObjectFacts(Resource.ROAD, "La circulation des personnes, des biens et du bétail."),
        attempts=(AttemptFacts(AttemptChannel.OTHER_MEDIATOR, "une organisation de médiation", OLD_DAY,
                               AttemptResult.TRUCE, "premier accord de Koro", applied=Applied.STOPPED),
                  AttemptFacts(AttemptChannel.RELIGIOUS, STEPS, None, AttemptResult.NOT_KNOWN)),
        harms=(HarmFacts(HarmKind.DEAD, 728, what="dans les communes concernées", happened_on=SINCE),
               HarmFacts(HarmKind.DISPLACED, 14700)),
        began_on=dates.in_year(2017), scale=Scale.COMMUNITIES, villages=COMMUNES, happened_on=dates.unknown(),
        resources=(Resource.ROAD, Resource.PASTURE, Resource.FIELD))
    tell(40, "moussa", add_object, ObjectFacts(Resource.PASTURE, "Les ressources naturelles."))
    tell(39, "bakary", accept_dispute, AcceptFacts())
    for party in (1, 2):
        tell.speaks(39, "moussa", party, SPEAKERS, Mandate.CUSTOM)
    for facts in (IntermediaryFacts(HelperQuality.NGO_WORKER, name=CENTRE, did="médiateur", since=FOUR_MONTHS),
                  IntermediaryFacts(HelperQuality.OTHER, "association communautaire", LOCAL, did="co-médiateur")):
        tell(39, "moussa", add_intermediary, facts)
    for says in ("Dagalé", "Dangalé"):
        tell(39, "moussa", record_source, SourceFacts(SourceTopic.NAME, "Le village de la première signature", says,
                                                      "la presse"))


def meets(tell: Telling) -> None:
    """Five meetings to prepare, then four of both communities."""
    for number, (place, day) in enumerate(PREPARED, start=1):
        came = (PresenceFacts(Presence.CAME, name=OTHERS),) if number == 5 else ()
        tell(38, "moussa", record_session, SessionFacts(
            dates.on(day), Result.GOES_ON, kind=SessionKind.PREPARATORY, place=place, somebody_came=True,
            attendance=came, bench=(SeatFacts(LOCAL),) if number == 1 else ()))
    for place in MET:
        tell(37, "moussa", record_session, SessionFacts(
            FROM_SEPTEMBER, Result.GOES_ON, kind=SessionKind.JOINT, place=place,
            attendance=tuple(PresenceFacts(Presence.CAME, party=party) for party in (1, 2))))


def signs(tell: Telling, number: int, place: SaidPlace, more: dict) -> None:
    """One of the three: only the last one ends the mediation."""
    last, day = number == 3, SIGNED[number - 1]
    tell(30 - number, "moussa", record_agreement, AgreementFacts(
        Basis.PARTIES, AgreementForm.WRITTEN, last, day, mediation_goes_on=None if last else True, place=place, **more))
    tell(30 - number, "moussa", read_aloud_agreement, ReadAloudFacts((Language.OTHER,), "pas dit", ("A", "B"), day),
         (Agreement, number))
    lines = tuple(LineFacts(Signer.REPRESENTATIVE, speaker, Mark.SIGNED) for speaker in (1, 2))
    tell(30 - number, "moussa", sign_agreement, SignFacts(lines, day), (Agreement, number))


def copied(tell: Telling, title: str, stage: Stage, ending: Ending | None, place: SaidPlace, decided_on) -> None:
    """A case beside this one, as far as the press tells of it."""
    parties = (group(1, "Communautés dogon", PartyKind.COMMUNITY), group(2, "Communautés peulh", PartyKind.COMMUNITY))
    saisine = DisputeFacts(title, DisputeKind.VIOLENCE, None, place)
    told = TranscribeFacts(
        IntakeFacts(saisine, parties), stage, ending, decided=OLD if decided_on else None, decided_on=decided_on,
        late=LateFacts(book="coupures de presse", line=title))
    with clock.moved_by(timedelta(days=-10)):
        actor = scope.resolve(*tell.cast["moussa"])
        with scope.seen_by(actor):
            tell.begun(transcribe_dispute(actor, commissions.find("MSG"), told).reference)


FACTS = (Fact("x", "dispute.title", (TITLE, AgreementStage)),)
ACCOUNT = Account("03", TITLE, as_told, FACTS)


def test_the_three_agreements_are_told_and_read_back(house, visit):
    assert not_read_back(ACCOUNT, house, visit) == []
