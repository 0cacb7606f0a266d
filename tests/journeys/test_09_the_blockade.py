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
BY_DECEMBER = dates.before("l’article", date(2020, 12, 16))
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


DIRECT, THIRD, FOREST, LAST = "sessions/1/", "sessions/3/", "sessions/4/", "sessions/5/"
MONTH, GOOD, VISIT = "agreements/1/", "agreements/2/", "visits/1/"
PROMISED = ("free movement of the inhabitants", "release of the prisoners", "preaching in villages, weapons carried",
            "disarmament of the hunters", "justice shared between ulemas and the armed group", "mutual forgiveness",
            "wooded areas preserved")
FACTS = (
    Fact("the type: violence", "dispute.kind", DisputeKind.VIOLENCE),
    Fact("access to fields, cattle, roads and woods", "dispute.resources",
         (Resource.FIELD, Resource.FOREST, Resource.HERD, Resource.ROAD), "champ, forêt, troupeau, route"),
    Fact("the village, its commune, cercle and region", "dispute.place", VILLAGE),
    Fact("under blockade since early October 2020", "dispute.began_on", OCTOBER, "Depuis octobre 2020"),
    Fact("access", "contested_object.description", "L’accès aux champs, au bétail et aux routes."),
    Fact("and wooded areas", "contested_object.kind", Resource.FOREST, "Forêt", row=2),
    Fact("which are protected", "contested_object.description", "Des zones boisées protégées.", row=2),
    Fact("traditional hunters of the cercle", "party.name", HUNTERS, f"Partie A {HUNTERS}"),
    Fact("armed", "party.kind", PartyKind.ARMED_GROUP, f"{HUNTERS} groupe armé"),
    Fact("under two spellings", "party.other_names", "dozos, donzos", "Connue aussi sous dozos, donzos"),
    Fact("another armed group", "party.kind", PartyKind.ARMED_GROUP, f"Partie B {KATIBA} groupe armé", row=2),
    Fact("by its name", "party.name", KATIBA, row=2),
    Fact("the people of the village", "party.name", PEOPLE, f"Partie C {PEOPLE}", row=3),
    Fact("affected", "party.quality", AFFECTED, f"{PEOPLE} {AFFECTED}", row=3),
    Fact("about four thousand", "party.members", 4000, "Personnes 4 000", row=3),
    Fact("herders", "party.name", HERDERS, row=4),
    Fact("on a side of their own", "party.side", 4, f"Partie D {HERDERS}", row=4),
    Fact("affected too", "party.quality", AFFECTED, f"{HERDERS} {AFFECTED}", row=4),
    Fact("the start of the blockade is disputed", "source.topic", SourceTopic.DATE, "Une date · Le début du blocus"),
    Fact("October", "source.says", "octobre 2020", "Selon la presse : octobre 2020"),
    Fact("or September", "source.says", "septembre 2020", "Selon l’agence de presse : septembre 2020", row=2),
    Fact("what was agreed of veil and zakat too", "source.topic", SourceTopic.AGREED,
         "Ce qui a été convenu · Le voile et la zakat", row=3),
    Fact("dropped, say the mediators", "source.says", "abandonnés en mars", f"{OFFICES} : abandonnés en mars", row=3),
    Fact("accepted, says a radio", "source.says", "acceptés en avril", "Selon une radio : acceptés en avril", row=4),
    Fact("hundreds of dead", "harm.count_said", "des centaines d’habitants"),
    Fact("says a radio", "harm.source", RADIO, "habitants · selon une radio"),
    Fact("thousands of hectares", "harm.count_said", "des milliers d’hectares", row=2),
    Fact("burnt", "harm.what", "brûlés", row=2),
    Fact("cattle", "harm.kind", HarmKind.CATTLE, "Bœufs", row=3),
    Fact("stolen, nobody says how many", "harm.count", None, "on ne sait pas combien · volés", row=3),
    Fact("tried before: by the government", "attempt.channel", AttemptChannel.ADMINISTRATIVE, "Administrative"),
    Fact("a forum of three days with four ministers", "attempt.body",
         "forum de trois journées, avec quatre ministres"),
    Fact("from 6 November 2020", "attempt.happened_on", WEEKEND, "6 novembre 2020"),
    Fact("without result", "attempt.result", AttemptResult.FAILED, "6 novembre 2020 · sans accord"),
    Fact("good offices of mayors, chiefs and religious leaders", "attempt.body",
         "bons offices de maires, de chefs et de religieux", row=2),
    Fact("of people of the place", "attempt.channel", AttemptChannel.OTHER_MEDIATOR, "Par une autre médiation", row=2),
    Fact("in 2020", "attempt.happened_on", dates.in_year(2020), "religieux · 2020", row=2),
    Fact("with what result is not said", "attempt.result", AttemptResult.NOT_KNOWN, "2020 · on ne sait pas", row=2),
    Fact("a religious body mediates", "intermediary.name", OFFICES),
    Fact("for the authorities of the transition", "intermediary.did", MANDATED),
    Fact("from early December 2020", "intermediary.since", dates.in_month(2020, 12, "début décembre 2020"),
         "depuis décembre 2020"),
    Fact("its head, by one name", "intermediary.name", LEADER, row=2),
    Fact("and by another", "intermediary.reported_as", OTHERWISE, row=2),
    Fact("in another source", "intermediary.source", "une autre source", f"{OTHERWISE}, selon une autre source", row=2),
    Fact("a go-between of another village", "intermediary.quality_words", "un habitant de Ndéboula",
         "Un habitant de Ndéboula", row=3),
    Fact("carries word to the armed group", "intermediary.did", "porte la parole jusqu’à la katiba", row=3),
    Fact("a ministry", "intermediary.name", MINISTRY, row=4),
    Fact("approves, and refuses a clause", "intermediary.did", REFUSES, row=4),
    Fact("a direct meeting", "mediation_session.kind", SessionKind.SEPARATE, "une partie à part", page=DIRECT),
    Fact("with the armed group", "attendance.presence", Presence.CAME, f"Partie B {KATIBA} · là", page=DIRECT),
    Fact("by 16 December 2020", "mediation_session.held_on", BY_DECEMBER, "avant l’article (16 décembre 2020)",
         page=DIRECT),
    Fact("in a remote bush", "mediation_session.place", BUSH, page=DIRECT),
    Fact("three of them in all", "mediation_session.kind", SessionKind.SEPARATE, "une partie à part", row=3,
         page=THIRD),
    Fact("then an agreement", "mediation_session.result", Result.AGREEMENT, row=4, page=FOREST),
    Fact("in a forest", "mediation_session.place", FIRST_FOREST, row=4, page=FOREST),
    Fact("on 14 March 2021", "mediation_session.held_on", TEMPORARY, "14 mars 2021", row=4, page=FOREST),
    Fact("and in another forest", "mediation_session.place", SECOND_FOREST, row=5, page=LAST),
    Fact("on 16 April 2021", "mediation_session.held_on", DEFINITIVE, "16 avril 2021", row=5, page=LAST),
    Fact("the first agreement: by word of mouth", "agreement.form", AgreementForm.ORAL, page=MONTH),
    Fact("without signature, one side gives its word", "signature.mark", Mark.WORD, f"{HUNTERS} a donné sa parole",
         page=MONTH),
    Fact("and so does the other", "signature.mark", Mark.WORD, f"{KATIBA} a donné sa parole", row=2, page=MONTH),
    Fact("those affected do not sign", "representative.name", None, page=MONTH, words="Compris par A, B"),
    *(Fact(words, "commitment.what", clause.what, row=row, page=MONTH)
      for row, (words, clause) in enumerate(zip(PROMISED, CLAUSES, strict=True), start=1)),
    Fact("by both", "commitment.debtors", "AB", "Partie A Partie B Engagement 1"),
    Fact("for the people of the village", "commitment.creditors", "C", f"circuler dans le cercle pour {PEOPLE}"),
    Fact("by the one", "commitment.debtors", "B", "Partie B Engagement 2", row=2),
    Fact("for the other", "commitment.creditors", "A", f"prisonniers pour {HUNTERS}", row=2),
    Fact("accepted by the hunters", "commitment.debtors", "A", "Partie A Engagement 3", row=3),
    Fact("of the hunters", "commitment.debtors", "A", "Partie A Engagement 4", row=4),
    Fact("of both sides", "commitment.kind", CommitmentKind.APOLOGY, "excuses ou pardon", row=6, page=MONTH),
    Fact("for one month", "agreement.lasts_words", "un mois", page=MONTH),
    Fact("if the army", "agreement.condition_who", "l’armée", "Condition l’armée", page=MONTH),
    Fact("leaves the village", "agreement.condition_what", "quitte Farakala", page=MONTH),
    Fact("by 15 April 2021", "agreement.condition_by", LEAVES_BY, "avant le 15 avril 2021", page=MONTH),
    Fact("otherwise void", "agreement.condition_else", "l’accord est nul", "sinon : l’accord est nul", page=MONTH),
    Fact("it is replaced", "agreement.stage", AgreementStage.REPLACED, "Remplacé par Accord 2", page=MONTH),
    Fact("the blockade is lifted", "visit_finding.note", "le blocus est levé", page=VISIT,
         because="what was seen; that it is kept has its field"),
    Fact("on 16 March 2021", "visit.happened_on", LIFTED, "16 mars 2021", page=VISIT),
    Fact("so that one clause is seen kept", "visit_finding.found", CommitmentStage.KEPT, "tenu", page=VISIT),
    Fact("the second agreement: definitive", "agreement.unlimited", True, "sans limite de durée", row=2, page=GOOD),
    Fact("it makes the first one so", "agreement.earlier_link", EarlierLink.DEFINITIVE,
         "Accord 1 · il le rend définitif", row=2, page=GOOD),
    Fact("that one", "agreement.replaced", 1, "Accord d’avant Accord 1", row=2, page=GOOD),
    Fact("with all its clauses but the departure of the army", "agreement.points", KEPT_CLAUSES, row=2, page=GOOD),
    Fact("so without any condition", "agreement.condition_who", None, "Durée sans limite de durée Accord d’avant",
         row=2, page=GOOD),
    Fact("announced by communiqué", "agreement.form", AgreementForm.COMMUNIQUE, row=2, page=GOOD),
    Fact("in the forest", "agreement.place", SECOND_FOREST, row=2, page=GOOD),
    Fact("the full list of clauses was not seen", "agreement.unseen", "la liste complète des clauses", row=2,
         page=GOOD),
    Fact("the same clauses", "commitment.what", CLAUSES[0].what, row=8, page=GOOD),
    Fact("up to the last", "commitment.what", CLAUSES[6].what, row=14, page=GOOD),
    Fact("it ends", "agreement.stage", AgreementStage.DENOUNCED, "dénoncé", row=2, page=GOOD),
    Fact("on 3 July 2021", "agreement_ending.happened_on", BROKEN, "3 juillet 2021", page=GOOD),
    Fact("says a local official", "agreement_ending.by_whom", OFFICIAL, page=GOOD),
    Fact("fighting again", "agreement_ending.reason", "Les combats ont repris.", page=GOOD),
    Fact("the mediator accuses hunters", "accusation.name", "le médiateur", "le médiateur dit :", page=GOOD),
    Fact("of stopping herders, extorting a village, cutting wood", "accusation.words", UNCONTROLLED, page=GOOD),
    Fact("the hunters accuse the others", "accusation.side", 1, "A dit :", row=2, page=GOOD),
    Fact("of having begun", "accusation.words", "Les djihadistes ont commencé.", row=2, page=GOOD),
    Fact("three to six hunters killed", "harm.count_said", "trois à six chasseurs", row=4),
    Fact("in July 2021", "harm.happened_on", JULY, "trois à six chasseurs · juillet 2021", row=4),
    Fact("others wounded", "harm.kind", HarmKind.INJURED, "Blessés plusieurs chasseurs", row=5),
    Fact("several", "harm.count_said", "plusieurs chasseurs", row=5),
    Fact("negotiations under way again", "resumption.reason", AGAIN),
    Fact("that month", "resumption.happened_on", JULY, "juillet 2021 Moussa a repris la médiation"),
    Fact("so the mediation goes on", "dispute.stage", Stage.IN_MEDIATION, "Étape 5 sur 10 : Accord"),
)

ACCOUNT = Account("09", TITLE, as_told, FACTS, refused=(
    Refused("the name of the president of the hunters", "a person tied to an armed group"),
    Refused("the name of the go-between with the armed group", "a person tied to an armed group"),
))


def test_the_blockade_is_told_and_read_back(house, visit):
    assert not_read_back(ACCOUNT, house, visit) == []
