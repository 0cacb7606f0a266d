"""Account 06: one commune makes its peace alone in 2019; two years later a wider agreement still waits for it."""

from datetime import date, timedelta

from mediation.acts import scope
from mediation.acts.late import LateFacts
from mediation.acts.vocabulary import AgreementStage, Stage
from mediation.agreements.kinds import AgreementForm, Basis, Mark, Signer
from mediation.agreements.models import Agreement
from mediation.agreements.rules import AgreementFacts, LineFacts, ReadAloudFacts, SignFacts
from mediation.agreements.service import read_aloud_agreement, record_agreement, sign_agreement
from mediation.commissions import queries as commissions
from mediation.context.kinds import AlertLevel, SourceTopic
from mediation.context.rules import AlertFacts, SourceFacts
from mediation.context.service import record_source, set_alert
from mediation.demo.telling import Telling, group
from mediation.disputes.kinds import DisputeKind, HarmKind, Scale
from mediation.disputes.rules import DisputeFacts, HarmFacts
from mediation.intake.rules import IntakeFacts, TranscribeFacts
from mediation.intake.service import transcribe_dispute
from mediation.kernel import clock, dates
from mediation.parties.beside import IntermediaryFacts
from mediation.parties.kinds import HelperQuality, Language, Mandate, PartyKind
from mediation.parties.service import add_intermediary
from mediation.places.models import SaidPlace
from mediation.referrals.kinds import LinkKind
from mediation.referrals.rules import LinkFacts
from mediation.referrals.service import link_dispute
from tests.journeys.account import Account, Fact, not_read_back

TITLE, WIDER = "Paix dans la commune de Ouenkoro", "Paix entre les communes du cercle de Bankass"
COMMUNE = SaidPlace(None, "commune rurale de Ouenkoro, cercle de Bankass, région de Mopti")
CERCLE = SaidPlace(None, "cercle de Bankass, région de Mopti")
VILLAGES = tuple(SaidPlace(None, name) for name in ("Sarandé", "Bidima", "Sankoroni"))
JULY, SIGNED, WORSE = dates.in_month(2019, 7), dates.on(date(2019, 8, 16)), dates.in_year(2017)
RETURNED = dates.after("le déploiement des soldats")
PAPER, CUTTINGS = "un journal", "coupures de presse"
FULANI, DOGON = "Communauté peulh", "Communauté dogon"
DAILY, LAST, BACK = "Des attaques presque chaque jour.", "Dernières attaques.", "Les habitants reviennent."
CREDITED = "la démarche lui est attribuée"


def copied(tell: Telling, days: int, page: str, facts: DisputeFacts, harms: tuple = ()) -> None:
    """A dispute as the press told it: nobody wrote down what was contested, and nothing is completed."""
    parties = (group(1, FULANI, PartyKind.COMMUNITY), group(2, DOGON, PartyKind.COMMUNITY))
    told = TranscribeFacts(IntakeFacts(facts, parties, harms=harms), Stage.IN_MEDIATION,
                           late=LateFacts(book=CUTTINGS, page=page))
    with clock.moved_by(timedelta(days=-days)):
        actor = scope.resolve(*tell.cast["moussa"])
        with scope.seen_by(actor):
            tell.begun(transcribe_dispute(actor, commissions.find("MSG"), told).reference)


def as_told(tell: Telling) -> None:
    """The crisis, the signature, the return; then the wider agreement, which the commune has not signed."""
    copied(tell, 20, "août 2019", DisputeFacts(
        TITLE, DisputeKind.VIOLENCE, None, COMMUNE, scale=Scale.COMMUNITIES, villages=VILLAGES,
        began_on=dates.in_year(2015)), harms=(
            HarmFacts(HarmKind.DEAD, 1, what="un gendarme", source=PAPER, happened_on=dates.in_year(2015)),
            HarmFacts(HarmKind.HOUSES, 1, what="maison du sous-préfet, saccagée"),
            HarmFacts(HarmKind.OTHER, 1, what="poste de douane, saccagé")))
    for level, why, when in ((AlertLevel.VIOLENCE, DAILY, WORSE), (AlertLevel.VIOLENCE, LAST, JULY),
                             (AlertLevel.CALM, BACK, RETURNED)):
        tell(19, "moussa", set_alert, AlertFacts(level, why, when, PAPER))
    tell(19, "moussa", record_source, SourceFacts(
        SourceTopic.PEOPLE, "Qui attaque du côté B", "sous couvert de chasseurs", PAPER))
    tell(18, "moussa", add_intermediary, IntermediaryFacts(
        HelperQuality.OTHER, "Premier ministre", "Bouba Cissani", did=CREDITED))
    for party in (1, 2):
        tell.speaks(18, "moussa", party, "Des représentants non nommés", Mandate.CUSTOM)
    tell(17, "moussa", record_agreement, AgreementFacts(
        Basis.PARTIES, AgreementForm.WRITTEN, True, SIGNED, covers="Ouenkoro", unseen="tout le texte"))
    tell(17, "moussa", read_aloud_agreement, ReadAloudFacts((Language.OTHER,), "pas dit", ("A", "B"), SIGNED),
         (Agreement, 1))
    tell(17, "moussa", sign_agreement, SignFacts(tuple(
        LineFacts(Signer.REPRESENTATIVE, number, Mark.SIGNED) for number in (1, 2)), SIGNED), (Agreement, 1))
    copied(tell, 10, "2021", DisputeFacts(WIDER, DisputeKind.VIOLENCE, None, CERCLE, scale=Scale.COMMUNES))
    tell(9, "moussa", record_agreement, AgreementFacts(
        Basis.PARTIES, AgreementForm.WRITTEN, False, dates.in_year(2021), mediation_goes_on=True,
        not_covered="Ouenkoro", remaining="D’autres communes doivent encore signer.", unseen="tout le texte"))
    tell.turns_to(1)
    tell(8, "moussa", link_dispute, LinkFacts(LinkKind.PART_OF, tell.references[1]))


