"""Account 45: two villages against a company and the State; a restitution recommended, checked, and not done."""

from datetime import date
from decimal import Decimal

from mediation.acts.vocabulary import Stage
from mediation.context.kinds import AlertLevel, ProceedingKind, SourceTopic
from mediation.context.rules import AlertFacts, ProceedingFacts, SourceFacts
from mediation.context.service import add_proceeding, record_source, set_alert
from mediation.demo.telling import Telling, group
from mediation.disputes.kinds import (
    Applied,
    AttemptChannel,
    AttemptResult,
    Channel,
    DisputeKind,
    HarmKind,
    Relation,
    Resource,
    Trigger,
)
from mediation.disputes.rules import AttemptFacts, HarmFacts
from mediation.kernel import dates
from mediation.land.kinds import RightKind
from mediation.land.rules import ObjectFacts
from mediation.parties.kinds import Mandate, PartyKind, Sex
from mediation.parties.models import Party
from mediation.parties.rules import RepresentativeFacts
from mediation.parties.service import add_party, appoint_representative
from mediation.places.models import SaidPlace
from mediation.referrals.kinds import LinkKind
from mediation.referrals.rules import LinkFacts
from mediation.referrals.service import link_dispute
from mediation.sessions.kinds import Result, SessionKind
from mediation.sessions.rules import SeatFacts, SessionFacts
from mediation.sessions.service import record_session
from mediation.teams.kinds import InterestKind
from mediation.teams.rules import InterestFacts
from mediation.teams.service import declare_interest
from tests.journeys.account import Account, Fact, Refused, not_read_back

TITLE, OTHER_TITLE = "Terres de Sanamba et de Sahori", "Terres réclamées à San"
FIRST = SaidPlace(None, "Sanamba, commune de Sibila, région et cercle de Ségou")
SECOND, OTHER_PLACE = SaidPlace(None, "Sahori"), SaidPlace(None, "San")
NOT_SAID, WORKS = dates.unknown("pas dit"), dates.in_year(2010)
BEATEN, IN_2013, APRIL = dates.in_month(2009, 8), dates.in_year(2013), dates.in_month(2014, 4)
REPORT, VERIFIED = dates.in_year(2014), dates.on(date(2014, 11, 25))
THREAT, SECOND_PRESS, LAST_PRESS = (dates.on(date(2015, 7, 23)), dates.on(date(2016, 3, 18)),
                                    dates.on(date(2016, 8, 2)))
COMPANY, STATE = "Grande Minoterie du Delta", "Office du Niger"
UNION, NETWORK = "Union des paysans et Convergence des terres", "Réseau Afrique–Europe"
SPOKESWOMAN, SON, OWNER = "Assitan Tangoro", "Dramane Coulibali", "Moctar Kéba"
LAND = "Les champs des ancêtres, dans la zone de l’Office."
PROJECT = "20 000 ha pour le projet, dans un titre"
FORCE = "Les villages menacent de reprendre les champs par la force à la fin de juillet 2015."
PM, OTHER_PM = "une mission du premier ministre", "une mission du premier ministre suivant"
GIVE_BACK, VILLAGERS = "rendre les terres", "les villages, en août 2016"
BODIES = "la Présidence, les institutions et l’Office du Niger"
BOTH = "L’État décide, et il est bailleur des terres."
MISSION, SIX_DAYS = "la mission du gouvernement", "du 25 au 30 novembre"
CHECK, FIELD = "vérifie les recommandations d’avant", SaidPlace(None, "Sanamba et Sahori")
HECTARES, PEOPLE, DAYS, GIVEN = ("Les terres à rendre", "Les habitants de Sahori", "Les violences",
                                 "La restitution")
KEEP_WORD = "pas encore faite ; l’État doit tenir ses engagements"
PRESS, A_PAPER, REPORTED = "une conférence de presse", "un autre article", "une troisième source"


