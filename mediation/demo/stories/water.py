"""Water, herds, pastures and fisheries."""

from decimal import Decimal

from mediation.acts.vocabulary import CommitmentStage
from mediation.agreements.kinds import AgreementForm, Basis, Check, CommitmentKind, Mark, Signer
from mediation.agreements.models import Agreement
from mediation.agreements.rules import AgreementFacts, CommitmentFacts, LineFacts, OralFacts, WitnessFacts
from mediation.agreements.service import record_oral_agreement
from mediation.demo.telling import Telling, ago, group, here, line, person
from mediation.disputes.kinds import (
    AttemptChannel,
    AttemptResult,
    Channel,
    DisputeKind,
    HarmKind,
    Relation,
    Resource,
    Scale,
    Trigger,
)
from mediation.disputes.rules import AttemptFacts, HarmFacts
from mediation.followup import rules as visits
from mediation.followup.rules import FindingFacts, VisitFacts
from mediation.followup.service import plan_visit, record_visit
from mediation.kernel import dates
from mediation.land.rules import ObjectFacts
from mediation.parties.kinds import Language, Mandate, PartyKind, Sex
from mediation.sessions.kinds import Result, SessionKind, SummonsChannel
from mediation.sessions.models import MediationSession, Summons
from mediation.sessions.rules import DefaultFacts, PlanFacts, PostponeFacts, ServiceFacts, SummonsFacts
from mediation.sessions.service import (
    default_mediation,
    issue_summons,
    postpone_session,
    record_service_summons,
    schedule_session,
)

BAM = Language.BAMANANKAN


def five_oxen_in_the_sorghum(tell: Telling) -> None:
    """Damage valued in the field, word given before witnesses, paid the next day: one page, all oral.

    Nobody wrote down who sat: its minutes say what they lack.
    """
    tell.begins(
        25,
        "fanta",
        "MAC",
        "Cinq bœufs dans un champ de sorgho",
        DisputeKind.CROP_DAMAGE,
        "Sarédou",
        (person(1, "Ibréma", sex=Sex.MAN, asked=True), person(2, "Aboubakry", sex=Sex.MAN)),
        ObjectFacts(
            Resource.HARVEST, "Un champ de sorgho piétiné.", quantity=Decimal("1"), unit="sac de sorgho"
        ),
        relation=Relation.FARMER_HERDER,
        triggers=(Trigger.HARVEST,),
        harms=(HarmFacts(HarmKind.FIELDS, 1, source="les deux parties, sur place"),),
    )
    tell.accepted(25, "fanta")
    tell.meets(
        24,
        "fanta",
        Result.AGREEMENT,
        "Le dégât est estimé ensemble, dans le champ.",
        kind=SessionKind.SITE_VISIT,
        place="Sarédou",
        men=7,
        women=0,
    )
    tell(
        24,
        "fanta",
        record_oral_agreement,
        OralFacts(
            AgreementFacts(
                Basis.PARTIES,
                AgreementForm.ORAL,
                True,
                ago(24),
                commitments=(
                    CommitmentFacts(
                        ("B",),
                        "paie le montant de l’estimation",
                        ("A",),
                        CommitmentKind.MONEY,
                        Decimal("20000"),
                        "F\u00a0CFA",
                        through="le chef local",
                        due_on=ago(23),
                        checked_by=Check.WITNESS,
                    ),
                ),
                witnesses=(WitnessFacts("les membres du comité", None),),
                found_at=1,
            ),
            (
                LineFacts(Signer.PARTY, 1, Mark.WORD, "le chef local"),
                LineFacts(Signer.PARTY, 2, Mark.WORD, "le chef local"),
            ),
            ago(24),
        ),
    )
    tell(
        22,
        "fanta",
        record_visit,
        VisitFacts(
            happened_on=ago(23),
            made_by="Fanta Thiéroni",
            findings=(FindingFacts(1, CommitmentStage.KEPT, note="remis au chef devant le comité"),),
        ),
        (Agreement, 1),
    )


