"""Account 50: farmers on a grazing zone; the prefect hands the case to mediators, who share the place out."""

from mediation.acts.vocabulary import AgreementStage, CommitmentStage, Stage
from mediation.agreements.kinds import AgreementForm, Basis, CommitmentKind, Mark, Signer
from mediation.agreements.models import Agreement
from mediation.agreements.rules import AgreementFacts, CommitmentFacts, LineFacts, OralFacts, WitnessFacts
from mediation.agreements.service import record_oral_agreement
from mediation.context.kinds import SourceTopic
from mediation.context.rules import SourceFacts
from mediation.context.service import record_source
from mediation.demo.telling import Telling, group
from mediation.disputes.kinds import AttemptChannel, AttemptResult, Channel, DisputeKind, Relation, Resource, Scale
from mediation.disputes.rules import AcceptFacts, AssignFacts, AttemptFacts
from mediation.disputes.service import accept_dispute, assign_dispute
from mediation.followup.rules import FindingFacts, VisitFacts
from mediation.followup.service import record_visit
from mediation.kernel import dates
from mediation.land.rules import ObjectFacts
from mediation.parties.beside import IntermediaryFacts
from mediation.parties.kinds import HelperQuality, Mandate, PartyKind
from mediation.parties.service import add_intermediary
from mediation.places.models import SaidPlace
from mediation.sessions.kinds import Presence, Result, SessionKind
from mediation.sessions.rules import PresenceFacts, SeatFacts, SessionFacts
from mediation.sessions.service import record_session
from tests.journeys.account import Account, Fact, not_read_back

TITLE = "Une zone de pâture partagée"
COMMUNE = SaidPlace(None, "commune de Kantiari", "Burkina Faso")
ZONE = SaidPlace(None, "sur la zone de pâture", "Burkina Faso")
NOT_DATED, MARCH = dates.unknown("pas daté"), dates.in_month(2022, 3)
SOON_AFTER = dates.unknown("quelques jours après")
FARMERS, HERDERS, LOST = "Les agriculteurs", "Les éleveurs", "n’ont plus accès à la zone"
LEADER, QUALITY = "Bernadette Ouali", "leader communautaire"
NETWORK, TRAINED = "Le réseau de médiation", "réseau formé par une ONG de dialogue"
PREFECT, BOTH_CAME = "Le préfet", "le préfet, où sont allées les deux communautés"
CALLS = "le préfet appelle les responsables des communautés"
CHIEFS = ("Le chef des agriculteurs", "Le chef des éleveurs")
SHARED = "La zone est partagée sur place, de façon équitable."
WEDDING = "Des gens d’une communauté ont aidé au mariage de l’autre. Les rancœurs s’apaisent."
STORY, TOLD = "histoires de réussite, comité de pilotage", "raconté du 8 au 10 mars 2022, sans dater les faits"


