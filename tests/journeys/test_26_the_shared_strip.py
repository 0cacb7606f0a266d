"""Account 26: cousins share a strip of land before neighbours; a relative in the capital goes to court against it."""

from datetime import date

from mediation.acts.vocabulary import AgreementStage, CommitmentStage, DifficultyStage, Stage
from mediation.agreements.kinds import AgreementForm, Basis, CommitmentKind, Mark, Signer
from mediation.agreements.models import Agreement
from mediation.agreements.rules import AgreementFacts, CommitmentFacts, LineFacts, OralFacts, WitnessFacts
from mediation.agreements.service import record_oral_agreement
from mediation.context.kinds import ProceedingKind, ProceedingStep, SourceTopic
from mediation.context.rules import ProceedingFacts, SourceFacts
from mediation.context.service import add_proceeding, record_source
from mediation.demo.telling import Telling, group, person
from mediation.disputes.kinds import AttemptChannel, CourtLevel, DisputeKind, Resource, Scale
from mediation.disputes.rules import AcceptFacts, AttemptFacts
from mediation.disputes.service import accept_dispute
from mediation.followup.rules import ReportFacts
from mediation.followup.service import report_difficulty
from mediation.kernel import dates
from mediation.kernel.dates import Unit
from mediation.land.rules import ObjectFacts
from mediation.parties.beside import IntermediaryFacts
from mediation.parties.kinds import HelperQuality, Mandate, PartyKind, PartyPresence
from mediation.parties.service import add_intermediary, add_party
from mediation.places.models import SaidPlace
from mediation.sessions.kinds import Result, SessionKind
from mediation.sessions.rules import SeatFacts, SessionFacts
from mediation.sessions.service import record_session
from tests.journeys.account import Account, Fact, not_read_back

TITLE = "Bande de terre entre N’tomodo et Sibougou"
YEAR, UNDATED = dates.in_year(1998), dates.unknown("pas daté")
SOON, AFTER = dates.unknown("peu après"), dates.unknown("venu peu après l’accord")
FOUNDED = dates.lasting(20, Unit.YEARS, date(1998, 12, 31), "fondation du hameau, plus de deux décennies avant")
WHERE = SaidPlace(None, "N’tomodo, commune de Fallou, cercle de Nara")
HAMLET, CAPITAL = SaidPlace(None, "Sibougou, hameau"), SaidPlace(None, "Bamako")
OWNERS, COUSINS = "Famille dirigeante de N’tomodo", "Famille dirigeante de Sibougou"
OWN, COUSINLY = "propriétaire de la terre", "cousins de l’autre famille, agro-éleveurs"
STRIP = "Une grande bande de champs et de pâturage, entre le village et le hameau."
CLAIMS = "A veut cultiver. B veut le passage et le pâturage."
COMPLAINT = "plainte des agro-éleveurs à l’administration locale"
COMMISSION, TWO_EACH = "commission informelle de quatre villages voisins", "deux personnes par village"
DELIMITED = "La commission délimite la part de chaque partie."
SHARED = "La zone est partagée entre le village et le hameau."
KEEP = CommitmentFacts(("*",), "gardent chacune la portion délimitée", kind=CommitmentKind.RIGHT)
TRADER, LAWYERS = "Un commerçant de Sibougou", "Deux avocats de Bamako"
ATTACKED, TEXT = "Le partage est contesté devant le tribunal.", "le récit d’expérience, mars 2008"
NAME = "comment s’écrit le nom du village"