PEACE = "agreements/1/"
FACTS = (
    Fact("told by one article, of August 2019", "late_entry.page", "août 2019",
         "Recopié d’un registre papier : cahier coupures de presse, page août 2019"),
    Fact("the type: violence between communities", "dispute.kind", DisputeKind.VIOLENCE),
    Fact("between communities", "dispute.scale", Scale.COMMUNITIES),
    Fact("the commune, its cercle and region", "dispute.place", COMMUNE),
    Fact("the crisis begins in 2015", "dispute.began_on", dates.in_year(2015), "Depuis 2015"),
    Fact("what is contested is not said", "dispute.resources", (), "Rien n’est encore décrit."),
    Fact("one community", "party.name", FULANI, f"Partie A {FULANI}"),
    Fact("a community", "party.kind", PartyKind.COMMUNITY, f"{FULANI} communauté"),
    Fact("another community", "party.name", DOGON, f"Partie B {DOGON}", row=2),
    Fact("on the other side", "party.side", 2, "Partie B", row=2),
    Fact("under cover of hunters", "source.says", "sous couvert de chasseurs", "Selon un journal : sous couvert"),
    Fact("says the article, of one side", "source.topic", SourceTopic.PEOPLE, "Des personnes"),
    Fact("a death", "harm.kind", HarmKind.DEAD, "Morts"),
    Fact("one", "harm.count", 1, "1 · un gendarme"),
    Fact("a gendarme", "harm.what", "un gendarme"),
    Fact("in 2015", "harm.happened_on", dates.in_year(2015), "un gendarme · 2015"),
    Fact("a house ransacked", "harm.kind", HarmKind.HOUSES, "Maisons détruites 1", row=2),
    Fact("that of the sub-prefect", "harm.what", "maison du sous-préfet, saccagée", row=2),
    Fact("a customs post too", "harm.what", "poste de douane, saccagé", row=3),
    Fact("it gets worse in 2017", "alert.happened_on", WORSE, "Violences · 2017"),
    Fact("with attacks almost every day", "alert.why", DAILY),
    Fact("the last attacks: in July 2019", "alert.happened_on", JULY, "Violences · juillet 2019", row=2),
    Fact("are the last", "alert.why", LAST, row=2),
    *(Fact(f"in one village of three: {place}", "dispute_place.place", place, row=row)
      for row, place in enumerate(VILLAGES, start=1)),
    Fact("the prime minister", "intermediary.quality_words", "Premier ministre"),
    Fact("is credited with the approach", "intermediary.did", CREDITED),
    Fact("nothing tells of a session", "dispute.asked_on", None, "En médiation Accord 16 août 2019"),
    Fact("they sign on 16 August 2019", "agreement.signed_on", SIGNED, "signé · 16 août 2019", page=PEACE),
    Fact("in writing", "agreement.form", AgreementForm.WRITTEN, page=PEACE),
    Fact("both of them", "signature.mark", Mark.SIGNED, "Partie A Des représentants non nommés a signé", page=PEACE),
    Fact("the other community too", "signature.side", 2, "Partie B Des représentants non nommés a signé", row=2,
         page=PEACE),
    Fact("for their commune alone", "agreement.covers", "Ouenkoro", "Concerne Ouenkoro", page=PEACE),
    Fact("the clauses are not seen", "agreement.unseen", "tout le texte", "Pas vu du texte tout le texte", page=PEACE),
    Fact("it binds", "agreement.stage", AgreementStage.SIGNED, page=PEACE),
    Fact("inhabitants return", "alert.why", BACK, row=3),
    Fact("after soldiers are deployed", "alert.happened_on", RETURNED, row=3),
    Fact("it is calm", "alert.level", AlertLevel.CALM, "Alerte : calme", row=3),
    Fact("nobody followed it up", "dispute.stage", Stage.IN_FOLLOW_UP, "Suivi à faire"),
    Fact("it is part of a wider case", "dispute_link.kind", LinkKind.PART_OF, "Partie de :"),
    Fact("the wider case: between communes", "dispute.scale", Scale.COMMUNES, of=2),
    Fact("of the cercle", "dispute.place", CERCLE, of=2),
    Fact("a wider agreement, in 2021", "agreement.happened_on", dates.in_year(2021), "2021", page=PEACE, of=2),
    Fact("which the commune has still to sign", "agreement.not_covered", "Ouenkoro", "Ne concerne pas Ouenkoro",
         page=PEACE, of=2),
    Fact("with others", "agreement.remaining", "D’autres communes doivent encore signer.", page=PEACE, of=2),
    Fact("is still going on", "agreement.mediation_goes_on", True, "la médiation continue sur le reste", page=PEACE,
         of=2),
)

ACCOUNT = Account("06", TITLE, as_told, FACTS)


def test_the_commune_that_signed_alone_is_told_and_read_back(house, visit):
    assert not_read_back(ACCOUNT, house, visit) == []