def as_told(tell: Telling) -> None:
    """Both communities go to the prefect, who calls their leaders; mediators and chiefs go to the place."""
    tell.begins(9, "moussa", "MSG", TITLE, DisputeKind.PASTURE, COMMUNE,
                (group(1, FARMERS, PartyKind.COMMUNITY), group(2, HERDERS, PartyKind.COMMUNITY, quality=LOST)),
                ObjectFacts(Resource.PASTURE, "Une zone de pâture, occupée par des agriculteurs."),
                channel=Channel.REFERRED, came_from=PREFECT, happened_on=NOT_DATED, relation=Relation.FARMER_HERDER,
                scale=Scale.COMMUNITIES, attempts=(AttemptFacts(
                    AttemptChannel.ADMINISTRATIVE, BOTH_CAME, NOT_DATED, AttemptResult.DECIDED, CALLS),))
    for one in (IntermediaryFacts(HelperQuality.OTHER, QUALITY, LEADER, people=1, women=1),
                IntermediaryFacts(HelperQuality.OTHER, TRAINED, NETWORK),
                IntermediaryFacts(HelperQuality.PREFET, did="Renvoie l’affaire à la médiation communautaire.")):
        tell(9, "moussa", add_intermediary, one)
    for number, chief in enumerate(CHIEFS, start=1):
        tell.speaks(9, "moussa", number, chief, Mandate.CUSTOM, "chef de la communauté")
    tell(8, "bakary", accept_dispute, AcceptFacts())
    tell(8, "bakary", assign_dispute, AssignFacts(None, LEADER, QUALITY, leads=True))
    tell(7, "moussa", record_session, SessionFacts(
        NOT_DATED, Result.AGREEMENT, kind=SessionKind.SITE_VISIT, place=ZONE, decided=SHARED,
        attendance=tuple(PresenceFacts(Presence.CAME, representative=number) for number in (1, 2)),
        bench=(SeatFacts(LEADER, QUALITY), SeatFacts(NETWORK))))
    share = CommitmentFacts(("*",), "se partagent la zone de façon équitable", kind=CommitmentKind.USE)
    word = tuple(LineFacts(Signer.REPRESENTATIVE, number, Mark.WORD, LEADER) for number in (1, 2))
    tell(7, "moussa", record_oral_agreement, OralFacts(AgreementFacts(
        Basis.PARTIES, AgreementForm.ORAL, True, NOT_DATED, place=ZONE, found_at=1, commitments=(share,),
        witnesses=(WitnessFacts(NETWORK),)), word, NOT_DATED))
    tell(6, "moussa", record_visit, VisitFacts(
        (FindingFacts(1, CommitmentStage.COULD_NOT_CHECK, note=WEDDING),), SOON_AFTER), (Agreement, 1))
    tell(6, "moussa", record_source, SourceFacts(SourceTopic.DATE, "Les faits", TOLD, STORY, MARCH))


