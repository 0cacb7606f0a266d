"""What becomes of what was signed: visas, judges, copies, endings, releases and difficulties."""

from decimal import Decimal

from mediation.acts.strike import StrikeFacts
from mediation.acts.vocabulary import CommitmentStage, Ending
from mediation.agreements import service as agreements
from mediation.agreements.kinds import AgreementForm, Basis, Check, CommitmentKind, EarlierLink, Mark, Signer
from mediation.agreements.models import Agreement, Commitment
from mediation.agreements.rules import AbandonFacts, AgreementFacts, CommitmentFacts
from mediation.demo import pictures
from mediation.demo.telling import Telling, ago, both_sign, group, here, line, person
from mediation.disputes.kinds import DisputeKind, HarmKind, Relation, Resource, Scale, Trigger
from mediation.disputes.rules import HarmFacts
from mediation.documents.kinds import DocumentKind
from mediation.documents.models import Document
from mediation.documents.service import strike_document
from mediation.followup import rules as visits
from mediation.followup import service as followup
from mediation.followup.kinds import AskedFirst, Lateness, SettledHow
from mediation.followup.models import CommitmentRelease, Difficulty, Visit
from mediation.followup.rules import CloseFacts, FindingFacts, ReleaseFacts, ReportFacts, SettleFacts, VisitFacts
from mediation.followup.rules import VoiceFacts as Voice
from mediation.land.kinds import RightKind
from mediation.land.rules import ObjectFacts
from mediation.papers.kinds import PaperKind
from mediation.papers.models import Paper
from mediation.papers.rules import AnnulFacts
from mediation.papers.service import annul_paper
from mediation.parties.kinds import Language, Mandate, PartyKind, Sex
from mediation.sessions.kinds import Result, SessionKind
from mediation.sessions.rules import PlanFacts, ResumeFacts
from mediation.sessions.service import resume_mediation, schedule_session
from mediation.supervision.kinds import Addressee, Part
from mediation.supervision.rules import RemarkFacts
from mediation.supervision.service import add_remark
from mediation.validity import service as validity
from mediation.validity.kinds import ConditionResult, DenouncedHow, LapseReason, VisaBy
from mediation.validity.models import AgreementEnding, ConditionNote, CopyGiven, RouteStep
from mediation.validity.rules import (
    AccusationFacts,
    ConditionFacts,
    CopyFacts,
    DenounceFacts,
    EndorseFacts,
    HomologateFacts,
    LapseFacts,
    RejectFacts,
    ReplaceFacts,
    ReturnFacts,
    TransmitFacts,
)

BAM, SYE, FUL = Language.BAMANANKAN, Language.SYENARA, Language.FULFULDE
COURT, SUB_PREFECTURE = "Tribunal de Dioïla", "Sous-préfecture de Massigui"
MOUSSA, KADIA, FANTA = "Moussa Sangarani", "Kadia Dembélani", "Fanta Thiéroni"
SOLD = CommitmentFacts(("B",), "rend le champ de la veuve après la récolte", ("A",), CommitmentKind.RESTITUTION,
                       due_on=ago(240), checked_by=Check.VISIT)
SPEAK = (line(Signer.REPRESENTATIVE, 1, Mark.SIGNED, SYE, KADIA),
         line(Signer.REPRESENTATIVE, 2, Mark.THUMBPRINT, SYE, KADIA))


