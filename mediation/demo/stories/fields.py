"""Fields and their limits: disputes of neighbours."""

from decimal import Decimal

from mediation.acts.strike import StrikeFacts
from mediation.acts.vocabulary import CommitmentStage, Ending
from mediation.agreements.kinds import Check, CommitmentKind, Mark, Signer
from mediation.agreements.models import Agreement
from mediation.agreements.rules import CommitmentFacts, GuarantorFacts
from mediation.demo import pictures
from mediation.demo.telling import Telling, ago, group, here, line, person
from mediation.disputes.kinds import (
    AttemptChannel,
    AttemptResult,
    DeclineReason,
    DisputeKind,
    Relation,
    Resource,
    Scale,
    Trigger,
)
from mediation.disputes.models import Attempt
from mediation.disputes.rules import AttemptFacts, DeclineFacts, WithdrawFacts
from mediation.disputes.service import add_attempt, decline_dispute, strike_attempt, withdraw_dispute
from mediation.documents.kinds import DocumentKind
from mediation.documents.models import Document
from mediation.documents.service import open_document, unseal_document
from mediation.followup import rules as visits
from mediation.followup.models import Visit
from mediation.followup.rules import CloseFacts, FindingFacts, VisitFacts
from mediation.followup.service import close_dispute, plan_visit, record_visit
from mediation.kernel import dates
from mediation.kernel.dates import Season, Unit
from mediation.land.kinds import RightKind
from mediation.land.rules import ObjectFacts
from mediation.parties.kinds import Language, Mandate, PartyKind, Sex
from mediation.parties.rules import WitnessFacts
from mediation.parties.service import add_witness
from mediation.sessions.kinds import Result, SessionKind, SummonsChannel
from mediation.sessions.models import Summons
from mediation.sessions.rules import NoteFacts, PlanFacts, ServiceFacts, SummonsFacts
from mediation.sessions.service import issue_summons, record_service_summons, schedule_session, write_note

BAM = Language.BAMANANKAN


