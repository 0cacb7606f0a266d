"""Account 53: commitments of 2000 on lent land, broken, are taken again eleven years later before a sub-prefect."""

from datetime import date
from decimal import Decimal

from mediation.acts.vocabulary import AgreementStage, Stage
from mediation.agreements.kinds import AgreementForm, Basis, CommitmentKind, EarlierLink
from mediation.agreements.rules import AgreementFacts, CommitmentFacts, WitnessFacts
from mediation.agreements.service import record_agreement
from mediation.demo.telling import Telling, group, person
from mediation.disputes.kinds import AttemptChannel, AttemptResult, DisputeKind, Relation, Resource
from mediation.disputes.rules import AcceptFacts, AttemptFacts
from mediation.disputes.service import accept_dispute
from mediation.kernel import dates
from mediation.land.kinds import RightKind
from mediation.land.rules import ObjectFacts
from mediation.parties.kinds import PartyKind
from mediation.places.models import SaidPlace
from mediation.sessions.kinds import Presence, Result, SessionKind
from mediation.sessions.rules import PresenceFacts, SeatFacts, SessionFacts
from mediation.sessions.service import record_session
from tests.journeys.account import Account, Fact, not_read_back

TITLE = "Terre prêtée à Tienfola, engagements repris"
VILLAGE = SaidPlace(None, "Tienfola, département de Séguéla", "Côte d’Ivoire")
TOWN = SaidPlace(None, "Dabalasso", "Côte d’Ivoire")
FIRST, AGAIN = dates.on(date(2000, 2, 18)), dates.on(date(2011, 9, 23))
NATIVES, SETTLERS = "Les autochtones de Tienfola", "Les nouveaux venus burkinabè"
OFFICER, SETTLER = "Tiékoura Dossoba", "Sanou Kaboréma"
SUB_PREFECT = "Lanciné Bakayola"
LEAVE = CommitmentFacts(("B",), "quittent tous les campements et s’installent dans le village d’accueil",
                        kind=CommitmentKind.CONDUCT)
PAY = CommitmentFacts(("B",), "versent une contribution, contre la terre prêtée", kind=CommitmentKind.YEARLY_PAYMENT,
                      quantity=Decimal(150000), unit="FCFA", through="la sous-préfecture", yearly=True,
                      window="entre le 25 et le 31 décembre")
REVISE = CommitmentFacts(("*",), "changent ce montant quand il le faut", kind=CommitmentKind.OTHER)
EXPEL = CommitmentFacts(("B",), "quittent le village et la terre s’ils versent le sang ou menacent un autochtone",
                        kind=CommitmentKind.SANCTION)


def as_told(tell: Telling) -> None:
    """What was promised in 2000 was not kept; the sub-prefect brings both sides together, and all agree."""
    tell.begins(12, "moussa", "MSG", TITLE, DisputeKind.LENT_LAND, VILLAGE,
                (group(1, NATIVES, PartyKind.COMMUNITY), group(2, SETTLERS, PartyKind.COMMUNITY),
                 person(1, OFFICER, quality="commandant de gendarmerie", place=VILLAGE), person(2, SETTLER)),
                ObjectFacts(Resource.FIELD, "La terre que les autochtones ont prêtée sans rien demander.",
                            rights=(RightKind.LOAN,)),
                relation=Relation.HOSTS_SETTLERS, happened_on=dates.unknown(),
                attempts=(AttemptFacts(AttemptChannel.ADMINISTRATIVE, None, FIRST, AttemptResult.NOT_KEPT,
                                       "les mêmes engagements"),))
    tell(11, "bakary", accept_dispute, AcceptFacts())
    tell(10, "moussa", record_session, SessionFacts(
        AGAIN, Result.AGREEMENT, kind=SessionKind.JOINT,
        attendance=(PresenceFacts(Presence.CAME, party=1), PresenceFacts(Presence.CAME, party=2)),
        bench=(SeatFacts(SUB_PREFECT, "sous-préfet", chaired=True),)))
    tell(10, "moussa", record_agreement, AgreementFacts(
        Basis.DECISION, AgreementForm.ORAL, True, AGAIN, place=TOWN, found_at=1, called="décision à l’unanimité",
        earlier_link=EarlierLink.RENEWS, earlier_words="engagements du 18 février 2000",
        commitments=(LEAVE, PAY, REVISE, EXPEL), witnesses=(WitnessFacts(SUB_PREFECT, "sous-préfet"),)))