def the_field_of_the_widow(tell: Telling) -> None:
    """Signed, visé, sent to the judge, sent back, corrected, sent again, homologated."""
    tell.begins(430, "moussa", "MSG", "Champ de la veuve vendu sans elle", DisputeKind.SALE, "Falla-Dugu",
                (person(1, "Nana Cisséni", sex=Sex.WOMAN, asked=True, language=BAM),
                 person(2, "Gaoussou Fofanani", sex=Sex.MAN, language=BAM)),
                ObjectFacts(Resource.FIELD, "Le champ de son mari, vendu par un neveu.", area=Decimal("2"),
                            rights=(RightKind.INHERITANCE, RightKind.PURCHASE), paper="une attestation de vente"),
                triggers=(Trigger.DEATH, Trigger.SALE))
    tell.issues(430, "moussa", PaperKind.RECEIPT)
    tell.accepted(425, "bakary", "awa")
    tell.meets(410, "awa", Result.GOES_ON, "Le neveu reconnaît qu’il ne pouvait pas vendre.", women=5, men=4)
    tell.meets(402, "awa", Result.AGREEMENT, "Le champ revient ; l’argent aussi.", women=6, men=5, place="Falla-Dugu",
               chair="Bakary Samakéni")
    tell.settles(402, "moussa", (SOLD,), both_sign(BAM, MOUSSA), BAM, read=400, signed=399, reader="Awa Togolani",
                 women=6, men=5, paper=PaperKind.CONCILIATION)
    tell(397, "bakary", validity.endorse_agreement, EndorseFacts(VisaBy.CHAIR, "Bakary Samakéni", ago(397),
                                                                   papers=(2,)), (Agreement, 1))
    tell(390, "moussa", validity.endorse_agreement, EndorseFacts(
        VisaBy.SOUS_PREFET, SUB_PREFECTURE, ago(392), "n° 21", papers=(2,)), (Agreement, 1))
    tell(389, "moussa", validity.transmit_agreement, TransmitFacts(COURT, ago(389)), (Agreement, 1))
    tell(388, "moussa", validity.strike_step, StrikeFacts("Le courrier n’était pas parti."), (RouteStep, 3))
    tell(380, "moussa", validity.transmit_agreement, TransmitFacts(COURT, ago(380), by_whom=MOUSSA, papers=(1, 2)),
         (Agreement, 1))
    tell.issues(380, "moussa", PaperKind.TRANSMISSION, 4)
    tell(350, "moussa", validity.return_agreement, ReturnFacts(
        "Le prix à rembourser n’est pas écrit.", ago(356), "n° 61", COURT, papers=(2,)), (Agreement, 1))
    tell.settles(340, "moussa", (SOLD, CommitmentFacts(
        ("A",), "fait rendre par le neveu le prix de la vente", ("B",), CommitmentKind.MONEY, Decimal(150000),
        "F\u00a0CFA", due_on=ago(240), checked_by=Check.PAPER, exchange=1)), both_sign(BAM, MOUSSA), BAM, read=338,
        signed=338, reader="Awa Togolani", number=2, earlier_link=EarlierLink.RECTIFIES, earlier=1,
        paper=PaperKind.RECTIFYING)
    tell(335, "moussa", validity.endorse_agreement, EndorseFacts(
        VisaBy.SOUS_PREFET, SUB_PREFECTURE, ago(336), "n° 30", papers=(4,)), (Agreement, 2))
    tell(330, "moussa", validity.transmit_agreement, TransmitFacts(COURT, ago(331), by_whom=MOUSSA, papers=(2, 4)),
         (Agreement, 2))
    tell.issues(330, "moussa", PaperKind.TRANSMISSION, 7)
    tell(270, "moussa", validity.homologate_agreement, HomologateFacts("n° 48", ago(275), COURT, papers=(4,)),
         (Agreement, 2))
    for to in (CopyFacts(("A", "B"), happened_on=ago(268), count=2, by_whom=MOUSSA, papers=(4,)),
               CopyFacts((), SUB_PREFECTURE, ago(266), 1, papers=(4,)), CopyFacts(("A",), happened_on=ago(266))):
        tell(266, "moussa", validity.give_copy, to, (Agreement, 2))
    tell(265, "moussa", validity.strike_copy, StrikeFacts("Déjà notée."), (CopyGiven, 3))
    tell.adds(338, "moussa", DocumentKind.SIGNED_PAGE, pictures.page(7), "Accord rectifié, la page signée",
              about="agreement-2")
    tell.adds(338, "moussa", DocumentKind.SIGNED_PAGE, pictures.page(8), "Accord rectifié, page 2", about="agreement-2")
    tell(337, "moussa", strike_document, StrikeFacts("Page d’un autre dossier."), (Document, 2))
    tell.adds(270, "moussa", DocumentKind.DECISION, pictures.letter(), "Décision n° 48 du tribunal",
              about="agreement-2", source=COURT, happened_on=ago(275))
    tell(200, "awa", followup.record_visit, VisitFacts((
        FindingFacts(2, CommitmentStage.KEPT), FindingFacts(3, CommitmentStage.PARTLY_KEPT, Lateness.NO_MEANS)),
        ago(200), "Awa Togolani"), (Agreement, 2))
    tell(35, "awa", followup.plan_visit, visits.PlanFacts(ago(4), "voir le reste de l’argent"), (Agreement, 2))


