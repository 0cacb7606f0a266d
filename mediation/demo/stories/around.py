"""What goes on around a dispute: a field that nobody may work, courts beside, alerts, counts, pauses."""

from mediation.acts.strike import StrikeFacts
from mediation.context import service as context
from mediation.context.kinds import (
    AlertLevel,
    MeasureKind,
    ProceedingKind,
    ProceedingResult,
    ProceedingStep,
    SourceTopic,
)
from mediation.context.models import Measure, Proceeding, Source
from mediation.context.rules import AlertFacts, LiftFacts, MeasureFacts, ProceedingFacts, SourceFacts
from mediation.demo.telling import Telling, ago, group, here, person
from mediation.disputes.kinds import (
    Applied,
    AttemptChannel,
    AttemptResult,
    Channel,
    CourtLevel,
    DisputeKind,
    HarmKind,
    Relation,
    Resource,
    Scale,
    Trigger,
)
from mediation.disputes.models import Attempt, Harm
from mediation.disputes.rules import AttemptFacts, HarmFacts
from mediation.disputes.service import amend_attempt, record_harm, strike_harm
from mediation.kernel import dates
from mediation.kernel.dates import Season, Unit
from mediation.land.kinds import RightKind
from mediation.land.rules import ObjectFacts
from mediation.parties.kinds import Language, Mandate, PartyKind, Sex
from mediation.referrals import service as referrals
from mediation.referrals.kinds import Helper, HelpReason, PauseReason
from mediation.referrals.models import Orientation
from mediation.referrals.rules import OrientFacts, PauseFacts, ResumeFacts
from mediation.sessions.kinds import Result, SessionKind
from mediation.sessions.rules import PlanFacts
from mediation.sessions.service import schedule_session
from mediation.supervision.kinds import Addressee, Part
from mediation.supervision.rules import RemarkFacts
from mediation.supervision.service import add_remark

FUL, BOZ = Language.FULFULDE, Language.BOZO
YEAR = ago(0).earliest.year


