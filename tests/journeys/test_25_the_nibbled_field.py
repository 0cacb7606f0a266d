"""Account 25: a field nibbled each rainy season; the limit is drawn again with a line of stones."""

from decimal import Decimal

from mediation.acts.vocabulary import CommitmentStage, Ending
from mediation.agreements.kinds import AgreementForm, Basis, CommitmentKind, Mark, Signer
from mediation.agreements.models import Agreement
from mediation.agreements.rules import AgreementFacts, CommitmentFacts, LineFacts, OralFacts, WitnessFacts
from mediation.agreements.service import record_oral_agreement
from mediation.demo.telling import TODAY, Telling, group, person
from mediation.disputes.kinds import AttemptChannel, AttemptResult, DisputeKind, Relation, Resource, Trigger
from mediation.disputes.rules import AcceptFacts, AttemptFacts
from mediation.disputes.service import accept_dispute
from mediation.followup.rules import CloseFacts, FindingFacts, VisitFacts
from mediation.followup.service import close_dispute, record_visit
from mediation.kernel import dates
from mediation.kernel.dates import Unit
from mediation.land.kinds import RightKind
from mediation.land.rules import ObjectFacts
from mediation.parties.kinds import Mandate, PartyKind
from mediation.places.models import SaidPlace
from mediation.sessions.kinds import Presence, Result, SessionKind
from mediation.sessions.rules import PresenceFacts, SeatFacts, SessionFacts
from mediation.sessions.service import record_session
from tests.journeys.account import Account, Fact, not_read_back

TITLE = "Champ grignoté chaque hivernage"
VILLAGE, TOWN = SaidPlace(None, "Sirakoumala"), SaidPlace(None, "la ville de Bananfara")
ON_THE_FIELD = SaidPlace(None, "le champ")
GRANTED = dates.in_year(1998)
THREE_YEARS = dates.lasting(3, Unit.YEARS, TODAY, "trois années durant, chaque début d’hivernage")
NOT_DATED = dates.unknown("pas daté")
CHIEF = "Le chef de village de Sirakoumala"
AREA_SAID = "près d’un quart d’hectare perdu"
DRAWN = "La limite est tracée de nouveau, sur place, avec les deux parties."
STONES = CommitmentFacts(("A", "B"), "marquent ensemble la limite d’un cordon pierreux",
                         kind=CommitmentKind.MARKING)
SANCTION = CommitmentFacts(("B",), "quitte le champ sans préavis", kind=CommitmentKind.SANCTION)


def as_told(tell: Telling) -> None:
    """The old man asks for the first limits, in vain; the chief and his counsellors go and draw them."""
    tell.begins(20, "moussa", "MSG", TITLE, DisputeKind.FIELD_LIMIT, "Sirakoumala",
                (group(1, "Famille Sanogoba", place=TOWN, asked=True),
                 person(2, "Un cultivateur de Sirakoumala", place=VILLAGE)),
                ObjectFacts(Resource.FIELD, "Un champ attribué par le chef de village.", since=GRANTED,
                            area=Decimal("0.25"), area_said=AREA_SAID, season="chaque début d’hivernage",
                            rights=(RightKind.LOAN,), paper="aucun papier"),
                attempts=(AttemptFacts(AttemptChannel.DIRECT, "le vieux et le cultivateur", None,
                                       AttemptResult.FAILED,
                                       told="Le vieux a demandé de revenir aux limites du début."),),
                began_on=THREE_YEARS, relation=Relation.LENDER_BORROWER, triggers=(Trigger.SEASON,),
                happened_on=dates.unknown())
    tell.speaks(20, "moussa", 1, "Le vieux Sanogoba", Mandate.CUSTOM, "chef de famille")
    tell(19, "bakary", accept_dispute, AcceptFacts())
    tell(18, "moussa", record_session, SessionFacts(
        NOT_DATED, Result.AGREEMENT, kind=SessionKind.SITE_VISIT, place=ON_THE_FIELD, decided=DRAWN,
        attendance=(PresenceFacts(Presence.CAME, party=1), PresenceFacts(Presence.CAME, party=2)),
        bench=(SeatFacts(CHIEF, "chef de village", chaired=True),
               SeatFacts("Ses conseillers", "conseillers"))))
    tell(18, "moussa", record_oral_agreement, OralFacts(
        AgreementFacts(Basis.DECISION, AgreementForm.ORAL, True, NOT_DATED,
                       place=ON_THE_FIELD, found_at=1,
                       commitments=(STONES, SANCTION),
                       witnesses=(WitnessFacts(CHIEF), WitnessFacts("Ses conseillers"))),
        (LineFacts(Signer.REPRESENTATIVE, 1, Mark.WORD, CHIEF),
         LineFacts(Signer.PARTY, 2, Mark.WORD, CHIEF)), NOT_DATED))
    tell(9, "moussa", record_visit, VisitFacts(
        (FindingFacts(1, CommitmentStage.KEPT, note="Le cordon pierreux est posé."),
         FindingFacts(2, CommitmentStage.KEPT, note="Rien n’a recommencé.")), NOT_DATED,
        said="C’est réglé pour de bon."), (Agreement, 1))
    tell(8, "bakary", close_dispute, CloseFacts(Ending.KEPT))


