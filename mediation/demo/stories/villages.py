"""Villages, communities and companies: many people, partial settlements, commitments not kept."""

from mediation.acts.vocabulary import CommitmentStage, Ending
from mediation.agreements.kinds import Check, CommitmentKind, Mark, Signer
from mediation.agreements.models import Agreement
from mediation.agreements.rules import CommitmentFacts
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
from mediation.followup.kinds import Lateness
from mediation.followup.rules import CloseFacts, FindingFacts, VisitFacts
from mediation.followup.service import close_dispute, record_visit
from mediation.kernel import dates
from mediation.land.kinds import RightKind
from mediation.land.rules import ObjectFacts
from mediation.parties.kinds import Language, Mandate, PartyKind, Sex
from mediation.sessions.kinds import Result, SessionKind, SummonsChannel
from mediation.sessions.rules import SummonsFacts
from mediation.sessions.service import issue_summons

BAM, FUL = Language.BAMANANKAN, Language.FULFULDE


def twin_villages(tell: Telling) -> None:
    """Two villages of one name share a pasture; accepted, summoned, nobody heard yet."""
    tell.begins(
        14,
        "moussa",
        "MSG",
        "Pâturage entre les deux Dialan",
        DisputeKind.PASTURE,
        "Dialan-Peulh",
        (
            group(1, "Village de Dialan-Peulh", PartyKind.VILLAGE, asked=True, language=FUL),
            group(2, "Village de Dialan-Marka", PartyKind.VILLAGE, language=BAM),
        ),
        ObjectFacts(
            Resource.PASTURE, "La plaine basse, entre les deux villages.", rights=(RightKind.CUSTOM,)
        ),
        channel=Channel.WRITTEN,
        scale=Scale.VILLAGES,
        relation=Relation.HERDERS,
        villages=(here("Dialan-Marka"),),
    )
    tell.speaks(13, "moussa", 1, "Amadou Tamburani", Mandate.CUSTOM, "chef de village")
    tell.speaks(13, "moussa", 2, "Nianzé Coulibani", Mandate.CUSTOM, "chef de village")
    tell.accepted(10, "bakary", "drissa")
    for party in (1, 2):
        tell(
            8,
            "moussa",
            issue_summons,
            SummonsFacts(
                party,
                channel=SummonsChannel.CRIER,
                happened_on=ago(8),
                text="Que les deux villages viennent à la mairie de Massigui, lundi en huit.",
            ),
        )


def heard_before_being_accepted(tell: Telling) -> None:
    """The field day came first: people were heard before the commission examined the saisine."""
    tell.begins(
        12,
        "awa",
        "MSG",
        "Borne déplacée sur la route de Falla",
        DisputeKind.FIELD_LIMIT,
        "Falla-Dugu",
        (person(1, "Chaka Mariko-Sô", sex=Sex.MAN, asked=True), person(2, "Sitan Mariko-Ba", sex=Sex.WOMAN)),
        ObjectFacts(Resource.FIELD, "La borne d’angle a bougé de douze pas."),
        channel=Channel.EX_OFFICIO,
    )
    tell.meets(
        12,
        "awa",
        Result.GOES_ON,
        "Les deux montrent la place de la borne.",
        kind=SessionKind.SITE_VISIT,
        place="Falla-Dugu",
        women=1,
        men=4,
    )


def a_truce_between_communities(tell: Telling) -> None:
    """A partial settlement: the talks go on about what remains."""
    tell.begins(
        150,
        "fanta",
        "MAC",
        "Violences autour du marché de Sarédou",
        DisputeKind.VIOLENCE,
        "Sarédou",
        (
            group(1, "Communauté des éleveurs de Sarédou", PartyKind.COMMUNITY, language=FUL),
            group(2, "Communauté des cultivateurs de Sarédou", PartyKind.COMMUNITY, language=BAM),
        ),
        ObjectFacts(Resource.MARKET, "L’accès au marché et aux champs du sud."),
        channel=Channel.ALERT,
        began_on=dates.in_year(2017),
        scale=Scale.COMMUNITIES,
        relation=Relation.FARMER_HERDER,
        triggers=(Trigger.RUMOUR, Trigger.RETURN),
        resources=(Resource.MARKET, Resource.FIELD),
        harms=(
            HarmFacts(HarmKind.DEAD, 3, source="mairie"),
            HarmFacts(HarmKind.DEAD, 5, source="radio locale"),
            HarmFacts(HarmKind.DISPLACED, 140, source="mairie"),
            HarmFacts(HarmKind.CATTLE),
        ),
        attempts=(
            AttemptFacts(AttemptChannel.RELIGIOUS, "les imams", dates.in_year(2019), AttemptResult.NOT_KEPT),
        ),
    )
    tell.speaks(149, "fanta", 1, "Sambourou Barrani", Mandate.ASSEMBLY)
    tell.speaks(149, "fanta", 2, "Aly Tapilani", Mandate.ASSEMBLY)
    tell.accepted(148, "fanta")
    tell.meets(
        140, "fanta", Result.GOES_ON, "Écoutés à part, à leur demande.", came=(1,), kind=SessionKind.SEPARATE
    )
    tell.meets(139, "fanta", Result.GOES_ON, "Écoutés à part.", came=(2,), kind=SessionKind.SEPARATE)
    tell.meets(
        120,
        "fanta",
        Result.AGREEMENT,
        "Le marché d’abord, les champs ensuite.",
        place="Sarédou",
        chair="Fanta Thiéroni",
        women=14,
        men=52,
        languages=(FUL, BAM),
    )
    tell.settles(
        120,
        "fanta",
        (
            CommitmentFacts(
                ("A", "B"),
                "laissent le marché ouvert à tous",
                (),
                CommitmentKind.EMBARGO,
                due_on=ago(110),
                checked_by=Check.VISIT,
            ),
            CommitmentFacts(
                ("A", "B"), "renoncent à toute violence et le font savoir", (), CommitmentKind.NO_VIOLENCE
            ),
        ),
        (
            line(Signer.REPRESENTATIVE, 1, Mark.SIGNED, FUL, "Fanta Thiéroni"),
            line(Signer.REPRESENTATIVE, 2, Mark.SIGNED, BAM, "Fanta Thiéroni"),
        ),
        FUL,
        read=119,
        signed=118,
        reader="Fanta Thiéroni",
        total=False,
        mediation_goes_on=True,
        points="Le marché.",
        remaining="Les champs du sud.",
        women=14,
        men=52,
    )