def sent_back_by_the_judge(tell: Telling) -> None:
    """The judge asks for something: it waits at the desk."""
    tell.begins(130, "moussa", "MSG", "Passage fermé entre deux jardins", DisputeKind.FIELD_LIMIT, "Kabala-Kura",
                (person(1, "Sali Marikoni", sex=Sex.WOMAN, asked=True), person(2, "Wassa Diarrani", sex=Sex.WOMAN)),
                ObjectFacts(Resource.GARDEN, "Le passage d’eau entre deux jardins."), relation=Relation.NEIGHBOURS)
    tell.accepted(126, "bakary", "awa")
    tell.meets(118, "awa", Result.AGREEMENT, "Le passage reste ouvert le matin.", women=8, men=2,
               place="Kabala-Kura", chair="Bakary Samakéni")
    tell.settles(118, "moussa", (CommitmentFacts(("B",), "laisse passer l’eau jusqu’à midi", ("A",),
                                                 CommitmentKind.PASSAGE, checked_by=Check.WORD),),
                 both_sign(BAM, MOUSSA), BAM, read=117, signed=117, reader="Awa Togolani")
    tell(112, "bakary", validity.endorse_agreement, EndorseFacts(VisaBy.CHAIR, happened_on=ago(112)), (Agreement, 1))
    tell(100, "moussa", validity.transmit_agreement, TransmitFacts(COURT, ago(100), "n° 15"), (Agreement, 1))
    tell(24, "moussa", validity.return_agreement, ReturnFacts(
        "Il manque le plan du passage.", ago(28), "n° 77", COURT), (Agreement, 1))
    tell(10, "salimata", add_remark, RemarkFacts(
        Part.AGREEMENT, Addressee.SECRETARY, "Qui fera le plan demandé par le juge ?"))