SESSION, AGREEMENT = "sessions/1/", "agreements/1/"
FACTS = (
    Fact("the type: lent land", "dispute.kind", DisputeKind.LENT_LAND, "terre prêtée Terre prêtée à Tienfola"),
    Fact("between hosts and settlers", "dispute.relation", Relation.HOSTS_SETTLERS),
    Fact("in a village of another State", "dispute.place", VILLAGE,
         "Tienfola, département de Séguéla (Côte d’Ivoire)"),
    Fact("the natives", "party.name", NATIVES),
    Fact("a community", "party.kind", PartyKind.COMMUNITY, f"{NATIVES} communauté"),
    Fact("the settlers", "party.name", SETTLERS, row=2),
    Fact("a community too", "party.kind", PartyKind.COMMUNITY, f"{SETTLERS} communauté", row=2),
    Fact("on the other side", "party.side", 2, f"Partie B {SETTLERS}", row=2),
    Fact("one man among the natives is named", "party.name", OFFICER, row=3),
    Fact("on their side", "party.side", 1, f"Partie A {OFFICER}", row=3),
    Fact("an officer of the gendarmerie", "party.quality", "commandant de gendarmerie",
         "commandant de gendarmerie · personne", row=3),
    Fact("a son of the village", "party.place", VILLAGE, f"Village {VILLAGE}", row=3),
    Fact("one man among the settlers is named", "party.name", SETTLER, f"Partie B {SETTLER} personne", row=4),
    Fact("on the side of the settlers", "party.side", 2, f"Partie B {SETTLER}", row=4),
    Fact("land", "contested_object.kind", Resource.FIELD, "Champ"),
    Fact("lent free by the natives", "contested_object.description",
         "La terre que les autochtones ont prêtée sans rien demander."),
    Fact("a loan", "contested_object.rights", (RightKind.LOAN,), "Droits prêt"),
    Fact("the administration tried before", "attempt.channel", AttemptChannel.ADMINISTRATIVE, "Administrative"),
    Fact("who it was is not said", "attempt.body", None, "Administrative · 18 février 2000"),
    Fact("on 18 February 2000", "attempt.happened_on", FIRST, "18 février 2000"),
    Fact("the same commitments were taken", "attempt.decision", "les mêmes engagements",
         "Décision : les mêmes engagements"),
    Fact("and broken", "attempt.result", AttemptResult.NOT_KEPT, "18 février 2000 · un accord pas tenu"),
    Fact("eleven years later they meet again", "mediation_session.held_on", AGAIN, "23 septembre 2011", page=SESSION),
    Fact("both sides together", "mediation_session.kind", SessionKind.JOINT, page=SESSION),
    Fact("the natives came", "attendance.presence", Presence.CAME, f"{NATIVES} · là", page=SESSION),
    Fact("the settlers came", "attendance.presence", Presence.CAME, f"{SETTLERS} · là", row=2, page=SESSION),
    Fact("how many is not said", "mediation_session.participants", None, f"{SETTLERS} · là Qui siégeait",
         page=SESSION),
    Fact("nor where", "mediation_session.place", None, "Séance 1 23 septembre 2011 tenue", page=SESSION),
    Fact("the sub-prefect mediates", "bench_member.name", SUB_PREFECT, page=SESSION),
    Fact("by that quality", "bench_member.quality", "sous-préfet", f"{SUB_PREFECT} sous-préfet · présidait",
         page=SESSION),
    Fact("they agree", "mediation_session.result", Result.AGREEMENT, page=SESSION),
    Fact("an agreement of that day", "agreement.happened_on", AGAIN, "Date de l’accord 23 septembre 2011",
         page=AGREEMENT),
    Fact("in the chief town", "agreement.place", TOWN, "Dabalasso (Côte d’Ivoire)", page=AGREEMENT),
    Fact("taken by unanimity", "agreement.called", "décision à l’unanimité", "Appelé décision à l’unanimité",
         page=AGREEMENT),
    Fact("a decision that the parties accept", "agreement.basis", Basis.DECISION, page=AGREEMENT),
    Fact("it takes up what was broken", "agreement.earlier_link", EarlierLink.RENEWS,
         "Accord d’avant engagements du 18 février 2000 · il le renouvelle", page=AGREEMENT),
    Fact("of eleven years before", "agreement.earlier_words", "engagements du 18 février 2000", page=AGREEMENT),
    Fact("before the sub-prefect", "agreement_witness.name", SUB_PREFECT, f"Devant : {SUB_PREFECT}, sous-préfet"),
    Fact("whether it was signed is not said", "agreement.stage", AgreementStage.DRAFTED, "rédigé", page=AGREEMENT),
    Fact("they leave the camps and settle in the village", "commitment.what", LEAVE.what),
    Fact("the settlers", "commitment.debtors", "B", f"{SETTLERS} et {SETTLER} quittent tous les campements"),
    Fact("no date is set", "commitment.due_on", None, "dans le village d’accueil."),
    Fact("they pay for the land lent", "commitment.what", PAY.what, row=2),
    Fact("every year", "commitment.yearly", True, "chaque année", row=2),
    Fact("as a payment in a window of dates", "commitment.kind", CommitmentKind.YEARLY_PAYMENT, row=2,
         page=AGREEMENT),
    Fact("between 25 and 31 December", "commitment.window", "entre le 25 et le 31 décembre", row=2),
    Fact("150,000", "commitment.quantity", Decimal(150000), "150 000 FCFA", row=2),
    Fact("francs", "commitment.unit", "FCFA", "(150 000 FCFA)", row=2),
    Fact("at the sub-prefecture", "commitment.through", "la sous-préfecture", "par la sous-préfecture", row=2),
    Fact("the settlers pay", "commitment.debtors", "B", f"{SETTLERS} et {SETTLER} versent", row=2),
    Fact("the amount may be changed", "commitment.what", REVISE.what, row=3),
    Fact("by both", "commitment.debtors", "*", "Toutes les parties changent", row=3),
    Fact("who sheds blood or threatens a native is expelled", "commitment.what", EXPEL.what, row=4),
    Fact("a sanction", "commitment.kind", CommitmentKind.SANCTION, "Engagement 4 · sanction", row=4, page=AGREEMENT),
    Fact("of the settlers", "commitment.debtors", "B", f"{SETTLERS} et {SETTLER} quittent le village", row=4),
    Fact("what became of it is not said", "dispute.stage", Stage.IN_MEDIATION, "En médiation"),
)

ACCOUNT = Account("53", TITLE, as_told, FACTS)


def test_the_camps_are_told_and_read_back(house, visit):
    assert not_read_back(ACCOUNT, house, visit) == []
