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
PRESIDING = "maire de Mopti, président régional des municipalités"
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
        AlertLevel.VIOLENCE, "Plusieurs épisodes de violence.", DECADES, ONE))
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
            IntermediaryFacts(HelperQuality.MAYOR, PRESIDING, "Bakaye Bathi-Ba",
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


FIRST, LAST = "sessions/1/", "sessions/5/"
POINTS, PLAN = "agreements/1/", "agreements/2/"
FACTS = (
    Fact("the type: a boundary", "dispute.kind", DisputeKind.VILLAGE_LIMIT, "limite de village"),
    Fact("between villages", "dispute.scale", Scale.VILLAGES, "Jusqu’où entre villages"),
    Fact("of farmers", "dispute.relation", Relation.FARMERS),
    Fact("for decades, nobody says how many", "dispute.began_on", DECADES, "Depuis depuis des décennies"),
    Fact("the first village, chief town of its commune, in one cercle", "dispute.place", HOME),
    Fact("the second village, in another commune and cercle", "dispute_place.place", OVER_THERE),
    Fact("a farmer of the first village", "party.name", "Un cultivateur de Sogolopen"),
    Fact("one person", "party.kind", PartyKind.PERSON, "personne"),
    Fact("a farmer of the second village", "party.name", "Un cultivateur de Yandé", row=2),
    Fact("on the other side", "party.side", 2, "Partie B Un cultivateur de Yandé", row=2),
    Fact("whose quarrel became that of the first village", "departure.reason", LeaveReason.SUCCEEDED,
         "succédée par Village de Sogolopen"),
    Fact("as the account tells it", "departure.words", GREW,
         because="the words for a reason that has its code"),
    Fact("and that of the second village", "departure.successor", 4, "succédée par Village de Yandé", row=2),
    Fact("the first village", "party.name", "Village de Sogolopen", row=3),
    Fact("a village", "party.kind", PartyKind.VILLAGE, row=3),
    Fact("the second village", "party.name", "Village de Yandé", row=4),
    Fact("known under two names", "party.other_names", "Dérina", "Connue aussi sous Dérina", row=4),
    Fact("the allies of the first village", "party.name", "Villages alliés de Sogolopen", row=5),
    Fact("on its side", "party.side", 1, "Partie A Villages alliés de Sogolopen", row=5),
    Fact("as allies", "party.quality", "alliés", "Villages alliés de Sogolopen alliés", row=5),
    Fact("who joined it later", "party.joined_on", LATER, row=5),
    Fact("the allies of the second village", "party.name", "Villages alliés de Yandé", row=6),
    Fact("on the other side", "party.side", 2, "Partie B Villages alliés de Yandé", row=6),
    Fact("a field", "contested_object.kind", Resource.FIELD, "Champ Un champ entre"),
    Fact("of one and a half hectares", "contested_object.area", Decimal("1.5"), "1,5 ha"),
    Fact("as it is written", "contested_object.area_said", "un hectare et demi"),
    Fact("whether it is registered is not said", "contested_object.paper", None, "Surface un hectare et demi"),
    Fact("tried before: by the administration", "attempt.channel", AttemptChannel.ADMINISTRATIVE, "Administrative"),
    Fact("many meetings of mayors and presidents of three cercles", "attempt.body", MEETINGS),
    Fact("with what result is not said", "attempt.result", AttemptResult.NOT_KNOWN, "responsables · on ne sait pas"),
    Fact("by custom", "attempt.channel", AttemptChannel.CUSTOMARY, "Coutumière", row=2),
    Fact("through joking cousins", "attempt.body", "les Bozos, cousins à plaisanterie", row=2),
    Fact("a cease-fire", "attempt.result", AttemptResult.TRUCE, row=2),
    Fact("a high-level meeting", "attempt.body", "rencontre de haut niveau", row=3),
    Fact("in a commune of one of the cercles", "attempt.place", KOPORONA, row=3),
    Fact("a few days before the signature", "attempt.happened_on", BEFORE_SIGNING, row=3),
    Fact("a crisis exit plan", "attempt.decision", "plan de sortie de crise", row=3),
    Fact("deaths", "harm.kind", HarmKind.DEAD, "Morts"),
    Fact("about twenty, in words", "harm.count_said", "une vingtaine"),
    Fact("and counted", "harm.count", 20, "20, une vingtaine"),
    Fact("in 2011", "harm.happened_on", dates.in_year(2011), "une vingtaine · 2011"),
    Fact("says one source", "harm.source", ONE, "selon un premier journal"),
    Fact("several dozens", "harm.count_said", "plusieurs dizaines", row=2),
    Fact("which nobody counted", "harm.count", None, "plusieurs dizaines", row=2),
    Fact("last February to March, in an undated article", "harm.happened_on", FEBRUARY, row=2),
    Fact("says another source", "harm.source", OTHER, "mars dernier · selon un second journal", row=2),
    Fact("violence", "alert.level", AlertLevel.VIOLENCE),
    Fact("several times", "alert.why", "Plusieurs épisodes de violence."),
    Fact("over decades", "alert.happened_on", DECADES, "Violences · depuis des décennies"),
    Fact("the name of the second village is disputed", "source.topic", SourceTopic.NAME, "Un nom"),
    Fact("one name in one source", "source.says", "Yandé", "Selon un premier journal : Yandé"),
    Fact("another name in the other", "source.says", "Dérina", "Selon un second journal : Dérina", row=2),
    Fact("so is the year of the worst episode", "source.fact", "L’année du pire épisode", row=3),
    Fact("which one source gives", "source.says", "2011", "Selon un premier journal : 2011", row=3),
    Fact("and the other leaves without its year", "source.says", "entre février et mars dernier",
         "Selon un second journal : entre février et mars dernier", row=4),
    Fact("an association sends a mission", "intermediary.name", f"{GINNA}, bureau national"),
    Fact("and gives the conciliation its form", "intermediary.did",
         "a envoyé une mission, a mis la conciliation en forme"),
    Fact("a community of joking cousins", "intermediary.quality", HelperQuality.JOKING_COUSIN,
         "Cousin à plaisanterie", row=2),
    Fact("obtains the cease-fire", "intermediary.did", "a obtenu un cessez-le-feu", row=2),
    Fact("a mayor", "intermediary.quality", HelperQuality.MAYOR, "Maire de Mopti", row=3),
    Fact("who presides over the municipalities of the region", "intermediary.quality_words", PRESIDING,
         "président régional des municipalités", row=3),
    Fact("looks for a solution", "intermediary.did", "a pris part à la recherche d’une solution", row=3),
    Fact("the president of a cercle council", "intermediary.quality_words",
         "président du conseil de cercle de Bankass", "Président du conseil de cercle de Bankass", row=4),
    Fact("is the main actor of the plan", "intermediary.did", "acteur principal du plan", row=4),
    Fact("a mission of the United Nations", "intermediary.quality_words", MISSION, "La mission des Nations unies",
         row=5),
    Fact("in 2016", "intermediary.since", dates.in_year(2016), "depuis 2016", row=5),
    Fact("with the second phase of a project of 65 million F CFA", "intermediary.did", PROJECT, row=5),
    Fact("the meeting: in the chief town of a third cercle", "mediation_session.place", TOWN, page=FIRST),
    Fact("not dated", "mediation_session.held_on", dates.unknown(), "date inconnue", page=FIRST),
    Fact("both villages are there", "attendance.presence", Presence.CAME, "Village de Sogolopen · là", page=FIRST),
    Fact("the second one too", "attendance.presence", Presence.CAME, "Village de Yandé · là", row=2, page=FIRST),
    Fact("with the authorities", "bench_member.name", AUTHORITIES, page=FIRST),
    Fact("and community leaders", "bench_member.name", LEADERS, row=2, page=FIRST),
    Fact("of the three cercles", "bench_member.quality", "des trois cercles", row=2, page=FIRST),
    Fact("nobody counted them", "mediation_session.participants", None, "Qui était là", page=FIRST),
    Fact("they agree", "mediation_session.result", Result.AGREEMENT, page=FIRST),
    Fact("on five points", "mediation_session.decided", "Un accord en cinq points.", page=FIRST),
    Fact("the first paper: five points", "agreement.points", "Cinq points.", page=POINTS),
    Fact("in writing", "agreement.form", AgreementForm.WRITTEN, page=POINTS),
    Fact("made there", "agreement.place", TOWN, page=POINTS),
    Fact("on a day that is not said", "agreement.happened_on", dates.unknown(), "date inconnue", page=POINTS),
    Fact("four of which were not seen", "agreement.unseen", "quatre des cinq points, et la fin du premier",
         page=POINTS),
    Fact("free movement of people", "commitment.what", "laissent circuler librement les personnes", page=POINTS),
    Fact("by both villages", "commitment.debtors", "AB", "Partie A Partie B Engagement 1"),
    Fact("as a right of passage", "commitment.kind", CommitmentKind.PASSAGE, "passage ou accès", page=POINTS),
    Fact("before the authorities", "agreement_witness.name", AUTHORITIES, f"Devant : {AUTHORITIES}"),
    Fact("and the leaders of three cercles", "agreement_witness.name", LEADERS, f"{LEADERS}, de trois cercles",
         row=2),
    Fact("whether it was signed is not said", "agreement.stage", AgreementStage.DRAFTED, "rédigé", page=POINTS),
    Fact("the second paper, by its two names", "agreement.called", CALLED, row=2, page=PLAN),
    Fact("of which nothing was seen", "agreement.unseen", "tout le texte", "Personne n’a vu ses engagements.", row=2,
         page=PLAN),
    Fact("signed on a Tuesday, day of the fair", "agreement.signed_on", TUESDAY, f"signé · {TUESDAY.words}", row=2,
         page=PLAN),
    Fact("by people who are not named", "signature.name", "Des représentants non nommés", page=PLAN),
    Fact("initialled", "signature.mark", Mark.INITIALLED, "a paraphé", page=PLAN),
    Fact("by the allies of one side too", "signature.side", 1, "Partie A Des représentants non nommés a paraphé",
         row=2, page=PLAN),
    Fact("and by the allies of the other", "signature.side", 2, "Partie B Des représentants non nommés a paraphé",
         row=4, page=PLAN),
    Fact("before the association", "agreement_witness.name", GINNA, row=3, page=PLAN),
    Fact("two cercle councils", "agreement_witness.name", COUNCILS, row=4, page=PLAN),
    Fact("chiefs", "agreement_witness.name", CHIEFS, row=5, page=PLAN),
    Fact("and joking cousins", "agreement_witness.name", COUSINS, row=6, page=PLAN),
    Fact("a workshop for one land commission", "attendance.name", "La commission foncière de Bankass", row=3,
         page="sessions/2/"),
    Fact("in October 2016", "mediation_session.held_on", october(13), "13 octobre 2016", row=2, page="sessions/2/"),
    Fact("of two days", "mediation_session.duration", "deux jours", row=2, page="sessions/2/"),
    Fact("a workshop for the other", "attendance.name", "La commission foncière de Sogolopen", row=4,
         page="sessions/3/"),
    Fact("in the first village", "mediation_session.place", HOME, row=3, page="sessions/3/"),
    Fact("a dialogue elsewhere on the same days", "mediation_session.held_on", october(15), "15 octobre 2016", row=4,
         page="sessions/4/"),
    Fact("in the chief town", "mediation_session.place", TOWN, row=4, page="sessions/4/"),
    Fact("a dialogue between the two communes", "mediation_session.held_on", october(17), "17 octobre 2016", row=5,
         page=LAST),
    Fact("as a follow-up", "mediation_session.kind", SessionKind.FOLLOW_UP, "Sorte de séance suivi", row=5,
         page=LAST),
    *(Fact(f"of these people: {name}", "attendance.name", name, row=row, page=LAST)
      for row, name in enumerate(BREAKDOWN, start=5)),
    Fact("women came, uncounted", "mediation_session.women", None, "Les femmes · là", row=5, page=LAST),
    Fact("160 people at all the workshops together", "source.says", "160", row=5),
    Fact("of all five days", "source.fact", WORKSHOPS, row=5),
    Fact("dialogue is still needed", "dispute.stage", Stage.IN_FOLLOW_UP, "Suivi à faire"),
)

ACCOUNT = Account("01", TITLE, as_told, FACTS)


def test_the_field_of_two_villages_is_told_and_read_back(house, visit):
    assert not_read_back(ACCOUNT, house, visit) == []