def each_accuses_the_other(tell: Telling) -> None:
    """Both signatories break it off, each saying that the other began; the talks are taken up again."""
    tell.begins(320, "kadia", "KAD", "Foire à bétail déplacée", DisputeKind.OTHER, "Woronkoro",
                (group(1, "Comité de la foire de Woronkoro", PartyKind.ASSOCIATION, asked=True),
                 group(2, "Village de Nafanabougou-Ni", PartyKind.VILLAGE)),
                ObjectFacts(Resource.MARKET, "Le jour et la place de la foire à bétail."), scale=Scale.VILLAGES)
    tell.speaks(319, "kadia", 1, "Bakari Konéni", Mandate.WRITTEN, "président du comité")
    tell.speaks(319, "kadia", 2, "Daouda Berthéni", Mandate.CUSTOM, "chef de village")
    tell.accepted(315, "issa")
    tell.meets(300, "kadia", Result.AGREEMENT, "Une foire chez chacun, un mois sur deux.", women=4, men=30,
               place="Woronkoro", chair="Issa Ouattarani")
    tell.settles(298, "kadia", (
        CommitmentFacts(("A",), "laisse la foire un mois sur deux au village", ("B",), CommitmentKind.RIGHT),
        CommitmentFacts(("B",), "ne barre plus la piste de la foire", ("A",), CommitmentKind.EMBARGO, exchange=1)),
        SPEAK, SYE, read=297, signed=296, reader=KADIA)
    tell(180, "kadia", validity.lapse_agreement, LapseFacts(LapseReason.OBJECT, ago(181)), (Agreement, 1))
    tell(179, "kadia", validity.strike_ending, StrikeFacts("La foire existe encore."), (AgreementEnding, 1))
    tell(150, "kadia", validity.denounce_agreement, DenounceFacts(
        ("A", "B"), happened_on=ago(152), how=DenouncedHow.BEFORE, before_whom="le maire", reason="Plus de confiance.",
        accusations=(AccusationFacts("A", words="B a barré la piste le premier jour de foire."),
                     AccusationFacts("B", words="A a tenu la foire chez lui trois mois de suite."))), (Agreement, 1))
    tell(120, "issa", resume_mediation, ResumeFacts("Les femmes des deux villages le demandent.", ago(121)))
    tell.meets(104, "kadia", Result.GOES_ON, "On reparle du calendrier, pas des fautes.", women=22, men=19,
               place="Woronkoro", chair="Issa Ouattarani")
    tell(100, "kadia", schedule_session, PlanFacts(ago(-15), "9 h", here("Nafanabougou-Ni"), SessionKind.JOINT))


def the_truce_and_the_young(tell: Telling) -> None:
    """A truce for one season came to its term; what followed was signed, and a wing of one side rejects it."""
    tell.begins(400, "fanta", "MAC", "Trêve des deux rives", DisputeKind.VIOLENCE, "Ké-Bozola",
                (group(1, "Riverains de la rive droite", PartyKind.COMMUNITY),
                 group(2, "Riverains de la rive gauche", PartyKind.COMMUNITY)),
                ObjectFacts(Resource.RIVER, "Le bras du fleuve et ses deux rives."), scale=Scale.COMMUNITIES,
                relation=Relation.HERDER_FISHER, harms=(HarmFacts(HarmKind.HOUSES, 11, source="mairie"),
                                                        HarmFacts(HarmKind.HOUSES, 14, source="riverains")))
    for party, name in ((1, "Bakaye Karabéni"), (2, "Almamy Tapilani")):
        tell.speaks(399, "fanta", party, name, Mandate.ASSEMBLY)
    tell.accepted(398, "fanta")
    tell.meets(390, "fanta", Result.AGREEMENT, "Une trêve jusqu’à la décrue.", women=9, men=40, place="Ké-Bozola",
               chair=FANTA)
    people = tuple(line(Signer.REPRESENTATIVE, number, Mark.SIGNED, FUL, FANTA) for number in (1, 2))
    peace = CommitmentFacts(("A", "B"), "gardent les jeunes au village la nuit", (), CommitmentKind.NO_VIOLENCE)
    tell.settles(389, "fanta", (peace,), people, FUL, read=389, signed=389, reader=FANTA, total=False,
                 mediation_goes_on=True, points="La trêve.", remaining="Le partage du bras.", lasts_until=ago(230),
                 called="trêve de la décrue")
    tell(225, "fanta", validity.lapse_agreement, LapseFacts(LapseReason.TERM, ago(229)), (Agreement, 1))
    tell.meets(215, "fanta", Result.AGREEMENT, "Le bras est partagé par jours de pêche.", women=12, men=35,
               place="Ké-Bozola", chair=FANTA)
    tell.settles(213, "fanta", (CommitmentFacts(
        ("A", "B"), "pêchent chacun trois jours par semaine", (), CommitmentKind.USE, checked_by=Check.WITNESS),),
        people, FUL, read=212, signed=212, reader=FANTA, number=2)
    tell(160, "fanta", validity.reject_agreement, RejectFacts(
        (), "Les jeunes pêcheurs de la rive gauche", ago(163), True, "le conseil du village",
        "Ils disent qu’on ne les a pas appelés."), (Agreement, 2))