def the_second_well(tell: Telling) -> None:
    """Two wells two metres apart, sent by the court: the next session is this week."""
    tell.begins(
        35,
        "fanta",
        "MAC",
        "Second puits creusé près du premier",
        DisputeKind.WATER_POINT,
        "Tougouri-Daga",
        (
            person(1, "Mohamed Ag Ilyas", sex=Sex.MAN, asked=True, language=Language.TAMASHEQ),
            person(2, "Alhassane Ag Moussa", sex=Sex.MAN, language=Language.TAMASHEQ),
        ),
        ObjectFacts(Resource.WELL, "Un second puits à deux mètres du premier.", since=dates.in_year(2006)),
        channel=Channel.REFERRED,
        came_from="tribunal",
        their_number="RG 41",
        relation=Relation.HERDERS,
        attempts=(
            AttemptFacts(AttemptChannel.COURT, "tribunal", dates.in_year(2006), AttemptResult.PENDING),
        ),
    )
    tell.accepted(33, "fanta")
    tell.meets(
        20,
        "fanta",
        Result.GOES_ON,
        "Chacun explique pourquoi il a creusé.",
        place="Tougouri-Daga",
        men=8,
        women=2,
        languages=(Language.TAMASHEQ,),
    )
    tell(
        19,
        "fanta",
        schedule_session,
        PlanFacts(ago(-2), "8 h", here("Tougouri-Daga"), SessionKind.SITE_VISIT),
    )


def the_fishery_of_three_villages(tell: Telling) -> None:
    """Sixty years of quarrel, ended by joking cousins; the convention is signed and followed up."""
    tell.begins(
        200,
        "fanta",
        "MAC",
        "Pêcherie disputée par trois villages",
        DisputeKind.FISHING_GROUND,
        "Ké-Bozola",
        (
            group(1, "Village de Ké-Bozola", PartyKind.VILLAGE, asked=True, language=Language.BOZO),
            group(2, "Village de Welin-Bozo", PartyKind.VILLAGE, language=Language.BOZO),
            group(3, "Village de Tougouri-Daga", PartyKind.VILLAGE, language=Language.BOZO),
        ),
        ObjectFacts(Resource.FISHERY, "La pêcherie du bras mort, au sud de Ké-Bozola."),
        began_on=dates.on(dates.calendar_day(1958, 6, 28)),
        scale=Scale.VILLAGES,
        relation=Relation.FISHERS,
        villages=(here("Welin-Bozo"), here("Tougouri-Daga")),
        attempts=(
            AttemptFacts(
                AttemptChannel.ADMINISTRATIVE,
                "plusieurs préfets",
                dates.in_decade(1980),
                AttemptResult.FAILED,
            ),
        ),
    )
    for party, name in ((1, "Bakaye Karabéni"), (2, "Mama Tientani"), (3, "Sékou Famantani")):
        tell.speaks(199, "fanta", party, name, Mandate.CUSTOM, "chef de village")
    tell.accepted(195, "fanta")
    tell.meets(
        180,
        "fanta",
        Result.AGREEMENT,
        "Les cousins à plaisanterie demandent le pardon de tous.",
        came=(1, 2, 3),
        kind=SessionKind.DELEGATION,
        place="Ké-Bozola",
        chair="Fanta Thiéroni",
        participants=60,
    )
    tell.settles(
        157,
        "fanta",
        (
            CommitmentFacts(
                ("A", "B", "C"),
                "gèrent la pêcherie ensemble, chacun à son tour",
                (),
                CommitmentKind.CONDUCT,
                due_on=ago(-30),
                checked_by=Check.VISIT,
            ),
            CommitmentFacts(
                ("A", "B", "C"),
                "annoncent la réconciliation dans les villages",
                (),
                CommitmentKind.ANNOUNCEMENT,
                due_on=ago(150),
                checked_by=Check.WITNESS,
            ),
        ),
        tuple(
            line(Signer.REPRESENTATIVE, n, Mark.SIGNED, Language.BOZO, "Fanta Thiéroni") for n in (1, 2, 3)
        ),
        Language.BOZO,
        read=157,
        signed=157,
        reader="un communicateur traditionnel",
    )
    tell(
        150,
        "fanta",
        record_visit,
        VisitFacts(
            happened_on=ago(150),
            made_by="Fanta Thiéroni",
            findings=(FindingFacts(2, CommitmentStage.KEPT, note="annoncé au marché"),),
        ),
        (Agreement, 1),
    )
    tell(149, "fanta", plan_visit, visits.PlanFacts(ago(5)), (Agreement, 1))


