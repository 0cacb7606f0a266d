"""From the village to the commune and the court: disputes that come back, leave, and change hands."""

from mediation.acts.strike import StrikeFacts
from mediation.acts.vocabulary import CommitmentStage, Ending, ReferralStage
from mediation.agreements.kinds import Check, CommitmentKind
from mediation.agreements.models import Agreement
from mediation.agreements.rules import CommitmentFacts, MemberFacts
from mediation.context.kinds import ProceedingKind, ProceedingStep
from mediation.context.rules import ProceedingFacts
from mediation.context.service import add_proceeding
from mediation.demo.telling import Telling, ago, both_sign, group, here, person
from mediation.disputes.kinds import (
    AttemptChannel,
    AttemptResult,
    Channel,
    CourtLevel,
    DisputeKind,
    Relation,
    Resource,
    TeamReason,
    Trigger,
)
from mediation.disputes.models import TeamMember
from mediation.disputes.rules import AssignFacts, AttemptFacts, DisputeFacts
from mediation.disputes.service import assign_dispute
from mediation.followup.kinds import Lateness
from mediation.followup.rules import CloseFacts, FindingFacts, VisitFacts
from mediation.followup.service import close_dispute, record_visit
from mediation.kernel import dates
from mediation.kernel.dates import Season
from mediation.land.kinds import RightKind
from mediation.land.rules import ObjectFacts
from mediation.land.service import add_object
from mediation.parties.kinds import Language, Mandate, PartyKind, Sex
from mediation.parties.service import add_party
from mediation.referrals.kinds import LinkKind
from mediation.referrals.models import Referral
from mediation.referrals.rules import AnswerFacts, LinkFacts, RecallFacts, ReferFacts
from mediation.referrals.service import answer_referral_dispute, recall_dispute, refer_dispute
from mediation.sessions.kinds import Result, SessionKind
from mediation.sessions.rules import FailFacts, PlanFacts
from mediation.sessions.service import fail_mediation, schedule_session
from mediation.teams import service as teams
from mediation.teams.kinds import BenchRole, InterestDecision, InterestKind, StandInCause
from mediation.teams.models import Interest, Replacement
from mediation.teams.rules import (
    BenchFacts,
    EndStandInFacts,
    InterestFacts,
    ReleaseFacts,
    ReplaceFacts,
    RestoreFacts,
    StandInFacts,
)
from mediation.validity.kinds import VisaBy
from mediation.validity.rules import EndorseFacts, TransmitFacts
from mediation.validity.service import endorse_agreement, transmit_agreement

BAM, SYE = Language.BAMANANKAN, Language.SYENARA
LOWLAND = "Le bas-fond entre les deux concessions : riz pendant les pluies, jardins après."
NEGUE = person(1, "Nègué Fombani", sex=Sex.MAN, asked=True, language=BAM, child_of="feu Tiécoura Fombani")
LAMINE = person(2, "Lamine Bagayokani", sex=Sex.MAN, language=BAM)


def the_lowland_that_comes_back(tell: Telling) -> None:
    """One quarrel in three disputes: settled in the village, back in the village, then before the commune."""
    what = ObjectFacts(Resource.FIELD, LOWLAND, rights=(RightKind.INHERITANCE, RightKind.LOAN), use="riz, oignon")
    tell.begins(820, "siaka", "FAR", "Bas-fond partagé en deux", DisputeKind.FIELD_LIMIT, "Farako-Sô",
                (NEGUE, LAMINE), what, relation=Relation.NEIGHBOURS)
    tell.accepted(815, "siaka")
    tell.meets(810, "siaka", Result.AGREEMENT, "Le vieux sentier partage le bas-fond ; chacun garde son côté.",
               kind=SessionKind.SITE_VISIT, place="Farako-Sô", chair="Siaka Doumbiani", women=2, men=7)
    tell.settles(810, "siaka", (CommitmentFacts(("A", "B"), "plantent une haie de pourghère le long du sentier", (),
                                                CommitmentKind.MARKING, due_on=ago(740), checked_by=Check.VISIT),),
                 both_sign(BAM, "Siaka Doumbiani"), BAM, read=808, signed=808, reader="Siaka Doumbiani")
    tell(700, "siaka", record_visit, VisitFacts((FindingFacts(1, CommitmentStage.KEPT, note="la haie a pris"),),
                                                ago(700), "Siaka Doumbiani"), (Agreement, 1))
    tell(690, "siaka", close_dispute, CloseFacts(Ending.KEPT, happened_on=ago(690)))
    _back_in_the_village(tell, what)
    _before_the_commune(tell, what)