SESSION, AGREEMENT, VISIT = "sessions/1/", "agreements/1/", "visits/1/"
FACTS = (
    Fact("the type: a boundary", "dispute.kind", DisputeKind.FIELD_LIMIT),
    Fact("the village", "dispute.place", VILLAGE, "Sirakoumala · ouvert"),
    Fact("three years long, at each start of the rains", "dispute.began_on", THREE_YEARS),
    Fact("set off by the season", "dispute.triggers", (Trigger.SEASON,), "déclenché saison"),
    Fact("lent land", "dispute.relation", Relation.LENDER_BORROWER),
    Fact("a family", "party.kind", PartyKind.LINEAGE),
    Fact("by its name", "party.name", "Famille Sanogoba"),
    Fact("from another town", "party.place", TOWN),
    Fact("which asks", "party.asked", True, "demande la médiation"),
    Fact("the old man speaks for it", "representative.name", "Le vieux Sanogoba"),
    Fact("a farmer of the village", "party.name", "Un cultivateur de Sirakoumala", row=2),
    Fact("of this village", "party.place", VILLAGE, "Village Sirakoumala", row=2),
    Fact("a field", "contested_object.kind", Resource.FIELD, "Champ"),
    Fact("granted by the village chief", "contested_object.description",
         "Un champ attribué par le chef de village."),
    Fact("in 1998", "contested_object.since", GRANTED, "Depuis 1998"),
    Fact("a quarter of a hectare", "contested_object.area", Decimal("0.25"), "0,25 ha"),
    Fact("as it is said, and lost", "contested_object.area_said", AREA_SAID),
    Fact("at each start of the rains", "contested_object.season", "chaque début d’hivernage",
         "Usage chaque début d’hivernage"),
    Fact("a loan", "contested_object.rights", (RightKind.LOAN,), "Droits prêt"),
    Fact("not registered", "contested_object.paper", "aucun papier"),
    Fact("tried before: directly", "attempt.channel", AttemptChannel.DIRECT, "Directe, entre les parties"),
    Fact("between these two", "attempt.body", "le vieux et le cultivateur"),
    Fact("he asked for the first limits", "attempt.told",
         "Le vieux a demandé de revenir aux limites du début.",
         because="what was asked, in the words of who asked"),
    Fact("and was refused", "attempt.result", AttemptResult.FAILED),
    Fact("a visit of the place", "mediation_session.kind", SessionKind.SITE_VISIT, page=SESSION),
    Fact("the chief decided", "bench_member.chaired", True, f"{CHIEF} chef de village · présidait",
         page=SESSION),
    Fact("with his counsellors", "bench_member.name", "Ses conseillers", row=2, page=SESSION),
    Fact("the family was there", "attendance.presence", Presence.CAME, "Famille Sanogoba · là", page=SESSION),
    Fact("the farmer was there", "attendance.presence", Presence.CAME, "Un cultivateur de Sirakoumala · là",
         row=2, page=SESSION),
    Fact("the limits were drawn again", "mediation_session.decided", DRAWN, page=SESSION),
    Fact("on the field", "agreement.place", ON_THE_FIELD, page=AGREEMENT),
    Fact("an oral decision", "agreement.form", AgreementForm.ORAL, page=AGREEMENT),
    Fact("accepted by the parties", "agreement.basis", Basis.DECISION, page=AGREEMENT),
    Fact("the farmer accepted", "signature.mark", Mark.WORD, row=2, page=AGREEMENT),
    Fact("a limit marked", "commitment.kind", CommitmentKind.MARKING, page=AGREEMENT),
    Fact("with a line of stones", "commitment.what", "marquent ensemble la limite d’un cordon pierreux"),
    Fact("by both", "commitment.debtors", "AB", "Famille Sanogoba et Un cultivateur de Sirakoumala marquent"),
    Fact("without a date", "commitment.due_on", None, "marquent ensemble la limite d’un cordon pierreux"),
    Fact("a sanction in case of repetition", "commitment.kind", CommitmentKind.SANCTION, row=2,
         page=AGREEMENT),
    Fact("eviction without notice", "commitment.what", "quitte le champ sans préavis", row=2),
    Fact("of the farmer", "commitment.debtors", "B", "Un cultivateur de Sirakoumala quitte", row=2),
    Fact("the stones are laid", "visit_finding.note", "Le cordon pierreux est posé.", page=VISIT,
         because="what was seen; that it is kept has its field"),
    Fact("and kept", "visit_finding.found", CommitmentStage.KEPT, page=VISIT),
    Fact("said to be resolved for good", "visit.said", "C’est réglé pour de bon.", page=VISIT,
         because="it is what is said, nobody checked it"),
    Fact("settled", "dispute.ending", Ending.KEPT, "clos : engagements tenus"),
)

ACCOUNT = Account("25", TITLE, as_told, FACTS)


def test_the_nibbled_field_is_told_and_read_back(house, visit):
    assert not_read_back(ACCOUNT, house, visit) == []
