"""Account 09: a village under blockade; a cease-fire by word for a month, then for good, then broken."""

from datetime import date

from mediation.acts.vocabulary import AgreementStage, CommitmentStage, Stage
from mediation.agreements.kinds import AgreementForm, Basis, CommitmentKind, EarlierLink, Mark, Signer
from mediation.agreements.models import Agreement
from mediation.agreements.rules import (
    AgreementFacts,
    CommitmentFacts,
    LineFacts,
    OralFacts,
    ReadAloudFacts,
    SignFacts,
    WitnessFacts,
)
from mediation.agreements.service import (
    read_aloud_agreement,
    record_agreement,
    record_oral_agreement,
    sign_agreement,
)
from mediation.context.kinds import SourceTopic
from mediation.context.rules import SourceFacts
from mediation.context.service import record_source
from mediation.demo.telling import Telling, group
from mediation.disputes.kinds import AttemptChannel, AttemptResult, DisputeKind, HarmKind, Resource
from mediation.disputes.rules import AcceptFacts, AttemptFacts, HarmFacts
from mediation.disputes.service import accept_dispute, record_harm
from mediation.followup.rules import FindingFacts, VisitFacts
from mediation.followup.service import record_visit
from mediation.kernel import dates
from mediation.land.rules import ObjectFacts
from mediation.land.service import add_object
from mediation.parties.beside import IntermediaryFacts
from mediation.parties.kinds import HelperQuality, Language, PartyKind
from mediation.parties.service import add_intermediary
from mediation.places.models import SaidPlace
from mediation.sessions.kinds import Presence, Result, SessionKind
from mediation.sessions.rules import PresenceFacts, ResumeFacts, SeatFacts, SessionFacts
from mediation.sessions.service import record_session, resume_mediation
from mediation.validity.kinds import DenouncedHow
from mediation.validity.rules import AccusationFacts, DenounceFacts
from mediation.validity.service import denounce_agreement
from tests.journeys.account import Account, Fact, Refused, not_read_back

TITLE = "Blocus de Farakala"
VILLAGE = SaidPlace(None, "Farakala, commune de Dogofry, cercle de Niono, région de Ségou")
HUNTERS, KATIBA = "Chasseurs traditionnels du cercle de Niono", "Katiba Macina"
PEOPLE, HERDERS, AFFECTED = "Population de Farakala", "Bergers peuls", "touchée par le conflit"
BUSH, FIRST_FOREST = SaidPlace(None, "une brousse reculée"), SaidPlace(None, "forêt de Dédoula")
SECOND_FOREST = SaidPlace(None, "forêt de Hadjila")
OCTOBER = dates.in_month(2020, 10, "début octobre 2020")
WEEKEND = dates.on(date(2020, 11, 6))
BY_DECEMBER = dates.before("le 16 décembre 2020", date(2020, 12, 16))
TEMPORARY, LIFTED = dates.on(date(2021, 3, 14)), dates.on(date(2021, 3, 16))
DEFINITIVE, BROKEN = dates.on(date(2021, 4, 16)), dates.on(date(2021, 7, 3))
LEAVES_BY, JULY = dates.on(date(2021, 4, 15)), dates.in_month(2021, 7)
RADIO, PRESS, AGENCY = "une radio", "la presse", "l’agence de presse"
OFFICES = "Haut Conseil islamique, commission de bons offices"
MANDATED = "mandaté par les autorités de la transition"
LEADER, OTHERWISE = "Moufa Haïdani", "Moussa Bakari-Ba"
MINISTRY, REFUSES = "Ministère de la Réconciliation nationale", "approuve l’accord, refuse une clause"
VEIL, START = "Le voile et la zakat", "Le début du blocus"
UNCONTROLLED = ("Des chasseurs incontrôlés arrêtent des bergers, rançonnent un village, coupent le bois des zones "
                "préservées.")
