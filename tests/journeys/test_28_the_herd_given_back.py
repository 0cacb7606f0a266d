"""Account 28: a field damaged again and again, an ox shot, a herd held; each side gives something back."""

from mediation.acts.late import LateFacts
from mediation.acts.vocabulary import AgreementStage, Ending, Stage
from mediation.agreements.kinds import AgreementForm, Basis, CommitmentKind, Mark, Signer
from mediation.agreements.rules import AgreementFacts, CommitmentFacts, LineFacts, OralFacts, WitnessFacts
from mediation.agreements.service import record_oral_agreement
from mediation.demo.telling import Telling, person
from mediation.disputes.kinds import DisputeKind, HarmKind, Relation, Resource
from mediation.disputes.rules import DisputeFacts, HarmFacts
from mediation.followup.rules import CloseFacts
from mediation.followup.service import close_dispute
from mediation.intake.rules import IntakeFacts, TranscribeFacts
from mediation.kernel import dates
from mediation.kernel.dates import Season
from mediation.land.rules import ObjectFacts
from mediation.parties.beside import IntermediaryFacts
from mediation.parties.kinds import HelperQuality
from mediation.parties.service import add_intermediary
from mediation.places.models import SaidPlace
from mediation.sessions.kinds import Presence, Result
from mediation.sessions.rules import PresenceFacts, SeatFacts, SessionFacts
from mediation.sessions.service import record_session
from tests.journeys.account import Account, Fact, not_read_back

TITLE = "Un bœuf tué, un troupeau rendu"
CAMPAIGN = dates.in_season(Season.HARVEST, 1998, "fin de la campagne agricole", (11, 3))
PUBLISHED = dates.in_month(2008, 3)
COMMUNE = SaidPlace(None, "commune de Doumara Koussié, cercle de Nara, région de Koulikoro")
VILLAGE = SaidPlace(None, "au village")
COUNCIL = "Le conseil de village"
FARMER, HERDER = "Nianké Dansoko", "Hammadi Dioulo Bah"
SON = f"Le fils de {FARMER}"
MEN = "éleveur, avec ses hommes"
REASON = "La source ne dit pas ce que l’accord est devenu."
BOOK = LateFacts(book="Cas typiques de conflit entre agriculteurs et éleveurs", line="4",
                 reason="Le fait est raconté neuf ans après.", written_on=PUBLISHED)
CLAIMS = "A se plaint du champ abîmé. B se plaint du bœuf tué et du troupeau gardé."


def as_told(tell: Telling) -> None:
    """A story published nine years later is copied: what was suffered on both sides, the council, the two promises."""
    saisine = DisputeFacts(
        TITLE, DisputeKind.CROP_DAMAGE, None, COMMUNE, happened_on=CAMPAIGN, began_on=CAMPAIGN,
        resources=(Resource.FIELD, Resource.HERD), relation=Relation.FARMER_HERDER)
    parties = (person(1, FARMER, quality="cultivateur"), person(2, HERDER, quality=MEN))
    things = (ObjectFacts(Resource.FIELD, "Un champ abîmé plusieurs fois par les troupeaux."),
              ObjectFacts(Resource.HERD, "Le reste du troupeau, chassé puis gardé par A.", claims=CLAIMS))
    harms = (HarmFacts(HarmKind.FIELDS, count_said="plusieurs fois", happened_on=CAMPAIGN),
             HarmFacts(HarmKind.CATTLE, 1, what="un bœuf, d’un coup de fusil"),
             HarmFacts(HarmKind.HELD, 1, men=1, what="le fils du cultivateur"))
    tell.copies(4, "moussa", "MSG", TranscribeFacts(
        IntakeFacts(saisine, parties, things, harms=harms), Stage.IN_FOLLOW_UP, late=BOOK))
    tell(3, "moussa", add_intermediary, IntermediaryFacts(
        HelperQuality.OTHER, "conseil coutumier du village", COUNCIL, did="A conduit l’arrangement à l’amiable."))
    tell(3, "moussa", record_session, SessionFacts(
        CAMPAIGN, Result.AGREEMENT, place=VILLAGE, somebody_came=True,
        attendance=(PresenceFacts(Presence.CAME, name=SON, quality="amené comme auteur"),),
        bench=(SeatFacts(COUNCIL, "conseil coutumier"),)))
    repair = CommitmentFacts(("B",), "répare les dégâts faits au champ", ("A",), CommitmentKind.KIND, exchange=2)
    give_back = CommitmentFacts(("A",), "rend le troupeau", ("B",), CommitmentKind.RESTITUTION, exchange=1)
    word = tuple(LineFacts(Signer.PARTY, number, Mark.WORD, COUNCIL) for number in (1, 2))
    tell(3, "moussa", record_oral_agreement, OralFacts(AgreementFacts(
        Basis.PARTIES, AgreementForm.ORAL, True, CAMPAIGN, place=VILLAGE, found_at=1,
        commitments=(repair, give_back), witnesses=(WitnessFacts(COUNCIL, "conseil coutumier"),)), word, CAMPAIGN))
    tell(2, "moussa", close_dispute, CloseFacts(Ending.NOT_KNOWN, REASON))