def as_told(tell: Telling) -> None:
    """The villages, the company and the State; three missions; what each source counts; another dispute beside it."""
    tell.begins(9, "moussa", "MSG", TITLE, DisputeKind.COMPANY, FIRST,
                (group(1, "Village de Sanamba", PartyKind.VILLAGE, members=3000),
                 group(1, "Village de Sahori", PartyKind.VILLAGE, members=2000, other_names="Saori"),
                 group(2, COMPANY, PartyKind.COMPANY, other_names="GMD, Moulin du Delta"),
                 group(3, STATE, PartyKind.STATE, quality="propriétaire et bailleur")),
                ObjectFacts(Resource.FIELD, LAND, area=Decimal("20000"), area_said=PROJECT,
                            rights=(RightKind.INHERITANCE, RightKind.LEASE), paper="un bail à l’entreprise"),
                channel=Channel.ALERT, happened_on=NOT_SAID, began_on=WORKS, relation=Relation.VILLAGE_COMPANY,
                triggers=(Trigger.WORKS,), villages=(SECOND,), harms=(
                    HarmFacts(HarmKind.INJURED, count_said="des villageois", happened_on=BEATEN),
                    HarmFacts(HarmKind.HELD, count_said="des responsables coutumiers"),
                    HarmFacts(HarmKind.DEAD, count_said="des anciens"),
                    HarmFacts(HarmKind.OTHER, 1, women=1, what="une grossesse perdue")),
                attempts=(
                    AttemptFacts(AttemptChannel.ADMINISTRATIVE, PM, IN_2013),
                    AttemptFacts(AttemptChannel.ADMINISTRATIVE, OTHER_PM, APRIL, AttemptResult.RECOMMENDED,
                                 GIVE_BACK, decided_on=REPORT, applied=Applied.NOT_APPLIED, source=VILLAGERS)))
    for number, name, quality, more in (
            (1, SON, "fils du chef de village", {}), (1, SPOKESWOMAN, "porte-parole des femmes", {"sex": Sex.WOMAN}),
            (3, OWNER, "président-directeur général", {})):
        tell(9, "moussa", appoint_representative, RepresentativeFacts(
            name, Mandate.NOT_SAID, quality, **more), (Party, number))
    for name in (UNION, NETWORK):
        tell(9, "moussa", add_party, group(1, name, PartyKind.ASSOCIATION, ally=True))
    tell(9, "moussa", record_session, SessionFacts(
        VERIFIED, Result.GOES_ON, kind=SessionKind.SITE_VISIT, place=FIELD, duration=SIX_DAYS, somebody_came=True,
        bench=(SeatFacts(MISSION, CHECK), SeatFacts(UNION, "organisations paysannes"))))
    tell(9, "moussa", add_proceeding, ProceedingFacts(
        ProceedingKind.ADMINISTRATIVE, BODIES, side=1))
    tell(9, "moussa", declare_interest, InterestFacts(InterestKind.OTHER, name="Le gouvernement", party=4, words=BOTH))
    tell(9, "moussa", set_alert, AlertFacts(AlertLevel.THREATS, FORCE, THREAT, PRESS))
    for one in said_by_sources():
        tell(9, "moussa", record_source, one)
    tell.begins(8, "moussa", "MSG", OTHER_TITLE, DisputeKind.OTHER, OTHER_PLACE, (),
                ObjectFacts(Resource.FIELD, "Des terres à rendre.", area=Decimal("8600")),
                channel=Channel.ALERT, happened_on=NOT_SAID)
    tell(8, "moussa", link_dispute, LinkFacts(LinkKind.MISTAKEN, tell.references[0]))


def said_by_sources() -> tuple[SourceFacts, ...]:
    """What each source says of the same fact."""
    return (
        SourceFacts(SourceTopic.COUNTS, HECTARES, "863 ha", "un article"),
        SourceFacts(SourceTopic.COUNTS, HECTARES, "8 603 ha", A_PAPER),
        SourceFacts(SourceTopic.COUNTS, HECTARES, "7 400 ha ici, et 8 600 ha pour un autre litige, à San",
                    REPORTED),
        SourceFacts(SourceTopic.PEOPLE, PEOPLE, "environ 2 000", "un article"),
        SourceFacts(SourceTopic.PEOPLE, PEOPLE, "5 000", A_PAPER),
        SourceFacts(SourceTopic.DATE, DAYS, "en août 2009", "un article"),
        SourceFacts(SourceTopic.DATE, DAYS, "en 2010", A_PAPER),
        SourceFacts(SourceTopic.KEPT, GIVEN, "les terres ne sont pas rendues", PRESS, THREAT),
        SourceFacts(SourceTopic.KEPT, GIVEN, "les terres ne sont toujours pas rendues", PRESS, SECOND_PRESS),
        SourceFacts(SourceTopic.KEPT, GIVEN, KEEP_WORD, PRESS, LAST_PRESS))