def the_leaning_karite(tell: Telling) -> None:
    """Three sides and a passage to a well: the whole road, from the saisine to commitments under way."""
    tell.begins(
        70,
        "moussa",
        "MSG",
        "Limite des champs au marigot de Farako",
        DisputeKind.FIELD_LIMIT,
        "Farako-Sô",
        (
            group(1, "Famille Fombani", asked=True, language=BAM, said="La limite suit le karité penché."),
            group(2, "Famille Bagayokani", language=BAM, said="La limite suit l’ancien sentier."),
            group(3, "Groupement des maraîchères de Farako", PartyKind.ASSOCIATION, members=24, language=BAM),
        ),
        ObjectFacts(
            Resource.FIELD,
            "Deux champs de mil voisins. L’arbre est tombé ; on ne voit plus la limite au même endroit.",
            limits="Du karité penché jusqu’au marigot, en suivant l’ancien sentier vers le puits.",
            landmarks="karité penché, marigot, puits",
            use="mil",
            area=Decimal("3"),
            area_said="environ trois hectares",
            since=dates.in_season(Season.RAINY, ago(700).earliest.year),
            rights=(RightKind.CUSTOM, RightKind.LOAN),
        ),
        asked_by="Zoumana Fombani",
        began_on=dates.in_season(Season.RAINY, ago(700).earliest.year),
        relation=Relation.NEIGHBOURS,
        scale=Scale.VILLAGE,
        resources=(Resource.FIELD, Resource.WELL),
        triggers=(Trigger.SEASON,),
        story="L’arbre est tombé pendant les pluies. C demande le passage au puits.",
        attempts=(
            AttemptFacts(
                AttemptChannel.FAMILY,
                "les anciens des deux familles",
                dates.in_year(ago(500).earliest.year),
                AttemptResult.FAILED,
            ),
        ),
    )
    tell.speaks(69, "moussa", 1, "Zoumana Fombani", Mandate.ORAL, "aîné", "devant trois témoins")
    tell.speaks(69, "moussa", 2, "Karim Bagayokani", Mandate.WRITTEN, "chef de famille")
    tell.speaks(69, "moussa", 3, "Mariam Dembélani", Mandate.ASSEMBLY, "présidente")
    tell(
        68,
        "moussa",
        add_witness,
        WitnessFacts("Témoin 1", "ancien du village", Sex.MAN, None, "A vu poser la limite."),
    )
    tell.accepted(66, "bakary", "awa")
    for party in (1, 2, 3):
        tell(
            60,
            "moussa",
            issue_summons,
            SummonsFacts(
                party,
                channel=SummonsChannel.VILLAGE_CHIEF,
                happened_on=ago(60),
                text="Venez à Farako-Sô dans dix jours, à 9 h, sous le fromager.",
            ),
        )
        tell(
            58,
            "moussa",
            record_service_summons,
            ServiceFacts(True, ago(59), "le conseiller du village"),
            (Summons, party),
        )
    tell(58, "awa", schedule_session, PlanFacts(ago(50), "9 h", here("Farako-Sô"), SessionKind.SEPARATE))
    tell.meets(
        50,
        "awa",
        Result.GOES_ON,
        "La famille A raconte le prêt d’autrefois.",
        came=(1,),
        kind=SessionKind.SEPARATE,
        place="Farako-Sô",
        planned=1,
        women=1,
        men=3,
        languages=(BAM,),
    )
    tell(
        50,
        "awa",
        write_note,
        NoteFacts("L’aîné accepterait un passage si on le lui demande devant les anciens.", 1),
    )
    tell.meets(
        45,
        "awa",
        Result.GOES_ON,
        "Limite suivie à pied avec les anciens des deux familles.",
        came=(1, 2),
        absent=(3,),
        kind=SessionKind.SITE_VISIT,
        place="Farako-Sô",
        men=9,
        women=0,
        entered=43,
    )
    tell.meets(
        40,
        "awa",
        Result.AGREEMENT,
        "Le karité était déjà la limite du temps de nos pères.",
        came=(1, 2, 3),
        place="Farako-Sô",
        chair="Bakary Samakéni",
        women=5,
        men=9,
        duration="2 h 10",
        languages=(BAM,),
        decided="On pose des pierres, on laisse un passage de 4 m.",
    )
    tell.settles(
        40,
        "moussa",
        (
            CommitmentFacts(
                ("A", "B"),
                "posent ensemble une ligne de pierres, du karité penché au marigot",
                ("A", "B", "C"),
                CommitmentKind.MARKING,
                due_on=ago(12),
                checked_by=Check.VISIT,
            ),
            CommitmentFacts(
                ("B",),
                "laisse ouvert un passage de 4 m jusqu’au puits",
                ("C",),
                CommitmentKind.PASSAGE,
                due_on=ago(-20),
                checked_by=Check.VISIT,
            ),
            CommitmentFacts(
                ("A",),
                "rend les charrues empruntées",
                ("B",),
                CommitmentKind.RESTITUTION,
                Decimal("2"),
                "charrues",
                due_on=ago(14),
                checked_by=Check.WORD,
            ),
        ),
        (
            line(Signer.REPRESENTATIVE, 1, Mark.SIGNED, BAM, "Moussa Sangarani"),
            line(Signer.REPRESENTATIVE, 2, Mark.THUMBPRINT, BAM, "Moussa Sangarani"),
            line(Signer.REPRESENTATIVE, 3, Mark.SIGNED, BAM, "Moussa Sangarani"),
            line(Signer.GUARANTOR, 1, Mark.THUMBPRINT, BAM, "Moussa Sangarani"),
        ),
        BAM,
        read=33,
        signed=30,
        reader="Kadia Samakéni",
        points="La limite et le passage au puits.",
        women=5,
        men=9,
        guarantors=(GuarantorFacts("Sidiki Doumbiani", "ancien du village"),),
    )
    tell(29, "awa", plan_visit, visits.PlanFacts(ago(10)), (Agreement, 1))
    tell(
        10,
        "awa",
        record_visit,
        VisitFacts(
            happened_on=ago(10),
            made_by="Awa Togolani",
            findings=(FindingFacts(1, CommitmentStage.KEPT, note="34 pierres posées ensemble"),),
        ),
        (Visit, 1),
    )
    pieces_of_the_karite(tell)


def pieces_of_the_karite(tell: Telling) -> None:
    """A sketch, photos, the signed page; a word said apart, reserved, and opened once."""
    tell.adds(60, "awa", DocumentKind.MAP, pictures.sketch(1), "Croquis fait devant les deux familles",
              about="session-2", source="Awa Togolani, avec A et B", happened_on=ago(60))
    tell.adds(40, "awa", DocumentKind.PHOTO, pictures.landmark(2), "Le karité penché, vu du marigot",
              about="session-3", happened_on=ago(40))
    tell.adds(39, "awa", DocumentKind.VOICE_NOTE, pictures.voice(), "Ce que l’ancien a dit à part", reserved=True)
    tell(38, "awa", open_document, None, (Document, 3))
    tell.adds(30, "moussa", DocumentKind.SIGNED_PAGE, pictures.page(4, 3), "Accord, page 1", about="agreement-1")
    tell.adds(30, "moussa", DocumentKind.SIGNED_PAGE, pictures.page(5), "Accord, page 2, empreintes",
              about="signature-2")
    tell(29, "moussa", unseal_document, None, (Document, 4))
    tell.adds(10, "awa", DocumentKind.PHOTO, pictures.landmark(6, 9), "Les pierres posées", about="visit-1",
              happened_on=ago(10))


