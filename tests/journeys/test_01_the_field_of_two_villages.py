"""Account 01: a field of one and a half hectares, two farmers, then two villages and their allies."""

from datetime import date
from decimal import Decimal

from mediation.acts.vocabulary import AgreementStage, Stage
from mediation.agreements.kinds import AgreementForm, Basis, CommitmentKind, Mark, Signer
from mediation.agreements.models import Agreement
from mediation.agreements.rules import (
    AgreementFacts,
    CommitmentFacts,
    LineFacts,
    ReadAloudFacts,
    SignFacts,
    WitnessFacts,
)
from mediation.agreements.service import read_aloud_agreement, record_agreement, sign_agreement
from mediation.context.kinds import AlertLevel, SourceTopic
from mediation.context.rules import AlertFacts, SourceFacts
from mediation.context.service import record_source, set_alert
from mediation.demo.telling import Telling, group, person
from mediation.disputes.kinds import (
    AttemptChannel,
    AttemptResult,
    DisputeKind,
    HarmKind,
    Relation,
    Resource,
    Scale,
)
from mediation.disputes.rules import AcceptFacts, AttemptFacts, HarmFacts
from mediation.disputes.service import accept_dispute
from mediation.kernel import dates
from mediation.land.rules import ObjectFacts
from mediation.parties.beside import IntermediaryFacts
from mediation.parties.kinds import HelperQuality, Language, LeaveReason, Mandate, PartyKind, SuccessionBasis
from mediation.parties.models import Party
from mediation.parties.rules import SuccessionFacts
from mediation.parties.service import add_intermediary, add_party, succeed_party
from mediation.places.models import SaidPlace
from mediation.sessions.kinds import Presence, Result, SessionKind
from mediation.sessions.rules import PresenceFacts, SeatFacts, SessionFacts
from mediation.sessions.service import record_session
from tests.journeys.account import Account, Fact, not_read_back

TITLE = "Champ entre Sogolopen et Yandé"
DECADES = dates.unknown("depuis des décennies")
HOME = SaidPlace(None, "Sogolopen, chef-lieu de sa commune, cercle de Koro, région de Mopti")
OVER_THERE = SaidPlace(None, "Yandé, commune de Dourou, cercle de Bandiagara")
TOWN = SaidPlace(None, "Bankass, dans le cercle voisin")
KOPORONA = SaidPlace(None, "commune rurale de Koporona, cercle de Koro")
ONE, OTHER, MISSION = "un premier journal", "un second journal", "la mission des Nations unies"
LATER = dates.unknown("quand le litige est devenu celui des villages")
GREW = "le litige de deux cultivateurs est devenu celui de leurs villages"
MEETINGS = "nombreuses rencontres des maires, des présidents de conseil de trois cercles et des responsables"
BEFORE_SIGNING = dates.unknown("quelques jours avant la signature")
FEBRUARY = dates.unknown("entre février et mars dernier")
TUESDAY = dates.weekday("mardi, jour de foire hebdomadaire")
AUTHORITIES, LEADERS = "Les autorités administratives et politiques", "Les responsables communautaires"
FREE = CommitmentFacts(("A", "B"), "laissent circuler librement les personnes", kind=CommitmentKind.PASSAGE)
CALLED = "« Accord de paix » ou « plan de sortie de crise définitive »"
GINNA, COUNCILS = "L’association Ginna Dogon", "Les conseils de cercle de Bankass et de Koro"
CHIEFS, COUSINS = "Les chefs coutumiers", "Les représentants des frères bozos"
PROJECT = "deuxième phase d’un projet de 65 millions de FCFA : dialogue des deux communes, commissions foncières"
BREAKDOWN = ("Les élus locaux", "Les chefs de village", "Les jeunes", "Les femmes", GINNA, "Tabital Pulaaku",
             "Le RECOTRADE", "Les services techniques")
WORKSHOPS = "Participants de tous les ateliers du 13 au 18 octobre 2016"


def october(day: int):
    """A day of the workshops."""
    return dates.on(date(2016, 10, day))


def workshop(day: int, place: SaidPlace, *came: str) -> SessionFacts:
    """Two days of work by the mission; nobody says how many came to each."""
    people = tuple(PresenceFacts(Presence.CAME, name=name) for name in came)
    return SessionFacts(october(day), Result.GOES_ON, kind=SessionKind.FOLLOW_UP, place=place,
                        duration="deux jours", attendance=people, bench=(SeatFacts("La mission", MISSION),))


def as_told(tell: Telling) -> None:
    """Two farmers, two villages, their allies; two papers of peace; five workshops years later."""
    begins(tell)
    people(tell)
    peace(tell)
    for facts in (workshop(13, TOWN, "La commission foncière de Bankass"),
                  workshop(15, HOME, "La commission foncière de Sogolopen"),
                  workshop(15, TOWN), workshop(17, TOWN, *BREAKDOWN)):
        tell(10, "moussa", record_session, facts)