def as_told(tell: Telling) -> None:
    """A complaint, a commission of neighbours, a shared strip; then somebody who lives elsewhere contests it."""
    tell.begins(20, "moussa", "MSG", TITLE, DisputeKind.FIELD_LIMIT, str(WHERE),
                (group(1, OWNERS, quality=OWN, place=WHERE), group(2, COUSINS, quality=COUSINLY, place=HAMLET)),
                ObjectFacts(Resource.FIELD, STRIP, since=FOUNDED, claims=CLAIMS),
                happened_on=dates.unknown(), began_on=YEAR, scale=Scale.FAMILY, villages=(HAMLET,),
                resources=(Resource.FIELD, Resource.PASTURE, Resource.CORRIDOR),
                attempts=(AttemptFacts(AttemptChannel.ADMINISTRATIVE, COMPLAINT, YEAR),))
    for says in ("N’tomodo", "N’tomogo"):
        tell(20, "moussa", record_source, SourceFacts(SourceTopic.NAME, NAME, says, TEXT))
    for number in (1, 2):
        tell.speaks(20, "moussa", number, "L’aîné de la famille", Mandate.CUSTOM)
    tell(19, "bakary", accept_dispute, AcceptFacts())
    tell(19, "moussa", add_intermediary, IntermediaryFacts(
        HelperQuality.OTHER, COMMISSION, people=8, did=TWO_EACH))
    tell(18, "moussa", record_session, SessionFacts(
        YEAR, Result.AGREEMENT, participants=8, bench=(SeatFacts(COMMISSION, TWO_EACH, people=8),)))
    tell(18, "moussa", record_session, SessionFacts(
        UNDATED, Result.AGREEMENT, kind=SessionKind.SITE_VISIT, decided=DELIMITED))
    tell(17, "moussa", record_oral_agreement, OralFacts(
        AgreementFacts(Basis.PARTIES, AgreementForm.ORAL, True, YEAR, found_at=1, points=SHARED, called="consensus",
                       commitments=(KEEP,), witnesses=(WitnessFacts(COMMISSION),)),
        tuple(LineFacts(Signer.REPRESENTATIVE, number, Mark.WORD, COMMISSION) for number in (1, 2)), YEAR))
    tell(16, "moussa", add_party, person(2, TRADER, quality="commerçant", place=CAPITAL, joined_on=AFTER,
                                         presence=PartyPresence.ABSENT))
    tell.speaks(16, "moussa", 3, LAWYERS, Mandate.NOT_SAID, "avocats", "engagés par lui")
    tell(16, "moussa", add_proceeding, ProceedingFacts(
        ProceedingKind.CIVIL, "le tribunal", SOON, CourtLevel.TRIBUNAL, brought_by="un commerçant de Sibougou",
        step=ProceedingStep.UNDER_WAY))
    tell(16, "moussa", report_difficulty, ReportFacts(
        ATTACKED, letter="B", said_by="un commerçant qui vit à Bamako", happened_on=SOON), (Agreement, 1))