def _back_in_the_village(tell: Telling, what: ObjectFacts) -> None:
    """The hedge has died: the village tries again, and sends the dossier to the commune."""
    tell.begins(265, "siaka", "FAR", "Bas-fond : la haie est morte", DisputeKind.FIELD_LIMIT, "Farako-Sô",
                (NEGUE, LAMINE), what, follows=LinkFacts(LinkKind.RECURRENCE, tell.references[0]),
                relation=Relation.NEIGHBOURS, triggers=(Trigger.SEASON,))
    tell.accepted(262, "siaka")
    tell.meets(255, "siaka", Result.NO_AGREEMENT, "Le feu a pris la haie. A dit que B l’a mis, B dit que non.",
               place="Farako-Sô", women=1, men=9)
    tell(248, "siaka", fail_mediation, FailFacts(ago(248), "Le côté du puits.", "Les aînés ne sont plus écoutés."))
    tell(245, "siaka", refer_dispute, ReferFacts(
        "Bas-fond de Farako-Sô, deuxième fois", DisputeKind.FIELD_LIMIT,
        "Nous avons essayé deux fois. Nous demandons à la commune de venir voir le bas-fond.", "MSG",
        place=here("Farako-Sô"), sent="les deux procès-verbaux du village", happened_on=ago(245)))


def _before_the_commune(tell: Telling, what: ObjectFacts) -> None:
    """The commune takes it over with another team; one promise is not kept, and the court is seised beside."""
    tell.takes_over(240, "moussa", DisputeFacts(
        "Bas-fond de Farako-Sô, deuxième fois", DisputeKind.FIELD_LIMIT, Channel.REFERRED, here("Farako-Sô"), ago(240),
        came_from="Commission foncière villageoise de Farako-Sô", relation=Relation.NEIGHBOURS))
    for party in (NEGUE, LAMINE):
        tell(240, "moussa", add_party, party)
    tell(240, "moussa", add_object, what)
    tell.accepted(236, "bakary", "awa")
    tell(235, "bakary", assign_dispute, AssignFacts(*tell.cast["drissa"]))
    tell(234, "moussa", teams.declare_interest, InterestFacts(InterestKind.BUSINESS, team_member=2, party=2))
    tell(233, "moussa", teams.strike_interest, StrikeFacts("C’est un autre Lamine Bagayokani."), (Interest, 1))
    tell(232, "awa", teams.declare_interest, InterestFacts(
        InterestKind.SAME_VILLAGE, team_member=1, party=1, words="née à Farako-Sô, chez sa mère",
        decision=InterestDecision.STANDS_BACK, decided_by="le président", happened_on=ago(232)))
    tell(231, "bakary", teams.replace_mediator_dispute, ReplaceFacts(
        None, "Tènin Sanogoni", TeamReason.INTEREST, ago(231).earliest, "conseillère communale"), (TeamMember, 1))
    tell(230, "bakary", teams.set_lead_dispute, None, (TeamMember, 2))
    tell(226, "moussa", teams.replace_bench, BenchFacts(
        BenchRole.CHAIR, ago(226).earliest, member=1, name="Rokia Malléni", quality="représentante des femmes",
        reason="Le président est l’oncle maternel de B."))
    tell.meets(225, "drissa", Result.GOES_ON, "Le bas-fond est suivi à pied, puits compris.", women=4, men=11,
               kind=SessionKind.SITE_VISIT, place="Farako-Sô", chair="Rokia Malléni")
    tell.meets(210, "drissa", Result.AGREEMENT, "B garde le puits, A passe à travers le jardin pour y puiser.",
               place="Farako-Sô", chair="Rokia Malléni", women=6, men=10, decided="Un passage de deux mètres.")
    tell.settles(208, "moussa", (
        CommitmentFacts(("B",), "ouvre un passage de deux mètres jusqu’au puits", ("A",), CommitmentKind.PASSAGE,
                        due_on=ago(150), checked_by=Check.VISIT),
        CommitmentFacts(("A", "B"), "remplacent la haie brûlée par une ligne de pierres", (), CommitmentKind.MARKING,
                        due_on=dates.in_season(Season.HOT, ago(200).earliest.year + 1), checked_by=Check.VISIT)),
        both_sign(BAM, "Moussa Sangarani"), BAM, read=205, signed=204, reader="Drissa Coulibani",
        committee=(MemberFacts("Tènin Sanogoni", "conseillère communale"), MemberFacts("le fils aîné", None, "B")))
    tell(200, "moussa", teams.restore_bench, RestoreFacts(ago(200).earliest, "L’accord est signé."), (Replacement, 1))
    tell(150, "bakary", teams.release_mediator_dispute, ReleaseFacts(TeamReason.BUSY, ago(150).earliest),
         (TeamMember, 3))
    tell(120, "drissa", record_visit, VisitFacts(
        (FindingFacts(1, CommitmentStage.NOT_KEPT, Lateness.HARVEST, "du maïs est semé sur le passage"),), ago(120),
        "Drissa Coulibani", women=1, men=3, said="B demande d’attendre la fin de la récolte."), (Agreement, 1))
    tell(60, "moussa", add_proceeding, ProceedingFacts(
        ProceedingKind.CIVIL, "Tribunal de Dioïla", ago(63), CourtLevel.TRIBUNAL, "RG 112", side=1,
        step=ProceedingStep.UNDER_WAY))


