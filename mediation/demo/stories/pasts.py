"""Old registers and late pages: what was copied, found afterwards, closed in error, or written down twice."""

from mediation.acts.late import LateFacts
from mediation.acts.strike import StrikeFacts
from mediation.acts.vocabulary import CommitmentStage, Ending, Stage
from mediation.agreements.kinds import AgreementForm, Basis, CommitmentKind, Mark, Signer
from mediation.agreements.models import Agreement
from mediation.agreements.rules import AgreementFacts, CommitmentFacts, LineFacts, OralFacts, WitnessFacts
from mediation.agreements.service import record_oral_agreement
from mediation.demo.telling import Telling, ago, group, here, person
from mediation.disputes.kinds import (
    AttemptChannel,
    AttemptResult,
    Channel,
    DisputeKind,
    HarmKind,
    Relation,
    Resource,
)
from mediation.disputes.rules import AttemptFacts, DisputeFacts, HarmFacts
from mediation.disputes.service import add_attempt, amend_dispute, record_harm
from mediation.followup import service as followup
from mediation.followup.rules import CloseFacts, FindingFacts, ReopenFacts, VisitFacts
from mediation.intake.rules import IntakeFacts, TranscribeFacts
from mediation.kernel import dates
from mediation.land.rules import ObjectFacts
from mediation.parties.kinds import Mandate, PartyKind, Sex
from mediation.referrals.kinds import LinkKind
from mediation.referrals.models import DisputeLink
from mediation.referrals.rules import LinkFacts
from mediation.referrals.service import link_dispute, unlink_dispute
from mediation.sessions import service as sessions
from mediation.sessions.kinds import Result, SessionKind, SummonsChannel
from mediation.sessions.models import MediationOutcome, Summons
from mediation.sessions.rules import DefaultFacts, FailFacts, PlanFacts, ResumeFacts, ServiceFacts, SummonsFacts
from mediation.supervision.kinds import Addressee, Part
from mediation.supervision.rules import RemarkFacts
from mediation.supervision.service import add_remark

BOOK = "« Litiges de l’arrondissement », 1961–1968"
LINE = "La ligne du tamarinier à la colline"
VILLAGES = (group(1, "Village de N’Tiéna-Sô", PartyKind.VILLAGE, asked=True),
            group(2, "Village de Woronkoro", PartyKind.VILLAGE))
HILL = ObjectFacts(Resource.FALLOW, "Les jachères entre le grand tamarinier et la colline.")