def the_field_that_nobody_works(tell: Telling) -> None:
    """Twenty years of courts, a field forbidden to both, and a hearing to come while the elders talk."""
    tell.begins(140, "moussa", "MSG", "Deux mille pas de terre, trois bornages", DisputeKind.PASTURE, "Dialan-Marka",
                (group(1, "Hameau de Kompéla", PartyKind.VILLAGE, asked=True),
                 person(2, "Dianguina Sakkoni", sex=Sex.MAN, quality="cultivateur et éleveur")),
                ObjectFacts(Resource.PASTURE, "Champ neuf pour l’un, pâturage et passage pour les autres.",
                            area_said="deux mille pas de long", rights=(RightKind.CUSTOM, RightKind.NOT_SAID),
                            evidence="trois bornages, de dates différentes"),
                began_on=dates.lasting(20, Unit.YEARS, ago(140).earliest), relation=Relation.OTHER,
                resources=(Resource.PASTURE, Resource.FIELD, Resource.CORRIDOR),
                attempts=(
                    AttemptFacts(AttemptChannel.COURT, "à Massigui", dates.in_year(YEAR - 12), AttemptResult.WON,
                                 "B doit quitter le hameau", level=CourtLevel.PEACE, side=1),
                    AttemptFacts(AttemptChannel.COURT, "à Bamako", dates.in_year(YEAR - 9), AttemptResult.WON,
                                 "confirmé", level=CourtLevel.APPEAL, their_number="36", side=1, against=1),
                    AttemptFacts(AttemptChannel.OTHER_MEDIATOR, "une union de paysans", dates.in_year(YEAR - 7))))
    tell.speaks(139, "moussa", 1, "Mallé Sakkoni", Mandate.CUSTOM, "chef de hameau")
    tell(138, "moussa", amend_attempt, AttemptFacts(
        AttemptChannel.OTHER_MEDIATOR, "une union de paysans, selon la coutume", dates.in_year(YEAR - 7),
        AttemptResult.RECOMMENDED, "laisser un passage aux animaux", applied=Applied.NOT_APPLIED), (Attempt, 3))
    tell.accepted(130, "bakary", "drissa")
    tell(128, "moussa", context.record_measure, MeasureFacts(
        MeasureKind.LAND_UNUSED, "Sous-préfecture de Massigui", ago(160), decision="Décision n° 3",
        extent="tout le champ neuf", place=here("Dialan-Marka")))
    tell(127, "moussa", context.record_measure, MeasureFacts(
        MeasureKind.GUARDED_HARVEST, "le maire", ago(127), ago(30), extent="le mil déjà semé"))
    tell(126, "moussa", context.record_measure, MeasureFacts(
        MeasureKind.HERDS_AWAY, "le chef de village", ago(126), ago(60)))
    tell(126, "moussa", context.record_measure, MeasureFacts(MeasureKind.HERDS_AWAY, "le chef de village", ago(126)))
    tell(125, "moussa", context.strike_measure, StrikeFacts("Écrite deux fois."), (Measure, 4))
    tell(70, "drissa", context.lift_measure, LiftFacts(
        "le chef de village", ago(72), "Les animaux sont partis au sud."), (Measure, 3))
    opened = {"level": CourtLevel.PEACE, "their_number": "RG 8", "side": 2}
    tell(100, "moussa", context.add_proceeding, ProceedingFacts(
        ProceedingKind.CIVIL, "le juge de Massigui", ago(104), **opened, step=ProceedingStep.UNDER_WAY))
    tell(99, "moussa", context.add_proceeding, ProceedingFacts(
        ProceedingKind.CRIMINAL, "gendarmerie", ago(103), brought_by="un voisin", step=ProceedingStep.DECIDED,
        result=ProceedingResult.NOT_PURSUED, result_on=ago(101)))
    tell(98, "moussa", context.add_proceeding, ProceedingFacts(ProceedingKind.RELIGIOUS, "l’imam"))
    tell(98, "moussa", context.strike_proceeding, StrikeFacts("L’imam a seulement prié."), (Proceeding, 3))
    tell.meets(60, "drissa", Result.GOES_ON, "Les deux oncles demandent que le tribunal attende.", place="Dialan-Marka",
               women=2, men=14, kind=SessionKind.SITE_VISIT)
    tell(35, "moussa", context.amend_proceeding, ProceedingFacts(
        ProceedingKind.CIVIL, "le juge de Massigui", ago(104), **opened, step=ProceedingStep.ON_HOLD), (Proceeding, 1))
    tell(31, "drissa", schedule_session, PlanFacts(dates.on(ago(-12).earliest), "9 h", here("Dialan-Marka")))
    tell(12, "salimata", add_remark, RemarkFacts(
        Part.HEARING, Addressee.BOTH, "Le champ reste interdit sans date de fin. Qui peut demander la levée ?"))


