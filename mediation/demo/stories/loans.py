"""Loans, inheritances and sales: who may farm it now."""

from decimal import Decimal

from mediation.agreements.kinds import Check, CommitmentKind
from mediation.agreements.rules import CommitmentFacts
from mediation.demo.telling import Telling, ago, here, person
from mediation.disputes.kinds import DisputeKind, Relation, Resource, Scale, Trigger
from mediation.kernel import births, dates
from mediation.kernel.dates import Season, Unit
from mediation.land.kinds import RightKind
from mediation.land.rules import ObjectFacts
from mediation.papers.kinds import PaperKind
from mediation.parties.kinds import Language, Sex
from mediation.sessions.kinds import Result, SessionKind, SummonsChannel
from mediation.sessions.models import Summons
from mediation.sessions.rules import FailFacts, PlanFacts, ServiceFacts, SummonsFacts
from mediation.sessions.service import fail_mediation, issue_summons, record_service_summons, schedule_session

BAM = Language.BAMANANKAN


def a_borrowed_field_wanted_back(tell: Telling) -> None:
    """Just registered: the other side is not yet named."""
    tell.begins(
        3,
        "awa",
        "MSG",
        "Prêt de champ, retour demandé",
        DisputeKind.LENT_LAND,
        "Dialan-Marka",
        (person(1, "Nouhoum Diarrani", sex=Sex.MAN, born_on=dates.about_year(1958), asked=True),),
        began_on=dates.lasting(30, Unit.YEARS, ago(3).earliest),
        story="Le champ prêté au père est réclamé par les fils.",
    )


def the_shared_inheritance(tell: Telling) -> None:
    """Summoned twice, one side does not come; a planned session is late."""
    tell.begins(
        45,
        "moussa",
        "MSG",
        "Partage d’un champ d’héritage",
        DisputeKind.INHERITANCE,
        "Kabala-Kura",
        (
            person(
                1, "Fatoumata Sanogoni", sex=Sex.WOMAN, asked=True, born_on=births.aged(47, ago(45).earliest)
            ),
            person(2, "Lassina Sanogoni", sex=Sex.MAN, child_of="feu Tiémoko Sanogoni"),
        ),
        ObjectFacts(Resource.FIELD, "Le champ du père, au bord de la piste de Kabala.", area=Decimal("1.5")),
        relation=Relation.HEIRS,
        scale=Scale.FAMILY,
        triggers=(Trigger.DEATH,),
    )
    tell.accepted(40, "bakary", "drissa")
    tell(38, "moussa", issue_summons, SummonsFacts(
        2, channel=SummonsChannel.BY_HAND, happened_on=ago(38), text="Venez à Kabala-Kura dans huit jours, le matin."))
    tell(35, "moussa", record_service_summons, ServiceFacts(True, ago(36), "Drissa Coulibani"), (Summons, 1))
    tell.meets(
        30,
        "drissa",
        Result.ABSENCE,
        "B n’est pas venu ; A a attendu une heure.",
        came=(1,),
        absent=(2,),
        place="Kabala-Kura",
        women=2,
        men=1,
    )
    tell(29, "drissa", schedule_session, PlanFacts(ago(11), "9 h 30", here("Kabala-Kura"), SessionKind.JOINT))
    tell(28, "moussa", issue_summons, SummonsFacts(2, session=2, channel=SummonsChannel.BY_HAND, happened_on=ago(28)))
    tell.issues(28, "moussa", PaperKind.SUMMONS, 2)
    tell(26, "moussa", record_service_summons, ServiceFacts(True, ago(26), "Drissa Coulibani", "son frère"),
         (Summons, 2))


def the_plot_given_twice(tell: Telling) -> None:
    """Heard, and no agreement: non-conciliation, still open for the next step."""
    tell.begins(
        120,
        "kadia",
        "KAD",
        "Lot attribué deux fois",
        DisputeKind.SALE,
        "Woronkoro",
        (person(1, "Salif Traoréni", sex=Sex.MAN, asked=True), person(2, "Aminata Konéni", sex=Sex.WOMAN)),
        ObjectFacts(
            Resource.PLOT,
            "Le lot 112, vendu par deux personnes.",
            paper="deux lettres d’attribution",
            rights=(RightKind.PURCHASE,),
        ),
        relation=Relation.OTHER,
    )
    tell.accepted(115, "issa")
    tell.meets(
        100,
        "kadia",
        Result.NO_AGREEMENT,
        "Chacun montre sa lettre et garde sa position.",
        women=4,
        men=6,
        chair="Issa Ouattarani",
    )
    tell.meets(80, "kadia", Result.NO_AGREEMENT, "La mairie n’a pas retrouvé le registre.", women=3, men=5)
    tell(
        75,
        "issa",
        fail_mediation,
        FailFacts(ago(75), "Aucun point d’accord.", "La mairie doit d’abord répondre."),
    )


def the_field_annexed_by_the_borrower(tell: Telling) -> None:
    """Two land masters on the spot: read, waiting for signatures."""
    tell.begins(
        60,
        "kadia",
        "KAD",
        "Champ annexé par l’emprunteur",
        DisputeKind.LENT_LAND,
        "N’Tiéna-Sô",
        (person(1, "Dramane Bambani", sex=Sex.MAN), person(2, "Le kulufolo de Nafanabougou", asked=True)),
        ObjectFacts(
            Resource.FIELD,
            "Une parcelle prêtée, agrandie sur le champ du voisin.",
            since=dates.in_year(2006),
            rights=(RightKind.LOAN,),
        ),
        relation=Relation.LENDER_BORROWER,
    )
    tell.accepted(55, "issa")
    tell.meets(
        40,
        "kadia",
        Result.AGREEMENT,
        "Les anciennes limites sont connues de tous.",
        men=11,
        women=0,
        kind=SessionKind.SITE_VISIT,
        place="N’Tiéna-Sô",
        chair="Issa Ouattarani",
    )
    tell.settles(
        20,
        "kadia",
        (
            CommitmentFacts(
                ("A",),
                "rend la partie annexée après la récolte",
                ("B",),
                CommitmentKind.RESTITUTION,
                due_on=dates.in_season(Season.HARVEST, ago(0).earliest.year),
                checked_by=Check.VISIT,
            ),
        ),
        (),
        Language.SYENARA,
        read=15,
        reader="Kadia Dembélani",
    )


TOLD = (
    a_borrowed_field_wanted_back,
    the_shared_inheritance,
    the_plot_given_twice,
    the_field_annexed_by_the_borrower,
)