def the_tamarind_of_1964(tell: Telling) -> None:
    """Two disputes copied from old registers, and the same line before the commission of today: one thread."""
    tell.copies(240, "kadia", "KAD", TranscribeFacts(
        IntakeFacts(DisputeFacts(LINE, DisputeKind.VILLAGE_LIMIT, Channel.WRITTEN, here("N’Tiéna-Sô"),
                                 dates.on(dates.calendar_day(1964, 3, 12))), VILLAGES, (HILL,)),
        Stage.CLOSED, Ending.NOT_KNOWN, decided="Le tamarinier fait limite ; la colline reste à tous.",
        decided_by="le chef d’arrondissement", decided_on=dates.in_month(1964, 5),
        late=LateFacts("ancien registre recopié", BOOK, "41", "7", "N. Diallani, commis", dates.in_month(1964, 5))))
    tell.copies(238, "kadia", "KAD", TranscribeFacts(
        IntakeFacts(DisputeFacts(f"{LINE}, de nouveau", DisputeKind.VILLAGE_LIMIT, Channel.ORAL, here("N’Tiéna-Sô"),
                                 dates.in_year(1988)), VILLAGES, (HILL,)),
        Stage.CLOSED, Ending.NOT_SETTLED, dates.in_year(1989),
        late=LateFacts("ancien registre recopié", "vert, 1985–1991", "12")))
    tell(238, "kadia", link_dispute, LinkFacts(LinkKind.RECURRENCE, tell.references[0]))
    tell.begins(230, "kadia", "KAD", "Le tamarinier est tombé", DisputeKind.VILLAGE_LIMIT, "N’Tiéna-Sô", VILLAGES,
                HILL, follows=LinkFacts(LinkKind.RECURRENCE, tell.references[1]))
    tell(229, "kadia", link_dispute, LinkFacts(LinkKind.SAME_LAND, tell.references[0]))
    tell(229, "kadia", unlink_dispute, StrikeFacts("Le dossier de 1988 le dit déjà."), (DisputeLink, 2))
    for party, name in ((1, "Siriki Bambani"), (2, "Nanourou Traoréni")):
        tell.speaks(229, "kadia", party, name, Mandate.CUSTOM, "chef de village")
    tell.accepted(225, "issa")
    tell.meets(215, "kadia", Result.GOES_ON, "Deux anciens de 1964 montrent la souche.", place="N’Tiéna-Sô", women=3,
               men=27, kind=SessionKind.WITNESS_HEARING)
    tell(205, "issa", sessions.fail_mediation, FailFacts(ago(205), "La souche."))
    tell(204, "issa", sessions.strike_mediation, StrikeFacts("Noté dans le mauvais dossier."), (MediationOutcome, 1))
    tell(204, "issa", sessions.resume_mediation, ResumeFacts("La séance de la colline reste à tenir.", ago(204)))
    tell.meets(195, "kadia", Result.NO_AGREEMENT, "Une ligne par la souche, une autre par le puits.", women=2, men=21,
               place="N’Tiéna-Sô", chair="Issa Ouattarani")
    tell(190, "issa", sessions.fail_mediation, FailFacts(
        ago(190), "La souche fait limite jusqu’au sentier.", "La colline reste disputée."))
    tell(170, "issa", followup.close_dispute, CloseFacts(Ending.NOT_SETTLED, happened_on=ago(170)))
    _found_afterwards(tell)


def _found_afterwards(tell: Telling) -> None:
    """Pages that turned up after the closing, from the notebook of a counsellor."""
    found = LateFacts("Le cahier du conseiller a été retrouvé.", "du conseiller", "3", clerk="S. Bambani")
    tell.meets(222, "kadia", Result.GOES_ON, "Les femmes disent qui ramasse le bois sur la colline.", came=(1,),
               kind=SessionKind.SEPARATE, women=11, men=0, entered=90, late=found)
    tell(90, "kadia", record_harm, HarmFacts(HarmKind.GRANARIES, 2, source="le conseiller", happened_on=ago(231),
                                             late=found))
    tell(90, "kadia", add_attempt, AttemptFacts(
        AttemptChannel.CUSTOMARY, "les deux maîtres de terre", dates.about_year(2001), AttemptResult.AGREED,
        late=LateFacts("Dit par un ancien pendant la visite.")))
    tell(80, "salimata", add_remark, RemarkFacts(
        Part.ENDING, Addressee.BOTH, "Trois fois la même ligne : faut-il demander un bornage ?"))


def closed_by_mistake(tell: Telling) -> None:
    """Closed because the field was flooded, while it was another field; and the same saisine written down twice."""
    karite = (person(1, "Fanta Mariko-Ba", sex=Sex.WOMAN, asked=True), person(2, "Souleymane Kéléni", sex=Sex.MAN))
    field = ObjectFacts(Resource.FIELD, "Le champ du bas, ensemencé par l’un et labouré par l’autre.")
    tell.begins(62, "awa", "MSG", "Champ semé deux fois", DisputeKind.OTHER, "Dialan-Marka", karite, field)
    tell.accepted(58, "bakary")
    tell(50, "moussa", followup.close_dispute, CloseFacts(Ending.OVERTAKEN, "Le champ est sous l’eau.", ago(50)))
    tell(47, "bakary", followup.reopen_dispute, ReopenFacts("C’est le champ voisin qui est sous l’eau.", False))
    tell(46, "awa", amend_dispute, DisputeFacts(
        "Champ du bas, semé deux fois", DisputeKind.FIELD_LIMIT, Channel.ORAL, here("Dialan-Marka"), ago(62),
        relation=Relation.FARMERS, resources=(Resource.FIELD,), story="L’un a semé en mai, l’autre a labouré en juin."))
    tell(40, "moussa", sessions.issue_summons, SummonsFacts(
        2, channel=SummonsChannel.CRIER, happened_on=ago(40), text="Venez à Dialan-Marka le lendemain de la foire."))
    tell(37, "moussa", sessions.record_service_summons, ServiceFacts(
        False, ago(38), reason="Parti au champ de culture de l’autre village."), (Summons, 1))
    tell(36, "awa", sessions.schedule_session, PlanFacts(ago(24), "9 h", here("Dialan-Marka")))
    tell.begins(21, "awa", "MSG", "Champ de Fanta, semé deux fois", DisputeKind.FIELD_LIMIT, "Dialan-Marka", karite)
    tell(20, "moussa", followup.close_dispute, CloseFacts(
        Ending.DUPLICATE, happened_on=ago(20), duplicate_of=tell.references[0]))