def the_stone_line_of_the_nibbled_field(tell: Telling) -> None:
    """A field eaten into at each rainy season; stones laid together; kept, closed."""
    tell.begins(
        400,
        "moussa",
        "MSG",
        "Champ entamé à chaque hivernage",
        DisputeKind.FIELD_LIMIT,
        "Falla-Dugu",
        (group(1, "Famille Cisséni", asked=True, language=BAM), person(2, "Oumar Fofanani", sex=Sex.MAN)),
        ObjectFacts(
            Resource.FIELD,
            "Un champ donné par le chef de village.",
            area=Decimal("0.25"),
            area_said="un quart d’hectare perdu",
            since=dates.in_year(1998),
            rights=(RightKind.GIFT,),
        ),
        began_on=dates.lasting(3, Unit.YEARS, ago(400).earliest),
        relation=Relation.NEIGHBOURS,
        attempts=(
            AttemptFacts(
                AttemptChannel.DIRECT,
                "le vieux Cisséni demande l’ancienne limite",
                None,
                AttemptResult.FAILED,
            ),
        ),
    )
    tell.speaks(399, "moussa", 1, "Le vieux Bréhima Cisséni", Mandate.CUSTOM, "aîné")
    tell.accepted(395, "bakary", "awa")
    tell.meets(
        380,
        "awa",
        Result.AGREEMENT,
        "Le chef retrouve la limite devant tous.",
        kind=SessionKind.SITE_VISIT,
        place="Falla-Dugu",
        chair="Bakary Samakéni",
        women=0,
        men=12,
    )
    tell.settles(
        380,
        "moussa",
        (
            CommitmentFacts(
                ("A", "B"),
                "posent ensemble un cordon pierreux sur la limite",
                (),
                CommitmentKind.MARKING,
                due_on=ago(350),
                checked_by=Check.VISIT,
            ),
            CommitmentFacts(
                ("B",), "quitte le champ sans autre avis si cela recommence", ("A",), CommitmentKind.SANCTION
            ),
        ),
        (
            line(Signer.REPRESENTATIVE, 1, Mark.CROSS, BAM, "Moussa Sangarani"),
            line(Signer.PARTY, 2, Mark.SIGNED, BAM, "Moussa Sangarani"),
        ),
        BAM,
        read=379,
        signed=378,
        reader="Awa Togolani",
    )
    tell(
        300,
        "awa",
        record_visit,
        VisitFacts(
            happened_on=ago(300),
            made_by="Awa Togolani",
            findings=(
                FindingFacts(1, CommitmentStage.KEPT),
                FindingFacts(2, CommitmentStage.KEPT, note="pas recommencé"),
            ),
        ),
        (Agreement, 1),
    )
    tell(290, "bakary", close_dispute, CloseFacts(Ending.KEPT, happened_on=ago(290)))


def withdrawn_after_a_wedding(tell: Telling) -> None:
    """The families found their own way: the demand is withdrawn."""
    tell.begins(
        90,
        "awa",
        "MSG",
        "Charrue et semences non rendues",
        DisputeKind.OTHER,
        "Tiébougou-Ba",
        (person(1, "Bintou Maïgani", sex=Sex.WOMAN, asked=True), person(2, "Seydou Maïgani", sex=Sex.MAN)),
        ObjectFacts(Resource.HARVEST, "Une charrue et deux sacs de semence prêtés."),
    )
    tell(
        70,
        "moussa",
        withdraw_dispute,
        WithdrawFacts("Bintou Maïgani", "Arrangé en famille pour le mariage.", ago(71)),
    )


def not_for_the_commission(tell: Telling) -> None:
    """Outside the territory: declined, with what to do; one attempt struck out as a mistake."""
    tell.begins(
        30,
        "moussa",
        "MSG",
        "Champ d’une autre commune",
        DisputeKind.FIELD_LIMIT,
        "près de la route du sud",
        (person(1, "Mamadou Kouyatéré", asked=True),),
    )
    tell(
        30, "moussa", add_attempt, AttemptFacts(AttemptChannel.COURT, "tribunal", None, AttemptResult.PENDING)
    )
    tell(29, "moussa", strike_attempt, StrikeFacts("C’était un autre dossier."), (Attempt, 1))
    tell(
        28,
        "bakary",
        decline_dispute,
        DeclineFacts(DeclineReason.TERRITORY, "Voir la commission voisine.", ago(28)),
    )


TOLD = (
    the_leaning_karite,
    the_stone_line_of_the_nibbled_field,
    withdrawn_after_a_wedding,
    not_for_the_commission,
)