SESSION, AGREEMENT, VISIT = "sessions/1/", "agreements/1/", "visits/1/"
FACTS = (
    Fact("the type: a pasture", "dispute.kind", DisputeKind.PASTURE, "pâturage ou bourgoutière"),
    Fact("farmers and herders", "dispute.relation", Relation.FARMER_HERDER, "Entre qui cultivateurs et éleveurs"),
    Fact("between communities", "dispute.scale", Scale.COMMUNITIES, "Jusqu’où entre communautés"),
    Fact("in a commune of another country", "dispute.place", COMMUNE, "commune de Kantiari (Burkina Faso)"),
    Fact("an authority handed it over", "dispute.channel", Channel.REFERRED, "Venue d’une autorité"),
    Fact("the prefect", "dispute.came_from", PREFECT, f"Venue d’une autorité · pas daté · {PREFECT}"),
    Fact("the facts are not dated", "dispute.asked_on", NOT_DATED, "Venue d’une autorité · pas daté"),
    Fact("since when is not said", "dispute.began_on", None, "dit par les parties Entre qui"),
    Fact("a grazing zone", "contested_object.kind", Resource.PASTURE, "Pâturage Une zone de pâture"),
    Fact("occupied by farmers", "contested_object.description", "Une zone de pâture, occupée par des agriculteurs."),
    Fact("the farmers", "party.name", FARMERS),
    Fact("a community", "party.kind", PartyKind.COMMUNITY, f"{FARMERS} communauté"),
    Fact("the herders", "party.name", HERDERS, row=2),
    Fact("who lost access", "party.quality", LOST, f"{HERDERS} {LOST} · communauté", row=2),
    Fact("both went to the prefect before", "attempt.body", BOTH_CAME),
    Fact("the administration", "attempt.channel", AttemptChannel.ADMINISTRATIVE, f"Administrative · {BOTH_CAME}"),
    Fact("at a date that is not told", "attempt.happened_on", NOT_DATED, f"{BOTH_CAME} · pas daté"),
    Fact("he decided to call", "attempt.result", AttemptResult.DECIDED, "pas daté · une décision"),
    Fact("the community leaders", "attempt.decision", CALLS, f"Décision : {CALLS}"),
    Fact("a mediator", "intermediary.name", LEADER, f"Leader communautaire, {LEADER}"),
    Fact("a community leader", "intermediary.quality_words", QUALITY, "Leader communautaire"),
    Fact("a woman", "intermediary.women", 1, f"{LEADER} · 1 personne, 1 femme"),
    Fact("a network of mediators", "intermediary.name", NETWORK, row=2),
    Fact("trained by an organisation", "intermediary.quality_words", TRAINED, "Réseau formé par une ONG de dialogue",
         row=2),
    Fact("the prefect", "intermediary.quality", HelperQuality.PREFET, "Préfet Renvoie", row=3),
    Fact("who refers", "intermediary.did", "Renvoie l’affaire à la médiation communautaire.", row=3),
    Fact("she mediates this dispute", "team_member.leads", True, f"{LEADER} {QUALITY} en charge du dossier"),
    Fact("they go to the place", "mediation_session.kind", SessionKind.SITE_VISIT, page=SESSION),
    Fact("on a day nobody told", "mediation_session.held_on", NOT_DATED, page=SESSION),
    Fact("on the zone itself", "mediation_session.place", ZONE, page=SESSION),
    Fact("and share it fairly", "mediation_session.decided", SHARED, page=SESSION),
    Fact("so it is settled", "mediation_session.result", Result.AGREEMENT, page=SESSION),
    Fact("the woman mediator was there", "bench_member.name", LEADER, page=SESSION),
    Fact("and the network", "bench_member.name", NETWORK, row=2, page=SESSION),
    Fact("a chief of the farmers", "representative.name", CHIEFS[0], f"{CHIEFS[0]} · chef de la communauté"),
    Fact("a chief of the herders", "representative.name", CHIEFS[1], f"{CHIEFS[1]} · chef de la communauté", row=2),
    Fact("the chief of the one came", "attendance.presence", Presence.CAME, f"{CHIEFS[0]} · là", page=SESSION),
    Fact("the chief of the other too", "attendance.presence", Presence.CAME, f"{CHIEFS[1]} · là", row=2,
         page=SESSION),
    Fact("by word of mouth", "agreement.form", AgreementForm.ORAL, page=AGREEMENT),
    Fact("between the two", "agreement.basis", Basis.PARTIES, page=AGREEMENT),
    Fact("on the place", "agreement.place", ZONE, page=AGREEMENT),
    Fact("for which they gave their word", "agreement.stage", AgreementStage.SIGNED, page=AGREEMENT),
    Fact("before the mediators", "agreement_witness.name", NETWORK, f"Devant : {NETWORK}"),
    Fact("a fair sharing of the zone", "commitment.what", "se partagent la zone de façon équitable"),
    Fact("by both", "commitment.debtors", "*", "Toutes les parties se partagent"),
    Fact("of its use", "commitment.kind", CommitmentKind.USE, page=AGREEMENT),
    Fact("without a term", "commitment.due_on", None, "se partagent la zone de façon équitable."),
    Fact("a few days later", "visit.happened_on", SOON_AFTER, page=VISIT),
    Fact("one community helped at a wedding of the other, grudges eased", "visit_finding.note", WEDDING, page=VISIT,
         because="a sign that was seen, of which nothing follows"),
    Fact("whether the sharing holds is not told", "visit_finding.found", CommitmentStage.COULD_NOT_CHECK, page=VISIT),
    Fact("so the commitment is still to be checked", "commitment.stage", CommitmentStage.COULD_NOT_CHECK),
    Fact("told at a steering committee", "source.source", STORY, f"Selon {STORY}"),
    Fact("of three days, which dates nothing", "source.says", TOLD),
    Fact("in March 2022", "source.happened_on", MARCH, f"{STORY} (mars 2022)"),
    Fact("what became of it later is not said", "dispute.stage", Stage.IN_FOLLOW_UP, "Clos à faire"),
)

ACCOUNT = Account("50", TITLE, as_told, FACTS)


def test_the_shared_pasture_is_told_and_read_back(house, visit):
    assert not_read_back(ACCOUNT, house, visit) == []