OFFICIAL, AGAIN = "un élu local, qui le dit fini", "De nouvelles négociations sont en cours."
CLAUSES = (
    CommitmentFacts(("A", "B"), "laissent les habitants circuler dans le cercle", ("C",), CommitmentKind.PASSAGE),
    CommitmentFacts(("B",), "libère les chasseurs prisonniers", ("A",), CommitmentKind.OTHER),
    CommitmentFacts(("A",), "acceptent le prêche dans les villages, armes portées", ("B",), CommitmentKind.CONDUCT),
    CommitmentFacts(("A",), "sont désarmés", kind=CommitmentKind.NO_VIOLENCE),
    CommitmentFacts(("A", "B"), "partagent la justice traditionnelle entre oulémas du lieu et katiba"),
    CommitmentFacts(("A", "B"), "se pardonnent les combattants morts et les dégâts", kind=CommitmentKind.APOLOGY),
    CommitmentFacts(("A", "B"), "préservent certaines zones boisées"),
)
KEPT_CLAUSES = "Toutes les clauses du 14 mars, sauf le départ de l’armée."


def as_told(tell: Telling) -> None:
    """The blockade, what was tried; the word of a month, the word without end, the fighting again."""
    begins(tell)
    helped(tell)
    for place, when, kind, result, came in (
            *((BUSH, BY_DECEMBER, SessionKind.SEPARATE, Result.GOES_ON, (2,)),) * 3,
            (FIRST_FOREST, TEMPORARY, SessionKind.JOINT, Result.AGREEMENT, (1, 2)),
            (SECOND_FOREST, DEFINITIVE, SessionKind.JOINT, Result.AGREEMENT, (1, 2))):
        tell(35, "moussa", record_session, SessionFacts(
            when, result, kind=kind, place=place, bench=(SeatFacts(OFFICES),),
            attendance=tuple(PresenceFacts(Presence.CAME, party=number) for number in came)))
    for_a_month(tell)
    for_good(tell)
    broken(tell)


def begins(tell: Telling) -> None:
    """Two armed groups, and those who suffer between them."""
    tell.begins(
        40, "moussa", "MSG", TITLE, DisputeKind.VIOLENCE, str(VILLAGE),
        (group(1, HUNTERS, PartyKind.ARMED_GROUP, other_names="dozos, donzos"),
         group(2, KATIBA, PartyKind.ARMED_GROUP),
         group(3, PEOPLE, PartyKind.VILLAGE, members=4000, quality=AFFECTED, place=VILLAGE),
         group(4, HERDERS, PartyKind.COMMUNITY, quality=AFFECTED)),
        ObjectFacts(Resource.FIELD, "L’accès aux champs, au bétail et aux routes."),
        attempts=(AttemptFacts(AttemptChannel.ADMINISTRATIVE, "forum de trois journées, avec quatre ministres", WEEKEND,
                               AttemptResult.FAILED, place=SaidPlace(None, "Niono")),
                  AttemptFacts(AttemptChannel.OTHER_MEDIATOR, "bons offices de maires, de chefs et de religieux",
                               dates.in_year(2020), AttemptResult.NOT_KNOWN)),
        harms=(HarmFacts(HarmKind.DEAD, count_said="des centaines d’habitants", source=RADIO),
               HarmFacts(HarmKind.FIELDS, count_said="des milliers d’hectares", what="brûlés", source=RADIO),
               HarmFacts(HarmKind.CATTLE, what="volés", source=RADIO)),
        began_on=OCTOBER, happened_on=dates.unknown(),
        resources=(Resource.FIELD, Resource.HERD, Resource.ROAD, Resource.FOREST))
    tell(40, "moussa", add_object, ObjectFacts(Resource.FOREST, "Des zones boisées protégées."))
    tell(39, "bakary", accept_dispute, AcceptFacts())
    for topic, fact, says, source in ((SourceTopic.DATE, START, "octobre 2020", PRESS),
                                      (SourceTopic.DATE, START, "septembre 2020", AGENCY),
                                      (SourceTopic.AGREED, VEIL, "abandonnés en mars", OFFICES),
                                      (SourceTopic.AGREED, VEIL, "acceptés en avril", RADIO)):
        tell(39, "moussa", record_source, SourceFacts(topic, fact, says, source))


