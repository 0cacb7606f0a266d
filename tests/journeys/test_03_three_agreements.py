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
BANKASS = SaidPlace(None, "cercle de Bankass, région de Mopti")
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
TOGETHER, UNSEEN = "La presse rapporte ensemble les engagements des trois textes.", "tout le texte"
PRESS = "la presse"
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
            (2, PEL, {"covers": ", ".join(SECOND), "unseen": UNSEEN, "points": TOGETHER}),
            (3, MADOUGOU, {"covers": ", ".join(THIRD), "not_covered": LEFT_OUT, "unseen": UNSEEN,
                           "points": TOGETHER, "called": CALLED})):
        signs(tell, number, place, more)
    copied(tell, OLD_TITLE, Stage.CLOSED, Ending.NOT_KNOWN, CERCLE, OLD_DAY)
    copied(tell, NEXT_DOOR, Stage.IN_MEDIATION, None, BANKASS, None)
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
        harms=(HarmFacts(HarmKind.DEAD, 728, what="dans les communes concernées", source=PRESS, happened_on=SINCE),
               HarmFacts(HarmKind.DISPLACED, 14700, source=PRESS)),
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
        tell(39, "moussa", record_source, SourceFacts(
            SourceTopic.NAME, "Le village de la première signature", says, PRESS))


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