SESSION, AGREEMENT = "sessions/1/", "agreements/1/"
FACTS = (
    Fact("the type: crop damage", "dispute.kind", DisputeKind.CROP_DAMAGE, TITLE),
    Fact("in a commune of a cercle and a region", "dispute.place", COMMUNE),
    Fact("a season of a campaign over two years", "dispute.began_on", CAMPAIGN,
         "Depuis fin de la campagne agricole 1998–1999"),
    Fact("a field and a herd", "dispute.resources", (Resource.FIELD, Resource.HERD),
         "De quoi il s’agit champ, troupeau"),
    Fact("a farmer and a herder", "dispute.relation", Relation.FARMER_HERDER, "Entre qui cultivateurs et éleveurs"),
    Fact("published in a series of typical cases", "late_entry.book", BOOK.book, f"cahier {BOOK.book}"),
    Fact("of which it is the fourth", "late_entry.line", "4", "n° 4"),
    Fact("in March 2008", "late_entry.written_on", PUBLISHED, "n° 4, mars 2008"),
    Fact("the farmer", "party.name", FARMER),
    Fact("one person", "party.quality", "cultivateur", f"{FARMER} cultivateur · personne"),
    Fact("the herder", "party.name", HERDER, row=2),
    Fact("with his men", "party.quality", MEN, f"{HERDER} {MEN} · personne", row=2),
    Fact("how many men is not said", "party.members", None, MEN, row=2),
    Fact("a field", "contested_object.kind", Resource.FIELD, "Champ Un champ abîmé"),
    Fact("damaged repeatedly by herds", "contested_object.description",
         "Un champ abîmé plusieurs fois par les troupeaux."),
    Fact("the herd", "contested_object.kind", Resource.HERD, "Troupeau Le reste du troupeau", row=2),
    Fact("which the farmer drove away and held", "contested_object.description",
         "Le reste du troupeau, chassé puis gardé par A.", row=2),
    Fact("damage on one side, killing and holding on the other", "contested_object.claims", CLAIMS, row=2),
    Fact("the damaged field is counted", "harm.kind", HarmKind.FIELDS, "Champs abîmés"),
    Fact("more than once, nobody said how often", "harm.count_said", "plusieurs fois",
         "Champs abîmés plusieurs fois"),
    Fact("one ox", "harm.kind", HarmKind.CATTLE, "Bœufs", row=2),
    Fact("only one", "harm.count", 1, "1 · un bœuf", row=2),
    Fact("shot", "harm.what", "un bœuf, d’un coup de fusil", row=2),
    Fact("a person held during the dispute", "harm.kind", HarmKind.HELD, "Personnes retenues", row=3),
    Fact("one person, a man", "harm.men", 1, "1 homme", row=3),
    Fact("the farmer’s son", "harm.what", "le fils du cultivateur", row=3),
    Fact("a village council mediated", "intermediary.name", COUNCIL,
         f"Conseil coutumier du village, {COUNCIL}"),
    Fact("a customary one", "intermediary.quality_words", "conseil coutumier du village",
         "Conseil coutumier du village"),
    Fact("to an amicable settlement", "intermediary.did", "A conduit l’arrangement à l’amiable."),
    Fact("it heard the case", "bench_member.name", COUNCIL, page=SESSION),
    Fact("in the village", "mediation_session.place", VILLAGE, page=SESSION),
    Fact("at the end of that campaign", "mediation_session.held_on", CAMPAIGN, page=SESSION),
    Fact("the son was brought before it", "attendance.name", SON, page=SESSION),
    Fact("as author", "attendance.quality", "amené comme auteur", page=SESSION),
    Fact("settled", "mediation_session.result", Result.AGREEMENT, page=SESSION),
    Fact("by word of mouth", "agreement.form", AgreementForm.ORAL, page=AGREEMENT),
    Fact("between the parties", "agreement.basis", Basis.PARTIES, page=AGREEMENT),
    Fact("in that season", "agreement.happened_on", CAMPAIGN, page=AGREEMENT),
    Fact("at the village", "agreement.place", VILLAGE, page=AGREEMENT),
    Fact("before the council", "agreement_witness.name", COUNCIL, f"Devant : {COUNCIL}, conseil coutumier"),
    Fact("both gave their word", "agreement.stage", AgreementStage.SIGNED, page=AGREEMENT),
    Fact("the herders", "commitment.debtors", "B", f"{HERDER} répare"),
    Fact("repair the damage done to the field", "commitment.what", "répare les dégâts faits au champ"),
    Fact("for the farmer", "commitment.creditors", "A", f"pour {FARMER}"),
    Fact("in return for the other promise", "commitment.exchange", 2, "en échange de l’engagement 2"),
    Fact("by when is not said", "commitment.due_on", None, f"au champ pour {FARMER}, en échange",
         page=AGREEMENT),
    Fact("the farmer", "commitment.debtors", "A", f"{FARMER} rend", row=2),
    Fact("gives the herd back", "commitment.what", "rend le troupeau", row=2),
    Fact("which is a restitution", "commitment.kind", CommitmentKind.RESTITUTION, row=2, page=AGREEMENT),
    Fact("to the herder", "commitment.creditors", "B", f"pour {HERDER}", row=2),
    Fact("in return for the first", "commitment.exchange", 1, "en échange de l’engagement 1", row=2),
    Fact("what became of it is not said", "dispute.ending", Ending.NOT_KNOWN, "Clos fait non indiqué"),
    Fact("nobody told whether it was kept", "dispute.ending_reason", REASON),
)

ACCOUNT = Account("28", TITLE, as_told, FACTS)


def test_the_herd_given_back_is_told_and_read_back(house, visit):
    assert not_read_back(ACCOUNT, house, visit) == []