def waiting_for_the_cercle(tell: Telling) -> None:
    """Two communes are concerned: the dossier waits at the commission of the cercle."""
    tell.begins(48, "kadia", "KAD", "Forêt de karités entre deux communes", DisputeKind.FOREST, "Sanzana-Fing",
                (group(1, "Femmes ramasseuses de Sanzana-Fing", PartyKind.ASSOCIATION, members=42, asked=True),
                 group(2, "Hameau de Kafono-Daga", PartyKind.VILLAGE)),
                ObjectFacts(Resource.TREES, "Les karités au bord de la rivière : qui ramasse, et de quel côté.",
                            season="de mai à août", rights=(RightKind.CUSTOM,)))
    tell.speaks(47, "kadia", 1, "Awa Traoréni", Mandate.ASSEMBLY, "présidente")
    tell.accepted(44, "issa")
    tell.meets(36, "kadia", Result.GOES_ON, "Le hameau dit dépendre d’une autre commune.", women=17, men=5,
               languages=(SYE,), place="Sanzana-Fing")
    tell(20, "kadia", refer_dispute, ReferFacts(
        "Karités entre deux communes", DisputeKind.FOREST,
        "Le hameau relève d’une autre commune. Merci d’entendre les deux communes ensemble.", "CKA",
        place=here("Sanzana-Fing"), sent="la saisine et le compte rendu de la séance", happened_on=ago(20)))


def nobody_answered(tell: Telling) -> None:
    """Outside the register: the first letter had no answer and came back; the second still waits."""
    tell.begins(170, "fanta", "MAC", "Bois coupé dans la forêt classée", DisputeKind.FOREST, "Welin-Bamana",
                (group(1, "Village de Welin-Bamana", PartyKind.VILLAGE, asked=True),
                 person(2, "Oumar Tapéni", sex=Sex.MAN, quality="exploitant de bois")),
                ObjectFacts(Resource.FOREST, "Une coupe de bois mort, et des arbres verts avec."),
                relation=Relation.CITIZEN_STATE)
    tell.speaks(169, "fanta", 1, "Bégué Coulibani", Mandate.CUSTOM, "chef de village")
    tell.accepted(165, "fanta")
    letter = ReferFacts("Coupe de bois à Welin-Bamana", DisputeKind.FOREST, "Cette coupe avait-elle une autorisation ?",
                        receiver_name="Cantonnement des Eaux et Forêts de Macina", happened_on=ago(150))
    tell(150, "fanta", refer_dispute, letter)
    tell(95, "fanta", recall_dispute, RecallFacts(ReferralStage.UNANSWERED, happened_on=ago(95)), (Referral, 1))
    tell.meets(80, "fanta", Result.GOES_ON, "Chacun attend ce que dira le service forestier.", women=3, men=12)
    tell(40, "fanta", refer_dispute, ReferFacts(
        "Coupe de bois à Welin-Bamana", DisputeKind.FOREST, "Deuxième lettre : cette coupe était-elle autorisée ?",
        receiver_name="Cantonnement des Eaux et Forêts de Macina", sent="la première lettre", happened_on=ago(40)))


def decided_by_the_sub_prefect(tell: Telling) -> None:
    """A limit between two villages is for the administration: it decided, and the dispute is closed here."""
    tell.begins(330, "moussa", "MSG", "Limite entre Tiébougou-Ba et Falla-Dugu", DisputeKind.VILLAGE_LIMIT,
                "Tiébougou-Ba",
                (group(1, "Village de Tiébougou-Ba", PartyKind.VILLAGE, asked=True),
                 group(2, "Village de Falla-Dugu", PartyKind.VILLAGE)),
                ObjectFacts(Resource.FALLOW, "La jachère au nord de la piste ; chaque village la dit sienne.",
                            evidence="compte rendu du chef d’arrondissement, 1972"),
                attempts=(AttemptFacts(AttemptChannel.ADMINISTRATIVE, "chef d’arrondissement", dates.in_year(1972),
                                       AttemptResult.DECIDED, "limite tracée du grand lingué à la rivière"),))
    tell.accepted(322, "bakary", "drissa")
    tell(300, "bakary", refer_dispute, ReferFacts(
        "Limite entre deux villages", DisputeKind.VILLAGE_LIMIT,
        "Une limite de village est de votre compétence. Nous restons à disposition.", "SPM", happened_on=ago(300)))
    tell(210, "moussa", answer_referral_dispute, AnswerFacts(
        ReferralStage.DECIDED, "9", "La limite de 1972 est confirmée, des bornes seront posées.",
        ago(214)), (Referral, 1))