def the_mine_and_the_village(tell: Telling) -> None:
    """Commitments partly kept; closed with what was found."""
    tell.begins(
        300,
        "kadia",
        "KAD",
        "Site d’orpaillage et champs de Nafanabougou",
        DisputeKind.GOLD_SITE,
        "Nafanabougou-Ni",
        (
            group(1, "Village de Nafanabougou-Ni", PartyKind.VILLAGE, asked=True),
            group(2, "Société des placers du sud", PartyKind.COMPANY),
        ),
        ObjectFacts(Resource.MINE, "Les trous au bord des champs, et l’eau salie."),
        relation=Relation.VILLAGE_COMPANY,
        triggers=(Trigger.WORKS,),
    )
    tell.speaks(299, "kadia", 1, "Daouda Berthéni", Mandate.CUSTOM, "chef de village")
    tell.speaks(299, "kadia", 2, "Abdoulaye Sidibéni", Mandate.LAW, "directeur")
    tell.accepted(295, "issa")
    tell.meets(
        280,
        "kadia",
        Result.AGREEMENT,
        "La société reconnaît les trous.",
        place="Nafanabougou-Ni",
        chair="Issa Ouattarani",
        women=7,
        men=15,
    )
    tell.settles(
        270,
        "kadia",
        (
            CommitmentFacts(
                ("B",),
                "rebouche les trous au bord des champs",
                ("A",),
                CommitmentKind.CONDUCT,
                due_on=ago(200),
                checked_by=Check.VISIT,
            ),
            CommitmentFacts(
                ("B",),
                "creuse un puits pour le village",
                ("A",),
                CommitmentKind.KIND,
                due_on=ago(150),
                checked_by=Check.PHOTO,
            ),
        ),
        (
            line(Signer.REPRESENTATIVE, 1, Mark.THUMBPRINT, Language.SYENARA, "Kadia Dembélani"),
            line(Signer.REPRESENTATIVE, 2, Mark.SIGNED, Language.FRENCH, "Kadia Dembélani"),
        ),
        Language.SYENARA,
        read=268,
        signed=265,
        reader="Kadia Dembélani",
    )
    tell(
        140,
        "kadia",
        record_visit,
        VisitFacts(
            happened_on=ago(140),
            made_by="Kadia Dembélani",
            findings=(
                FindingFacts(1, CommitmentStage.KEPT),
                FindingFacts(2, CommitmentStage.NOT_KEPT, Lateness.NO_MEANS),
            ),
        ),
        (Agreement, 1),
    )
    tell(60, "issa", close_dispute, CloseFacts(Ending.PARTLY_KEPT, "Le puits n’est pas creusé.", ago(60)))


def commitments_late(tell: Telling) -> None:
    """In follow-up, one commitment certainly past its date and nobody has been to see."""
    tell.begins(
        110,
        "kadia",
        "KAD",
        "Dégâts sur un champ de mil",
        DisputeKind.CROP_DAMAGE,
        "Woronkoro",
        (
            person(1, "Korotoumou Sanogoni", sex=Sex.WOMAN, asked=True),
            person(2, "Alou Diakitéré", sex=Sex.MAN),
        ),
        ObjectFacts(Resource.HARVEST, "Un demi-champ de mil."),
        relation=Relation.FARMER_HERDER,
        attempts=(AttemptFacts(AttemptChannel.CUSTOMARY, "chef de village", None, AttemptResult.FAILED),),
    )
    tell.accepted(108, "issa")
    tell.meets(
        95,
        "kadia",
        Result.AGREEMENT,
        "Deux sacs, après la vente du bétail.",
        place="Woronkoro",
        chair="Issa Ouattarani",
        women=3,
        men=4,
    )
    tell.settles(
        95,
        "kadia",
        (
            CommitmentFacts(
                ("B",),
                "donne deux sacs de mil",
                ("A",),
                CommitmentKind.KIND,
                due_on=ago(34),
                checked_by=Check.WORD,
            ),
        ),
        (
            line(Signer.PARTY, 1, Mark.THUMBPRINT, BAM, "Kadia Dembélani"),
            line(Signer.PARTY, 2, Mark.SIGNED, BAM, "Kadia Dembélani"),
        ),
        BAM,
        read=95,
        signed=95,
        reader="Kadia Dembélani",
    )


TOLD = (
    twin_villages,
    heard_before_being_accepted,
    a_truce_between_communities,
    the_mine_and_the_village,
    commitments_late,
)
