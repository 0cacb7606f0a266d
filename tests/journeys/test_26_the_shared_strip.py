"""Account 26: cousins share a strip of land before neighbours; a relative in the capital goes to court against it."""

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
FOUNDED = dates.before("les deux décennies d’avant le litige", dates.in_year(1978).latest)
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
    tell.speaks(16, "moussa", 3, LAWYERS, Mandate.NOT_KNOWN, "avocats", "engagés par lui")
    tell(16, "moussa", add_proceeding, ProceedingFacts(
        ProceedingKind.CIVIL, "le tribunal", SOON, CourtLevel.TRIBUNAL, brought_by="un commerçant de Sibougou",
        step=ProceedingStep.UNDER_WAY))
    tell(16, "moussa", report_difficulty, ReportFacts(
        ATTACKED, letter="B", said_by="un commerçant qui vit à Bamako", happened_on=SOON), (Agreement, 1))


FACTS = (
    Fact("the type: a limit of land", "dispute.kind", DisputeKind.FIELD_LIMIT, f"limite de champ {TITLE}"),
)
ACCOUNT = Account("26", TITLE, as_told, FACTS)


def test_the_shared_strip_is_told_and_read_back(house, visit):
    assert not_read_back(ACCOUNT, house, visit) == []


def test_dump(house, visit):
    from tests.journeys.account import seen_on, told
    (reference,) = told(ACCOUNT, house)
    for page in ("", "sessions/1/", "sessions/2/", "agreements/1/"):
        print("\n=====", seen_on(visit("moussa").get(f"/disputes/{reference}/{page}").text))