def begins(tell: Telling) -> None:
    """The field, what was tried, what was suffered, and what two journals say otherwise."""
    tell.begins(
        30, "moussa", "MSG", TITLE, DisputeKind.VILLAGE_LIMIT, str(HOME),
        (person(1, "Un cultivateur de Sogolopen"), person(2, "Un cultivateur de Yandé"),
         group(1, "Village de Sogolopen", PartyKind.VILLAGE, place=HOME, joined_on=LATER),
         group(2, "Village de Yandé", PartyKind.VILLAGE, place=OVER_THERE, other_names="Dérina", joined_on=LATER)),
        ObjectFacts(Resource.FIELD, "Un champ entre les deux villages.", area=Decimal("1.5"),
                    area_said="un hectare et demi"),
        attempts=(AttemptFacts(AttemptChannel.ADMINISTRATIVE, MEETINGS, None, AttemptResult.NOT_KNOWN),
                  AttemptFacts(AttemptChannel.CUSTOMARY, "les Bozos, cousins à plaisanterie", None,
                               AttemptResult.TRUCE),
                  AttemptFacts(AttemptChannel.ADMINISTRATIVE, "rencontre de haut niveau", BEFORE_SIGNING,
                               AttemptResult.DECIDED, "plan de sortie de crise", place=KOPORONA)),
        harms=(HarmFacts(HarmKind.DEAD, 20, source=ONE, happened_on=dates.in_year(2011), count_said="une vingtaine"),
               HarmFacts(HarmKind.DEAD, source=OTHER, happened_on=FEBRUARY, count_said="plusieurs dizaines")),
        began_on=DECADES, scale=Scale.VILLAGES, relation=Relation.FARMERS, happened_on=dates.unknown(),
        villages=(OVER_THERE,))
    tell(30, "moussa", set_alert, AlertFacts(
        AlertLevel.VIOLENCE, "Plusieurs épisodes de violence.", dates.unknown("depuis des décennies"), ONE))
    for topic, fact, says, source in (
            (SourceTopic.NAME, "Le nom du second village", "Yandé", ONE),
            (SourceTopic.NAME, "Le nom du second village", "Dérina", OTHER),
            (SourceTopic.DATE, "L’année du pire épisode", "2011", ONE),
            (SourceTopic.DATE, "L’année du pire épisode", "entre février et mars dernier", OTHER),
            (SourceTopic.COUNTS, WORKSHOPS, "160", MISSION)):
        tell(29, "moussa", record_source, SourceFacts(topic, fact, says, source))


def people(tell: Telling) -> None:
    """The villages take the place of the farmers, their allies join, others help."""
    for farmer, village in ((1, 3), (2, 4)):
        tell(28, "moussa", succeed_party, SuccessionFacts(SuccessionBasis.OTHER, village, LATER, GREW),
             (Party, farmer))
    for side, name in ((1, "Sogolopen"), (2, "Yandé")):
        tell(28, "moussa", add_party, group(side, f"Villages alliés de {name}", PartyKind.COMMUNITY,
                                            quality="alliés", joined_on=LATER))
    for number in range(3, 7):
        tell.speaks(28, "moussa", number, "Des représentants non nommés", Mandate.CUSTOM)
    for facts in (
            IntermediaryFacts(HelperQuality.OTHER, "association culturelle", f"{GINNA}, bureau national",
                              did="a envoyé une mission, a mis la conciliation en forme"),
            IntermediaryFacts(HelperQuality.JOKING_COUSIN, name="La communauté bozo de Mopti",
                              did="a obtenu un cessez-le-feu"),
            IntermediaryFacts(HelperQuality.MAYOR, "président régional des municipalités", "Bakaye Bathi-Ba",
                              did="a pris part à la recherche d’une solution"),
            IntermediaryFacts(HelperQuality.OTHER, "président du conseil de cercle de Bankass", "Amadi Yaro-Ba",
                              did="acteur principal du plan"),
            IntermediaryFacts(HelperQuality.OTHER, MISSION, "La division des affaires civiles de Mopti", did=PROJECT,
                              since=dates.in_year(2016))):
        tell(27, "moussa", add_intermediary, facts)


def peace(tell: Telling) -> None:
    """The meeting and its five points; then the paper that both sides and their allies initialled."""
    tell(26, "bakary", accept_dispute, AcceptFacts())
    came = tuple(PresenceFacts(Presence.CAME, party=number) for number in (3, 4))
    tell(25, "moussa", record_session, SessionFacts(
        dates.unknown(), Result.AGREEMENT, kind=SessionKind.JOINT, place=TOWN, attendance=came,
        decided="Un accord en cinq points.",
        bench=(SeatFacts(AUTHORITIES), SeatFacts(LEADERS, "des trois cercles"))))
    tell(25, "moussa", record_agreement, AgreementFacts(
        Basis.PARTIES, AgreementForm.WRITTEN, False, dates.unknown(), mediation_goes_on=True, place=TOWN, found_at=1,
        points="Cinq points.", unseen="quatre des cinq points, et la fin du premier", commitments=(FREE,),
        witnesses=(WitnessFacts(AUTHORITIES), WitnessFacts(LEADERS, "de trois cercles"))))
    tell(24, "moussa", record_agreement, AgreementFacts(
        Basis.PARTIES, AgreementForm.WRITTEN, True, TUESDAY, place=TOWN, called=CALLED, unseen="tout le texte",
        witnesses=tuple(WitnessFacts(name) for name in (GINNA, COUNCILS, CHIEFS, COUSINS))))
    tell(24, "moussa", read_aloud_agreement, ReadAloudFacts(
        (Language.OTHER,), "pas dit", ("A", "B"), dates.unknown()), (Agreement, 2))
    lines = tuple(LineFacts(Signer.REPRESENTATIVE, number, Mark.INITIALLED) for number in range(1, 5))
    tell(24, "moussa", sign_agreement, SignFacts(lines, TUESDAY), (Agreement, 2))


FACTS = ()
ACCOUNT = Account("01", TITLE, as_told, FACTS)


def test_the_field_of_two_villages_is_told_and_read_back(house, visit):
    assert not_read_back(ACCOUNT, house, visit) == []