def a_wider_convention(tell: Telling) -> None:
    """A convention of five villages took the place of what two had signed: nothing is left to follow here."""
    tell.begins(380, "fanta", "MAC", "Bourgoutière de Sarédou", DisputeKind.PASTURE, "Sarédou",
                (group(1, "Village de Sarédou", PartyKind.VILLAGE, asked=True),
                 group(2, "Campement de Tougouri-Daga", PartyKind.FRACTION)),
                ObjectFacts(Resource.BOURGOUTIERE, "La bourgoutière du sud.", name="Sinayé"))
    for party, name in ((1, "Alpha Tientani"), (2, "Amadou Barrani")):
        tell.speaks(379, "fanta", party, name, Mandate.CUSTOM, "chef")
    tell.accepted(375, "fanta")
    tell.meets(360, "fanta", Result.AGREEMENT, "Les animaux entrent après la coupe.", women=2, men=18,
               place="Sarédou", chair=FANTA)
    tell.settles(360, "fanta", (CommitmentFacts(("B",), "attend la coupe du bourgou", ("A",), CommitmentKind.CONDUCT),),
                 tuple(line(Signer.REPRESENTATIVE, number, Mark.SIGNED, FUL, FANTA) for number in (1, 2)), FUL,
                 read=359, signed=359, reader=FANTA)
    tell(260, "fanta", validity.replace_agreement, ReplaceFacts(
        None, "convention de cinq villages, signée à la mairie", ago(262)), (Agreement, 1))
    tell(250, "fanta", followup.close_dispute, CloseFacts(
        Ending.OVERTAKEN, "La convention de cinq villages règle tout.", ago(250)))