def helped(tell: Telling) -> None:
    """The mediators, their head under two names, the go-between whom nobody names, the ministry."""
    for facts in (
            IntermediaryFacts(HelperQuality.OTHER, "organe religieux", OFFICES, did=MANDATED,
                              since=dates.in_month(2020, 12, "début décembre 2020")),
            IntermediaryFacts(HelperQuality.OTHER, "chef de l’équipe de médiation", LEADER, reported_as=OTHERWISE,
                              source="une autre source"),
            IntermediaryFacts(HelperQuality.OTHER, "un habitant de Ndéboula", did="porte la parole jusqu’à la katiba"),
            IntermediaryFacts(HelperQuality.OTHER, "administration", MINISTRY, did=REFUSES)):
        tell(38, "moussa", add_intermediary, facts)


def words_given(when) -> SignFacts:
    """Nobody signs: each armed group gives its word before the mediators."""
    return SignFacts(tuple(LineFacts(Signer.PARTY, party, Mark.WORD, OFFICES) for party in (1, 2)), when)


def for_a_month(tell: Telling) -> None:
    """By word of mouth, for a month, if the army leaves; two days later the blockade is lifted."""
    text = AgreementFacts(
        Basis.PARTIES, AgreementForm.ORAL, False, TEMPORARY, mediation_goes_on=True, place=FIRST_FOREST, found_at=4,
        lasts_words="un mois", lasts_from=TEMPORARY, condition_who="l’armée", condition_what="quitte Farakala",
        condition_by=LEAVES_BY, condition_else="l’accord est nul", commitments=CLAUSES,
        witnesses=(WitnessFacts(OFFICES),))
    tell(30, "moussa", record_oral_agreement, OralFacts(text, words_given(TEMPORARY).lines, TEMPORARY))
    tell(29, "moussa", record_visit, VisitFacts(
        (FindingFacts(1, CommitmentStage.KEPT, note="le blocus est levé"),), LIFTED), (Agreement, 1))


def for_good(tell: Telling) -> None:
    """A month later it is made definitive, without the clause that hung on the army."""
    tell(25, "moussa", record_agreement, AgreementFacts(
        Basis.PARTIES, AgreementForm.COMMUNIQUE, True, DEFINITIVE, place=SECOND_FOREST, found_at=5,
        points=KEPT_CLAUSES, called="Accord de cessez-le-feu définitif", unlimited=True,
        earlier_link=EarlierLink.DEFINITIVE, earlier=1, unseen="la liste complète des clauses", commitments=CLAUSES))
    tell(25, "moussa", read_aloud_agreement, ReadAloudFacts((Language.OTHER,), "pas dit", ("A", "B"), DEFINITIVE),
         (Agreement, 2))
    tell(25, "moussa", sign_agreement, words_given(DEFINITIVE), (Agreement, 2))


def broken(tell: Telling) -> None:
    """Fighting again; each side accuses the other; somebody negotiates again."""
    tell(20, "moussa", denounce_agreement, DenounceFacts(
        by_whom=OFFICIAL, happened_on=BROKEN, how=DenouncedHow.ORAL, reason="Les combats ont repris.",
        accusations=(AccusationFacts(name="le médiateur", words=UNCONTROLLED),
                     AccusationFacts("A", words="Les djihadistes ont commencé."))), (Agreement, 2))
    tell(20, "moussa", record_harm, HarmFacts(
        HarmKind.DEAD, count_said="trois à six chasseurs", happened_on=JULY, source=PRESS))
    tell(20, "moussa", record_harm, HarmFacts(
        HarmKind.INJURED, count_said="plusieurs chasseurs", happened_on=JULY, source=PRESS))
    tell(19, "moussa", resume_mediation, ResumeFacts(AGAIN, JULY))


FACTS = (Fact("x", "dispute.title", TITLE), Fact("x", "dispute.title", Refused))
ACCOUNT = Account("09", TITLE, as_told, FACTS)


def test_the_blockade_is_told_and_read_back(house, visit):
    assert not_read_back(ACCOUNT, house, visit) == []