def the_word_that_was_not_kept(tell: Telling) -> None:
    """An oral settlement, seen twice, never kept; on paper too it lacks much, as word of mouth does."""
    tell.begins(280, "fanta", "MAC", "Filets déchirés par des chèvres", DisputeKind.LIVESTOCK, "Tougouri-Daga",
                (person(1, "Mama Karabéni", sex=Sex.WOMAN, asked=True), person(2, "Boubacar Tapéni", sex=Sex.MAN)),
                ObjectFacts(Resource.FISHERY, "Trois filets mis à sécher."))
    tell.accepted(278, "fanta")
    tell.meets(275, "fanta", Result.AGREEMENT, "Les filets sont comptés devant le quai.", women=7, men=3)
    promise = CommitmentFacts(("B",), "remplace les trois filets", ("A",), CommitmentKind.KIND, due_on=ago(220))
    tell(275, "fanta", record_oral_agreement, OralFacts(
        AgreementFacts(Basis.PARTIES, AgreementForm.ORAL, True, ago(275), commitments=(promise,),
                       witnesses=(WitnessFacts("Le chef du débarcadère"),)),
        tuple(LineFacts(Signer.PARTY, number, Mark.WORD, "Le chef du débarcadère") for number in (1, 2)), ago(275)))
    for days in (200, 140):
        tell(days, "fanta", followup.record_visit, VisitFacts((
            FindingFacts(1, CommitmentStage.NOT_KEPT, note="B a quitté le village"),), ago(days), "Fanta Thiéroni"),
            (Agreement, 1))
    tell(120, "fanta", followup.close_dispute, CloseFacts(Ending.BROKEN, happened_on=ago(120)))


def the_buyer_who_never_came(tell: Telling) -> None:
    """Called twice by the crier, never came: default, and closed so."""
    tell.begins(210, "moussa", "MSG", "Lot vendu à un absent", DisputeKind.SALE, "Kabala-Kura",
                (person(1, "Oumou Sanogoni", sex=Sex.WOMAN, asked=True), person(2, "un acheteur de la ville")),
                ObjectFacts(Resource.PLOT, "Le lot au bord de la route, vendu et jamais payé en entier."))
    tell.accepted(205, "bakary", "drissa")
    for number, day in ((1, 200), (2, 185)):
        tell(day, "moussa", sessions.issue_summons, SummonsFacts(
            2, channel=SummonsChannel.LETTER, happened_on=ago(day),
            text="Venez à la commission dans huit jours, à 9 h."))
        tell(day - 2, "moussa", sessions.record_service_summons, ServiceFacts(True, ago(day - 1), "le car de Bamako"),
             (Summons, number))
        tell.meets(day - 8, "drissa", Result.ABSENCE, "A est venue ; B non.", came=(1,), absent=(2,), women=1, men=2)
    tell(170, "bakary", sessions.default_mediation, DefaultFacts(ago(170), "Deux convocations remises."))
    tell(165, "bakary", followup.close_dispute, CloseFacts(Ending.DEFAULT, happened_on=ago(165)))


TOLD = (
    the_tamarind_of_1964,
    closed_by_mistake,
    the_word_that_was_not_kept,
    the_buyer_who_never_came,
)