ONE, TWO, THREE = "agreements/1/", "agreements/2/", "agreements/3/"
FACTS = (
    Fact("the type: violence between communities", "dispute.kind", DisputeKind.VIOLENCE),
    Fact("between communities", "dispute.scale", Scale.COMMUNITIES),
    Fact("roads, pasture and fields", "dispute.resources", (Resource.FIELD, Resource.PASTURE, Resource.ROAD),
         "champ, pâturage, route"),
    Fact("the cercle and its region", "dispute.place", CERCLE),
    *(Fact(f"one of eleven communes: {place}", "dispute_place.place", place, row=row)
      for row, place in enumerate(COMMUNES, start=1)),
    Fact("since 2017", "dispute.began_on", dates.in_year(2017), "Depuis 2017"),
    Fact("movement of people, goods and livestock", "contested_object.description",
         "La circulation des personnes, des biens et du bétail."),
    Fact("natural resources", "contested_object.description", "Les ressources naturelles.", row=2),
    Fact("one side: communities of these communes", "party.name", DOGON, f"Partie A {DOGON}"),
    Fact("communities", "party.kind", PartyKind.COMMUNITY, f"{DOGON} communauté"),
    Fact("the other side", "party.name", FULANI, f"Partie B {FULANI}", row=2),
    Fact("deaths", "harm.kind", HarmKind.DEAD, "Morts"),
    Fact("728", "harm.count", 728, "728 · dans les communes concernées"),
    Fact("in the communes concerned", "harm.what", "dans les communes concernées"),
    Fact("since the end of 2017", "harm.happened_on", SINCE),
    Fact("displaced", "harm.kind", HarmKind.DISPLACED, "Déplacés", row=2),
    Fact("14,700", "harm.count", 14700, "Déplacés 14 700", row=2),
    Fact("tried before: through mediators", "attempt.channel", AttemptChannel.OTHER_MEDIATOR,
         "Par une autre médiation"),
    Fact("of an organisation", "attempt.body", "une organisation de médiation"),
    Fact("the first agreement", "attempt.decision", "premier accord de Koro"),
    Fact("on 28 August 2018", "attempt.happened_on", OLD_DAY, "28 août 2018"),
    Fact("a lull", "attempt.result", AttemptResult.TRUCE, "28 août 2018 · une trêve"),
    Fact("then overtaken", "attempt.applied", Applied.STOPPED),
    Fact("tried before: by religious people", "attempt.channel", AttemptChannel.RELIGIOUS, "Religieuse", row=2),
    Fact("steps of their council", "attempt.body", STEPS, row=2),
    Fact("with what result is not said", "attempt.result", AttemptResult.NOT_KNOWN, f"{STEPS} · on ne sait pas", row=2),
    Fact("an organisation mediates", "intermediary.quality", HelperQuality.NGO_WORKER, f"Agent d’une ONG, {CENTRE}"),
    Fact("for four months", "intermediary.since", FOUR_MONTHS, "quatre mois"),
    Fact("with another mediator", "intermediary.name", LOCAL, row=2),
    Fact("a community association", "intermediary.quality_words", "association communautaire",
         "Association communautaire", row=2),
    Fact("as co-mediator", "intermediary.did", "co-médiateur", row=2),
    *(Fact(f"a meeting to prepare, at {place}", "mediation_session.place", place, row=row, page=f"sessions/{row}/")
      for row, (place, _) in enumerate(PREPARED, start=1)),
    *(Fact(f"on {day}", "mediation_session.held_on", dates.on(day), row=row, page=f"sessions/{row}/")
      for row, (_, day) in enumerate(PREPARED, start=1)),
    Fact("to prepare", "mediation_session.kind", SessionKind.PREPARATORY, "réunion préparatoire", page="sessions/1/"),
    Fact("the first facilitated by the association", "bench_member.name", LOCAL, page="sessions/1/"),
    Fact("villages of other communes take part", "attendance.name", OTHERS, page="sessions/5/"),
    Fact("nobody counted people", "mediation_session.participants", None, "Qui était là", row=5, page="sessions/5/"),
    *(Fact(f"a meeting of both, at {place}", "mediation_session.place", place, row=row, page=f"sessions/{row}/")
      for row, place in enumerate(MET, start=6)),
    Fact("from September 2020 on", "mediation_session.held_on", FROM_SEPTEMBER, row=6, page="sessions/6/"),
    Fact("of both communities", "mediation_session.kind", SessionKind.JOINT, row=6, page="sessions/6/"),
    Fact("the first agreement: on 12 January 2021", "agreement.signed_on", SIGNED[0], "signé · 12 janvier 2021",
         page=ONE),
    Fact("in a village", "agreement.place", DAGALE, page=ONE),
    Fact("spelt in one way", "source.says", "Dagalé", "Selon la presse : Dagalé"),
    Fact("and in another", "source.says", "Dangalé", "Selon la presse : Dangalé", row=2),
    Fact("in writing", "agreement.form", AgreementForm.WRITTEN, page=ONE),
    Fact("for three communes", "agreement.covers", ", ".join(FIRST), "Concerne Koro, Bondo, Dioungani", page=ONE),
    Fact("it renews an older one", "agreement.earlier_link", EarlierLink.RENEWS, page=ONE),
    Fact("of 2018", "agreement.earlier_words", OLD, page=ONE),
    *(Fact(words, "commitment.what", clause.what, row=row, page=ONE) for row, (words, clause) in enumerate(zip(
        ("integrity and free movement", "no violence", "forgiveness and cohesion"), CLAUSES, strict=True), start=1)),
    *(Fact(f"by both communities: clause {row}", "commitment.debtors", "AB", f"Partie A Partie B Engagement {row}",
           row=row) for row in (1, 2, 3)),
    Fact("to condemn violence", "commitment.kind", CommitmentKind.NO_VIOLENCE, "non-violence", row=2, page=ONE),
    Fact("to forgive", "commitment.kind", CommitmentKind.APOLOGY, "excuses ou pardon", row=3, page=ONE),
    Fact("more is to come", "agreement.mediation_goes_on", True, "la médiation continue sur le reste", page=ONE),
    Fact("the second agreement: on 22 January 2021", "agreement.signed_on", SIGNED[1], "signé · 22 janvier 2021", row=2,
         page=TWO),
    Fact("in a chief town", "agreement.place", PEL, row=2, page=TWO),
    Fact("for six communes", "agreement.covers", ", ".join(SECOND), row=2, page=TWO),
    Fact("its clauses were not seen", "agreement.unseen", UNSEEN, "Personne n’a vu ses engagements.", row=2, page=TWO),
    Fact("the press tells of all three together", "agreement.points", TOGETHER, row=2, page=TWO),
    Fact("the third agreement: on 24 January 2021", "agreement.signed_on", SIGNED[2], "signé · 24 janvier 2021", row=3,
         page=THREE),
    Fact("in another chief town", "agreement.place", MADOUGOU, row=3, page=THREE),
    Fact("by its name", "agreement.called", CALLED, row=3, page=THREE),
    Fact("for two communes", "agreement.covers", ", ".join(THIRD), row=3, page=THREE),
    Fact("five communes are left out", "agreement.not_covered", LEFT_OUT, row=3, page=THREE),
    Fact("its clauses were not seen either", "agreement.unseen", UNSEEN, "Personne n’a vu ses engagements.", row=3,
         page=THREE),
    Fact("told in the press with the others", "agreement.points", TOGETHER, row=3, page=THREE),
    Fact("signed by one side", "signature.mark", Mark.SIGNED, f"Partie A {SPEAKERS} a signé", page=ONE),
    Fact("and by the other", "signature.side", 2, f"Partie B {SPEAKERS} a signé", row=2, page=ONE),
    Fact("all three hold", "agreement.stage", AgreementStage.SIGNED, row=3, page=THREE),
    Fact("the follow-up is not told", "dispute.stage", Stage.IN_FOLLOW_UP, "Suivi à faire"),
    Fact("it comes back after the case of 2018", "dispute_link.kind", LinkKind.RECURRENCE,
         f"Le litige revient, après : MSG-{clock.today().year}-0002"),
    Fact("and is beside that of another cercle", "dispute_link.kind", LinkKind.SAME_PARTIES, "Mêmes parties que",
         row=2),
    Fact("the case of 2018", "transcription.decided", OLD, of=2),
    Fact("decided that August", "transcription.decided_on", OLD_DAY, "28 août 2018", of=2),
    Fact("how it ended is not told", "dispute.ending", Ending.NOT_KNOWN, "non indiqué", of=2),
    Fact("the case of another cercle", "dispute.place", BANKASS, of=3),
)

ACCOUNT = Account("03", TITLE, as_told, FACTS)


def test_the_three_agreements_are_told_and_read_back(house, visit):
    assert not_read_back(ACCOUNT, house, visit) == []