def the_wounded_ox(tell: Telling) -> None:
    """A draft given up, another amended; one promise is set free, a difficulty is explained, another is open."""
    tell.begins(240, "moussa", "MSG", "Bœuf de labour blessé", DisputeKind.LIVESTOCK, "Dialan-Peulh",
                (person(1, "Amadou Tamburani", sex=Sex.MAN, asked=True, language=FUL),
                 person(2, "Nianzé Coulibani", sex=Sex.MAN, language=BAM)),
                ObjectFacts(Resource.HERD, "Un bœuf de labour, blessé à la patte dans un champ."),
                relation=Relation.FARMER_HERDER, harms=(HarmFacts(HarmKind.CATTLE, 1, source="les deux"),))
    tell.accepted(236, "bakary", "drissa")
    tell.meets(228, "drissa", Result.AGREEMENT, "Chacun paie une part.", women=1, men=6, place="Dialan-Peulh",
               chair="Bakary Samakéni")
    ox = CommitmentFacts(("B",), "prête son bœuf jusqu’à la fin des labours", ("A",), CommitmentKind.KIND,
                         due_on=ago(190), checked_by=Check.WORD)
    pay = CommitmentFacts(("B",), "paie les soins du bœuf", ("A",), CommitmentKind.MONEY, Decimal(25000), "F\u00a0CFA",
                          due_on=ago(180), checked_by=Check.WITNESS)
    hedge = CommitmentFacts(("A",), "fait garder le troupeau par un adulte", ("B",), CommitmentKind.CONDUCT)
    tell.settles(228, "moussa", (pay,), (), BAM)
    tell(226, "moussa", agreements.abandon_agreement, AbandonFacts("B dit ne pas pouvoir payer tout.", ago(226)),
         (Agreement, 1))
    tell.settles(224, "moussa", (ox, pay), (), BAM, number=2)
    tell(222, "moussa", agreements.amend_agreement, AgreementFacts(
        Basis.PARTIES, AgreementForm.WRITTEN, True, ago(224), found_at=1, condition_who="La mairie",
        condition_what="rouvre le passage des troupeaux", condition_met=False,
        commitments=(ox, pay, hedge)), (Agreement, 2))
    tell(221, "moussa", agreements.read_aloud_agreement, agreements.rules.ReadAloudFacts(
        (BAM, FUL), "Drissa Coulibani", ("A", "B"), ago(221)), (Agreement, 2))
    tell(221, "moussa", agreements.sign_agreement, agreements.rules.SignFacts(both_sign(BAM, MOUSSA), ago(221)),
         (Agreement, 2))
    tell(215, "bakary", validity.endorse_agreement, EndorseFacts(VisaBy.CHAIR, happened_on=ago(215)), (Agreement, 2))
    tell(185, "drissa", followup.record_visit, VisitFacts((
        FindingFacts(2, CommitmentStage.KEPT), FindingFacts(3, CommitmentStage.NOT_KEPT)), ago(185)), (Agreement, 2))
    tell(184, "drissa", followup.strike_visit, StrikeFacts("Les réponses sont d’un autre dossier."), (Visit, 1))
    tell(183, "drissa", followup.record_visit, VisitFacts((
        FindingFacts(2, CommitmentStage.KEPT, note="rendu en bonne santé"),
        FindingFacts(3, CommitmentStage.PARTLY_KEPT, Lateness.NO_MEANS, "10 000 payés")), ago(183), "Drissa Coulibani"),
        (Agreement, 2))
    free = ReleaseFacts(("A",), "Son fils est malade ; A ne demande plus le reste.", "Amadou Tamburani", ago(171))
    tell.issues(183, "drissa", PaperKind.FOLLOW_UP, 2)
    failed = ConditionFacts(ConditionResult.FAILED, "Un voisin", ago(182))
    tell(181, "moussa", validity.note_condition, failed, (Agreement, 2))
    tell(180, "moussa", validity.strike_condition, StrikeFacts("Le voisin parlait d’un autre passage."),
         (ConditionNote, 1))
    tell(176, "moussa", validity.note_condition, ConditionFacts(
        ConditionResult.MET, "Le maire", ago(177), "Le passage est rouvert et marqué."), (Agreement, 2))
    tell(170, "drissa", followup.release_commitment, ReleaseFacts(("B",), "B dit que c’est bon.", happened_on=ago(172)),
         (Commitment, 4))
    tell(170, "drissa", followup.strike_release, StrikeFacts("Ce n’était pas cet engagement."), (CommitmentRelease, 1))
    tell(170, "drissa", followup.release_commitment, free, (Commitment, 3))
    tell(130, "moussa", followup.report_difficulty, ReportFacts(
        "Des bœufs sont passés la nuit.", (4,), "B", happened_on=ago(132), asked=AskedFirst.SIDES,
        voices=(Voice("A", "Ce n’étaient pas les nôtres."), Voice("B", "On a vu les traces."))), (Agreement, 2))
    tell(130, "moussa", followup.report_difficulty, ReportFacts("Des bœufs la nuit.", (), "B"), (Agreement, 2))
    tell(129, "moussa", followup.strike_difficulty, StrikeFacts("Écrite deux fois."), (Difficulty, 2))
    tell(110, "moussa", followup.settle_difficulty, SettleFacts(
        SettledHow.EXPLAINED, "Un troupeau de passage, reconnu à ses marques.", "le chef de village", ago(111)),
        (Difficulty, 1))
    tell(16, "moussa", followup.report_difficulty, ReportFacts(
        "L’enfant garde de nouveau le troupeau.", (4,), "B", happened_on=ago(17), asked=AskedFirst.MEDIATOR),
        (Agreement, 2))
    tell.issues(10, "drissa", PaperKind.CHRONOLOGY)
    tell.issues(9, "salimata", PaperKind.QUALITY)
    tell(8, "drissa", annul_paper, AnnulFacts("Imprimée trop tôt : le dossier n’est pas clos."), (Paper, 2))


TOLD = (
    the_field_of_the_widow,
    sent_back_by_the_judge,
    each_accuses_the_other,
    the_truce_and_the_young,
    a_wider_convention,
    the_wounded_ox,
)