SESSION = "sessions/1/"
FACTS = (
    Fact("the type: a company and the State against villages", "dispute.kind", DisputeKind.COMPANY,
         "entreprise ou État et communauté"),
    Fact("so villages and a company", "dispute.relation", Relation.VILLAGE_COMPANY, "Entre qui village et entreprise"),
    Fact("a village of a commune, cercle and region", "dispute.place", FIRST),
    Fact("the second village", "dispute_place.place", SECOND, "Autres villages Sahori"),
    Fact("the company starts work in 2010", "dispute.began_on", WORKS, "Depuis 2010"),
    Fact("works set it off", "dispute.triggers", (Trigger.WORKS,), "Ce qui l’a déclenché travaux"),
    Fact("it is told in the press", "dispute.channel", Channel.ALERT, "Alerte précoce"),
    Fact("when it was first asked is not said", "dispute.asked_on", NOT_SAID),
    Fact("farm land", "contested_object.kind", Resource.FIELD, "Champ Les champs des ancêtres"),
    Fact("of the ancestors, inside the Office", "contested_object.description", LAND),
    Fact("inherited for some, leased to the company", "contested_object.rights",
         (RightKind.INHERITANCE, RightKind.LEASE), "Droits héritage, location"),
    Fact("by a lease", "contested_object.paper", "un bail à l’entreprise", "Papier un bail à l’entreprise"),
    Fact("a project of twenty thousand hectares", "contested_object.area", Decimal("20000"), "20 000 ha"),
    Fact("as one headline says", "contested_object.area_said", PROJECT, f"Surface {PROJECT}"),
    Fact("one village", "party.name", "Village de Sanamba"),
    Fact("of about three thousand people", "party.members", 3000, "Personnes 3 000"),
    Fact("another village", "party.name", "Village de Sahori", row=2),
    Fact("of about two thousand", "party.members", 2000, "Personnes 2 000", row=2),
    Fact("spelt in two ways", "party.other_names", "Saori", "Connue aussi sous Saori", row=2),
    Fact("on the same side", "party.side", 1, "Partie A Village de Sahori", row=2),
    Fact("the company", "party.name", COMPANY, row=3),
    Fact("as such", "party.kind", PartyKind.COMPANY, f"{COMPANY} entreprise", row=3),
    Fact("known under two names", "party.other_names", "GMD, Moulin du Delta", row=3),
    Fact("against them", "party.side", 2, f"Partie B {COMPANY}", row=3),
    Fact("an office of the State", "party.kind", PartyKind.STATE, "bailleur · service de l’État", row=4),
    Fact("by its name", "party.name", STATE, row=4),
    Fact("which owns and leases the land", "party.quality", "propriétaire et bailleur",
         f"Partie C {STATE} propriétaire et bailleur", row=4),
    Fact("farmers’ organisations", "party.name", UNION, row=5),
    Fact("support the villages", "party.ally", True, f"{UNION} association ou coopérative · alliée du côté A", row=5),
    Fact("and a foreign organisation", "party.name", NETWORK, row=6),
    Fact("too", "party.ally", True, f"{NETWORK} association ou coopérative · alliée du côté A", row=6),
    Fact("the chief’s son", "representative.name", SON),
    Fact("who speaks as such", "representative.quality", "fils du chef de village"),
    Fact("a spokeswoman", "representative.name", SPOKESWOMAN, row=2),
    Fact("of the women", "representative.quality", "porte-parole des femmes", row=2),
    Fact("on what mandate is not said", "representative.mandate", Mandate.NOT_SAID,
         "porte-parole des femmes · aucune source ne le dit", row=2),
    Fact("a man who heads the company", "representative.name", OWNER,
         f"{OWNER} · président-directeur général", row=3),
    Fact("villagers hurt", "harm.kind", HarmKind.INJURED, "Blessés"),
    Fact("nobody counted them", "harm.count_said", "des villageois", "Blessés des villageois"),
    Fact("in August 2009", "harm.happened_on", BEATEN, "des villageois · août 2009"),
    Fact("people held", "harm.kind", HarmKind.HELD, "Personnes retenues", row=2),
    Fact("customary leaders", "harm.count_said", "des responsables coutumiers", row=2),
    Fact("people dead", "harm.kind", HarmKind.DEAD, "Morts", row=3),
    Fact("elders", "harm.count_said", "des anciens", "Morts des anciens", row=3),
    Fact("a woman", "harm.women", 1, "1 femme", row=4),
    Fact("lost her pregnancy", "harm.what", "une grossesse perdue", row=4),
    Fact("a mission of a first head of government", "attempt.body", PM),
    Fact("in 2013", "attempt.happened_on", IN_2013, f"{PM} · 2013"),
    Fact("of which no result is told", "attempt.result", None, f"{PM} · 2013"),
    Fact("by the administration", "attempt.channel", AttemptChannel.ADMINISTRATIVE, f"Administrative · {PM}"),
    Fact("a mission of the next one", "attempt.body", OTHER_PM, row=2),
    Fact("in April 2014", "attempt.happened_on", APRIL, f"{OTHER_PM} · avril 2014", row=2),
    Fact("which recommends", "attempt.result", AttemptResult.RECOMMENDED, "une recommandation", row=2),
    Fact("to give the land back", "attempt.decision", GIVE_BACK, f"Décision : {GIVE_BACK}", row=2),
    Fact("in a report of 2014", "attempt.decided_on", REPORT, "rendue : 2014", row=2),
    Fact("which is not carried out", "attempt.applied", Applied.NOT_APPLIED, "une recommandation, pas appliqué",
         row=2),
    Fact("by August 2016", "attempt.source", VILLAGERS, f"selon {VILLAGERS}", row=2),
    Fact("a second mission goes to the field", "mediation_session.kind", SessionKind.SITE_VISIT, page=SESSION),
    Fact("from 25 November 2014", "mediation_session.held_on", VERIFIED, page=SESSION),
    Fact("to the 30th", "mediation_session.duration", SIX_DAYS, f"Durée {SIX_DAYS}", page=SESSION),
    Fact("in both villages", "mediation_session.place", FIELD, page=SESSION),
    Fact("of the government", "bench_member.name", MISSION, page=SESSION),
    Fact("to check what became of the recommendations", "bench_member.quality", CHECK, page=SESSION),
    Fact("with the farmers’ organisations", "bench_member.name", UNION, row=2, page=SESSION),
    Fact("no woman or man was counted", "mediation_session.participants", None, "Personne n’a noté qui était là",
         page=SESSION),
    Fact("they turn to the Presidency and others", "proceeding.body", BODIES, f"Administration · {BODIES}"),
    Fact("as the villages’ own step", "proceeding.side", 1, "demandée par le côté A"),
    Fact("what was answered is not said", "proceeding.step", None, f"{BODIES} · demandée par le côté A"),
    Fact("the State decides", "interest.name", "Le gouvernement", f"Le gouvernement autre lien · partie C · {BOTH}"),
    Fact("and has an interest", "interest.words", BOTH),
    Fact("a threat", "alert.level", AlertLevel.THREATS, "Alerte : menaces"),
    Fact("to take the fields back by force", "alert.why", FORCE),
    Fact("told on 23 July 2015", "alert.happened_on", THREAT, f"23 juillet 2015 · {FORCE}"),
    Fact("at a press conference", "alert.source", PRESS, f"selon {PRESS}"),
    Fact("863 hectares", "source.says", "863 ha", "Selon un article : 863 ha"),
    Fact("or ten times as many", "source.says", "8 603 ha", row=2),
    Fact("or 7,400, and 8,600 elsewhere", "source.says", "7 400 ha ici, et 8 600 ha pour un autre litige, à San",
         row=3),
    Fact("as a third source says", "source.source", REPORTED, f"Selon {REPORTED} : 7 400 ha", row=3),
    Fact("two thousand people", "source.says", "environ 2 000", row=4),
    Fact("or five thousand", "source.says", "5 000", f"Selon {A_PAPER} : 5 000", row=5),
    Fact("of the same village", "source.fact", PEOPLE, f"Des personnes · {PEOPLE} 2 versions", row=5),
    Fact("violence of 2009", "source.says", "en août 2009", row=6),
    Fact("or of 2010", "source.says", "en 2010", f"Selon {A_PAPER} : en 2010", row=7),
    Fact("a press conference of July 2015", "source.happened_on", THREAT, f"Selon {PRESS} (23 juillet 2015)", row=8),
    Fact("another of March 2016", "source.happened_on", SECOND_PRESS, f"Selon {PRESS} (18 mars 2016)", row=9),
    Fact("a third of August 2016", "source.happened_on", LAST_PRESS, f"Selon {PRESS} (2 août 2016)", row=10),
    Fact("which asks the State to keep its word", "source.says", KEEP_WORD, row=10),
    Fact("not settled", "dispute.stage", Stage.REGISTERED, "Enregistré"),
    Fact("another dispute", "dispute.place", OTHER_PLACE, "San · ouvert", of=2),
    Fact("of 8,600 hectares", "contested_object.area", Decimal("8600"), "8 600 ha", of=2),
    Fact("seen by the same mission, mixed with it by the press", "dispute_link.kind", LinkKind.MISTAKEN,
         "Peut être confondu avec : MSG-", of=2),
)

ACCOUNT = Account("45", TITLE, as_told, FACTS, refused=(
    Refused("who beat the villagers and jailed their leaders, and how", "narrative of crimes"),))


def test_the_land_not_given_back_is_told_and_read_back(house, visit):
    assert not_read_back(ACCOUNT, house, visit) == []