def an_early_warning(tell: Telling) -> None:
    """Herds came before the harvest: a warning first, counts that disagree, then nobody can travel there."""
    tell.begins(85, "fanta", "MAC", "Troupeaux revenus avant la récolte", DisputeKind.CROP_DAMAGE, "Welin-Bozo",
                (group(1, "Cultivateurs de Welin-Bozo", PartyKind.COMMUNITY, language=BOZ),
                 group(2, "Éleveurs du campement nord", PartyKind.COMMUNITY, language=FUL, members=60)),
                ObjectFacts(Resource.HARVEST, "Le riz des casiers bas, sur pied."), channel=Channel.ALERT,
                came_from="le comité de veille", relation=Relation.FARMER_HERDER, scale=Scale.COMMUNITIES,
                began_on=dates.in_season(Season.HARVEST, ago(365).earliest.year), triggers=(Trigger.EARLY_HERDS,),
                harms=(HarmFacts(HarmKind.FIELDS, 6, source="cultivateurs"),
                       HarmFacts(HarmKind.FIELDS, 2, source="éleveurs"),
                       HarmFacts(HarmKind.INJURED, 3, women=1, men=2, source="centre de santé", said_on=ago(85))))
    tell.speaks(84, "fanta", 1, "Konimba Karabéni", Mandate.ASSEMBLY)
    tell.speaks(84, "fanta", 2, "Hammadoun Barrani", Mandate.CUSTOM, "chef de campement")
    tell(85, "fanta", context.set_alert, AlertFacts(
        AlertLevel.TENSION, "Les troupeaux sont là trois semaines trop tôt.", ago(86), "comité de veille"))
    tell(80, "fanta", context.set_alert, AlertFacts(
        AlertLevel.THREATS, "Des jeunes gardent les casiers la nuit.", ago(80), "conseiller du village"))
    tell(79, "fanta", record_harm, HarmFacts(HarmKind.CATTLE, 4, source="éleveurs", count_said="quatre ou cinq"))
    tell(79, "fanta", record_harm, HarmFacts(HarmKind.CATTLE, 4))
    tell(78, "fanta", strike_harm, StrikeFacts("Compté deux fois."), (Harm, 5))
    tell(78, "fanta", referrals.orient_dispute, OrientFacts(
        Helper.HEALTH, HelpReason.CARE, name="une femme blessée", helper_name="centre de santé de Macina",
        happened_on=ago(78)))
    tell(78, "fanta", referrals.orient_dispute, OrientFacts(Helper.POLICE, HelpReason.CRIME, name="un berger"))
    tell(77, "fanta", referrals.strike_orientation, StrikeFacts("Il est rentré chez lui."), (Orientation, 2))
    tell(76, "fanta", referrals.orient_dispute, OrientFacts(
        Helper.JUSTICE, HelpReason.CRIME, party=1, happened_on=ago(76)))
    for says, source in (("le 3 du mois", "comité de veille"), ("le lendemain de la foire", "éleveurs")):
        tell(75, "fanta", context.record_source, SourceFacts(
            SourceTopic.DATE, "l’arrivée des troupeaux", says, source, ago(75)))
    tell(75, "fanta", context.record_source, SourceFacts(SourceTopic.NAME, "le campement", "Daga-Ni", "radio"))
    tell(74, "fanta", context.strike_source, StrikeFacts("C’est un autre campement."), (Source, 3))
    tell.accepted(74, "fanta")
    tell.meets(65, "fanta", Result.GOES_ON, "Les deux acceptent un comité de garde mixte.", women=6, men=22,
               languages=(BOZ, FUL))
    tell(60, "fanta", context.set_alert, AlertFacts(AlertLevel.TENSION, "La garde mixte a commencé.", ago(60)))
    tell(42, "fanta", referrals.suspend_dispute, PauseFacts(
        PauseReason.INSECURITY, "La route du nord est coupée.", ago(8), ago(42)))


def after_the_rains(tell: Telling) -> None:
    """Put off by the rains, and taken up again when the track was dry."""
    tell.begins(160, "awa", "MSG", "Karité coupé sur un champ prêté", DisputeKind.LENT_LAND, "Tiébougou-Ba",
                (person(1, "Minata Togolani", sex=Sex.WOMAN, asked=True), person(2, "Yacouba Maïgani", sex=Sex.MAN)),
                ObjectFacts(Resource.TREES, "Deux karités coupés ; planter et couper revient à qui a prêté."),
                relation=Relation.LENDER_BORROWER)
    tell.accepted(155, "bakary")
    tell(150, "awa", referrals.suspend_dispute, PauseFacts(PauseReason.RAINS, "Le marigot est plein.", ago(90),
                                                           ago(150)))
    tell(88, "awa", referrals.resume_dispute, ResumeFacts(ago(88), "La piste est sèche."))
    tell.meets(84, "awa", Result.GOES_ON, "B regrette d’avoir coupé ; il attend qu’on dise combien.", women=4, men=4,
               place="Tiébougou-Ba")
    tell(83, "awa", schedule_session, PlanFacts(dates.on(ago(3).earliest), "10 h", here("Tiébougou-Ba")))


TOLD = (the_field_that_nobody_works, an_early_warning, after_the_rains)