FIRST, SECOND, AGREEMENT = "sessions/1/", "sessions/2/", "agreements/1/"
FACTS = (
    Fact("the type: a limit of land", "dispute.kind", DisputeKind.FIELD_LIMIT, f"limite de champ {TITLE}"),
    Fact("in a village of Fallou, cercle of Nara", "dispute.place", WHERE, f"{WHERE} · ouvert"),
    Fact("and a hamlet", "dispute_place.place", HAMLET, f"Autres villages {HAMLET}"),
    Fact("between relatives", "dispute.scale", Scale.FAMILY),
    Fact("in 1998", "dispute.began_on", YEAR, "Depuis 1998"),
    Fact("farmland, pasture and passage at once", "dispute.resources",
         (Resource.CORRIDOR, Resource.FIELD, Resource.PASTURE), "couloir, champ, pâturage"),
    Fact("a large strip", "contested_object.description", STRIP),
    Fact("the hamlet is there for more than two decades", "contested_object.since", FOUNDED,
         f"Depuis {FOUNDED.words} (dit en 1998)"),
    Fact("one wants to farm, the other to pass and graze", "contested_object.claims", CLAIMS,
         f"Ce que chacun dit {CLAIMS}"),
    Fact("the name of the village in one text", "source.says", "N’tomodo", f"Selon {TEXT} : N’tomodo"),
    Fact("spelt otherwise in the same text", "source.says", "N’tomogo", f"Selon {TEXT} : N’tomogo", row=2),
    Fact("which is one text", "source.source", TEXT, f"Selon {TEXT} : N’tomogo", row=2),
    Fact("about a name", "source.topic", SourceTopic.NAME, f"Un nom · {NAME}", row=2),
    Fact("the leading family of the village", "party.name", OWNERS),
    Fact("a family", "party.kind", PartyKind.LINEAGE, f"{OWN} · famille ou lignage"),
    Fact("which owns the land", "party.quality", OWN, f"{OWNERS} {OWN}"),
    Fact("the leading family of the hamlet", "party.name", COUSINS, row=2),
    Fact("its cousins, who farm and herd", "party.quality", COUSINLY, f"{COUSINS} {COUSINLY}", row=2),
    Fact("of the hamlet", "party.place", HAMLET, f"Village {HAMLET}", row=2),
    Fact("the administration was asked", "attempt.channel", AttemptChannel.ADMINISTRATIVE, "Administrative"),
    Fact("by a complaint of the herders, to the local one", "attempt.body", COMPLAINT),
    Fact("the same year", "attempt.happened_on", YEAR, f"{COMPLAINT} · 1998"),
    Fact("what came of it is not said", "attempt.result", None, f"{COMPLAINT} · 1998"),
    Fact("an informal commission of neighbours mediates", "intermediary.quality_words", COMMISSION,
         "Commission informelle de quatre villages voisins"),
    Fact("eight people", "intermediary.people", 8, "quatre villages voisins · 8 personnes"),
    Fact("two from each village", "intermediary.did", TWO_EACH, f"8 personnes {TWO_EACH}"),
    Fact("none is named", "intermediary.name", None, "Commission informelle de quatre villages voisins · 8"),
    Fact("it sat that year", "mediation_session.held_on", YEAR, "Séance 1 1998", page=FIRST),
    Fact("all eight", "mediation_session.participants", 8, "En tout 8", page=FIRST),
    Fact("women are not counted", "mediation_session.women", None, "Qui était là", page=FIRST),
    Fact("nor are men", "mediation_session.men", None, "Qui était là", page=FIRST),
    Fact("where is not said", "mediation_session.place", None, "Séance 1 1998 tenue", page=FIRST),
    Fact("it found a consensus", "mediation_session.result", Result.AGREEMENT, page=FIRST),
    Fact("the commission, as the body that heard", "bench_member.name", COMMISSION, page=FIRST),
    Fact("with so many people", "bench_member.people", 8, f"{COMMISSION} (8 personnes)", page=FIRST),
    Fact("so chosen", "bench_member.quality", TWO_EACH, page=FIRST),
    Fact("it went to the place", "mediation_session.kind", SessionKind.SITE_VISIT, row=2, page=SECOND),
    Fact("and delimited the share of each", "mediation_session.decided", DELIMITED, row=2, page=SECOND),
    Fact("on a day that is not told", "mediation_session.held_on", UNDATED, row=2, page=SECOND),
    Fact("a consensus", "agreement.called", "consensus", "Appelé consensus", page=AGREEMENT),
    Fact("of the parties", "agreement.basis", Basis.PARTIES, page=AGREEMENT),
    Fact("by word, since no paper is told of", "agreement.form", AgreementForm.ORAL, page=AGREEMENT),
    Fact("in 1998", "agreement.signed_on", YEAR, "signé · 1998", page=AGREEMENT),
    Fact("the strip is shared", "agreement.points", SHARED, page=AGREEMENT),
    Fact("before the commission", "agreement_witness.name", COMMISSION, f"Devant : {COMMISSION}"),
    Fact("each keeps its portion", "commitment.what", KEEP.what, f"Toutes les parties {KEEP.what}"),
    Fact("both of them", "commitment.debtors", "*", "Toutes les parties gardent"),
    Fact("which is a right", "commitment.kind", CommitmentKind.RIGHT, page=AGREEMENT),
    Fact("by when is not said", "commitment.due_on", None, f"{KEEP.what}."),
    Fact("whether it is kept is not said", "commitment.stage", CommitmentStage.DUE, "Engagement 1 à faire"),
    Fact("a trader of the hamlet", "party.name", TRADER, row=3),
    Fact("one person", "party.kind", PartyKind.PERSON, "commerçant · personne", row=3),
    Fact("by that trade", "party.quality", "commerçant", f"{TRADER} commerçant", row=3),
    Fact("of the same side", "party.side", 2, f"Partie B {TRADER}", row=3),
    Fact("who lives in the capital", "party.place", CAPITAL, "Village Bamako", row=3),
    Fact("absent from all this", "party.presence", PartyPresence.ABSENT, row=3),
    Fact("comes in soon after", "party.joined_on", AFTER, f"absente · {AFTER.words}", row=3),
    Fact("with two lawyers of the capital", "representative.name", LAWYERS, row=3),
    Fact("who are lawyers", "representative.quality", "avocats", f"{LAWYERS} · avocats", row=3),
    Fact("whom he hired", "representative.mandate_words", "engagés par lui", row=3),
    Fact("he goes to court", "proceeding.kind", ProceedingKind.CIVIL, "Tribunal civil"),
    Fact("a tribunal", "proceeding.body", "le tribunal", "tribunal · le tribunal"),
    Fact("he alone", "proceeding.brought_by", "un commerçant de Sibougou", "demandée par un commerçant de Sibougou"),
    Fact("soon after", "proceeding.opened_on", SOON, "ouverte : peu après"),
    Fact("the end of the case is not said", "proceeding.step", ProceedingStep.UNDER_WAY, "En cours"),
    Fact("nor who won", "proceeding.result", None, "En cours"),
    Fact("he contests what was shared", "difficulty.what", ATTACKED, f"Difficulté : {ATTACKED}", page=AGREEMENT),
    Fact("as somebody of that side", "difficulty.side", 2, "B · un commerçant qui vit à Bamako", page=AGREEMENT),
    Fact("he says it himself", "difficulty.said_by", "un commerçant qui vit à Bamako", page=AGREEMENT),
    Fact("a little later", "difficulty.happened_on", SOON, "peu après", page=AGREEMENT),
    Fact("it is not settled", "difficulty.stage", DifficultyStage.OPEN, page=AGREEMENT),
    Fact("the families had given their word", "agreement.stage", AgreementStage.SIGNED, "signé · 1998",
         page=AGREEMENT),
    Fact("so it is followed", "dispute.stage", Stage.IN_FOLLOW_UP, "Suivi à faire"),
)

ACCOUNT = Account("26", TITLE, as_told, FACTS)


def test_the_shared_strip_is_told_and_read_back(house, visit):
    assert not_read_back(ACCOUNT, house, visit) == []