def the_corridor_and_the_gardens(tell: Telling) -> None:
    """Accepted, in mediation; a session put off because of the rains."""
    tell.begins(
        28,
        "moussa",
        "MSG",
        "Passage des animaux près des jardins",
        DisputeKind.CORRIDOR,
        "Kabala-Kura",
        (
            group(1, "Groupement des jardins", PartyKind.ASSOCIATION, members=31, asked=True),
            group(2, "Association du parc à bétail", PartyKind.ASSOCIATION),
        ),
        ObjectFacts(Resource.CORRIDOR, "Le couloir entre le marigot et le parc.", season="saison froide"),
        relation=Relation.FARMER_HERDER,
        triggers=(Trigger.EARLY_HERDS,),
    )
    tell.speaks(27, "moussa", 1, "Assétou Marikoni", Mandate.ASSEMBLY, "présidente")
    tell.speaks(27, "moussa", 2, "Hamidou Sidibéni", Mandate.LAW, "secrétaire")
    tell.accepted(26, "bakary", "awa")
    tell.meets(
        16,
        "awa",
        Result.GOES_ON,
        "A accepte de fermer les jardins avec une haie.",
        place="Kabala-Kura",
        women=6,
        men=8,
        languages=(BAM, Language.FULFULDE),
    )
    tell(15, "awa", schedule_session, PlanFacts(ago(6), "9 h 30", here("Kabala-Kura"), SessionKind.JOINT))
    tell(
        7,
        "awa",
        postpone_session,
        PostponeFacts("La piste est coupée par les pluies.", ago(0), "9 h 30", here("Kabala-Kura")),
        (MediationSession, 2),
    )


def the_herder_who_never_came(tell: Telling) -> None:
    """Summoned and summoned again: default."""
    tell.begins(
        100,
        "kadia",
        "KAD",
        "Bœufs de passage dans le coton",
        DisputeKind.CROP_DAMAGE,
        "Sanzana-Fing",
        (person(1, "Yacouba Sogodogoni", sex=Sex.MAN, asked=True), person(2, "un berger nommé Demba")),
        ObjectFacts(Resource.FIELD, "Un champ de coton, la veille de la récolte."),
        relation=Relation.FARMER_HERDER,
    )
    tell.accepted(98, "issa")
    for number, day in ((1, 95), (2, 85), (3, 75)):
        tell(
            day,
            "kadia",
            issue_summons,
            SummonsFacts(
                2,
                channel=SummonsChannel.VILLAGE_CHIEF,
                happened_on=ago(day),
                text="Venez à la commission de Kadiolo dans cinq jours.",
            ),
        )
        tell(
            day - 2,
            "kadia",
            record_service_summons,
            ServiceFacts(True, ago(day - 1), "le chef de village"),
            (Summons, number),
        )
        tell.meets(
            day - 5, "kadia", Result.ABSENCE, "B n’est pas venu.", came=(1,), absent=(2,), men=4, women=0
        )
    tell(
        65, "issa", default_mediation, DefaultFacts(ago(65), "Trois convocations remises, jamais de réponse.")
    )


TOLD = (
    five_oxen_in_the_sorghum,
    the_second_well,
    the_fishery_of_three_villages,
    the_corridor_and_the_gardens,
    the_herder_who_never_came,
)