def the_uncle_of_the_secretary(tell: Telling) -> None:
    """A party is the secretary's uncle: a supervisor names who keeps this dispute instead."""
    tell.begins(33, "moussa", "MSG", "Parcelle gagée et pas rendue", DisputeKind.LENT_LAND, "Kabala-Kura",
                (person(1, "Djénéba Kéléni", sex=Sex.WOMAN, asked=True),
                 person(2, "Salif Sangarani", sex=Sex.MAN, born_on=dates.about_year(1950))),
                ObjectFacts(Resource.PLOT, "Un demi-hectare donné en gage contre un bœuf de labour.",
                            rights=(RightKind.PLEDGE,)))
    tell.accepted(30, "bakary", "awa")
    tell(30, "moussa", teams.declare_interest, InterestFacts(
        InterestKind.RELATIVE, member=2, party=2, words="son oncle", decision=InterestDecision.STANDS_BACK))
    tell(28, "salimata", teams.name_standin, StandInFacts(
        tell.cast["drissa"][0], StandInCause.INTEREST, "Le secrétaire est le neveu de B."))
    tell.meets(14, "awa", Result.GOES_ON, "Le bœuf est mort depuis ; on cherche ce qu’il valait.", women=3, men=3,
               place="Kabala-Kura")
    tell(13, "drissa", schedule_session, PlanFacts(ago(-6), "9 h", here("Kabala-Kura"), SessionKind.JOINT))


def kept_while_she_was_ill(tell: Telling) -> None:
    """The only secretary was ill for a month: another kept the dispute, and gave it back."""
    tell.begins(190, "kadia", "KAD", "Canal bouché entre deux rizières", DisputeKind.WATER_POINT, "Nafanabougou-Ni",
                (person(1, "Yah Berthéni", sex=Sex.WOMAN, asked=True), person(2, "Brahima Konéni", sex=Sex.MAN)),
                ObjectFacts(Resource.FIELD, "Deux rizières et le petit canal qui les sépare."),
                relation=Relation.FARMERS)
    tell.accepted(186, "issa")
    tell(180, "salimata", teams.name_standin, StandInFacts(
        tell.cast["hawa"][0], StandInCause.ABSENT, "La secrétaire est à l’hôpital de Sikasso."))
    tell(172, "hawa", schedule_session, PlanFacts(ago(168), "16 h", here("Nafanabougou-Ni")))
    tell.meets(168, "hawa", Result.AGREEMENT, "Le canal est débouché devant tous.", women=5, men=6, planned=1,
               place="Nafanabougou-Ni", chair="Issa Ouattarani")
    tell(150, "salimata", teams.end_standin, EndStandInFacts("La secrétaire est revenue."), (Replacement, 1))
    tell.settles(145, "kadia", (CommitmentFacts(
        ("A", "B"), "curent le canal ensemble avant les pluies", (), CommitmentKind.CONDUCT, yearly=True,
        first_year=ago(145).earliest.year, window="en mai", checked_by=Check.WITNESS),),
        both_sign(SYE, "Kadia Dembélani"), SYE, read=140, signed=140, reader="Kadia Dembélani")
    tell(130, "issa", endorse_agreement, EndorseFacts(VisaBy.CHAIR, "Issa Ouattarani", ago(130)), (Agreement, 1))
    tell(118, "kadia", transmit_agreement, TransmitFacts("Tribunal de Kadiolo", ago(119), "n° 4"), (Agreement, 1))
    tell(75, "kadia", record_visit, VisitFacts(
        (FindingFacts(1, CommitmentStage.KEPT, for_year=ago(75).earliest.year),), ago(75), "Kadia Dembélani"),
        (Agreement, 1))


TOLD = (
    the_lowland_that_comes_back,
    waiting_for_the_cercle,
    nobody_answered,
    decided_by_the_sub_prefect,
    the_uncle_of_the_secretary,
    kept_while_she_was_ill,
)
