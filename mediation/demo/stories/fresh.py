"""Just begun: saisines to examine and first sessions, at each desk."""

from mediation.demo.telling import Telling, ago, group, here, person
from mediation.disputes.kinds import Channel, DisputeKind, Relation, Resource, Scale, Trigger
from mediation.land.kinds import RightKind
from mediation.land.rules import ObjectFacts
from mediation.parties.kinds import Mandate, PartyKind, Sex
from mediation.sessions.kinds import Result, SessionKind, SummonsChannel
from mediation.sessions.models import Summons
from mediation.sessions.rules import PlanFacts, ServiceFacts, SummonsFacts
from mediation.sessions.service import issue_summons, record_service_summons, schedule_session


def goats_in_the_onions(tell: Telling) -> None:
    """To examine in Kadiolo, longer than the commission gives itself."""
    tell.begins(25, "kadia", "KAD", "Chèvres dans les oignons", DisputeKind.CROP_DAMAGE, "Woronkoro",
                (person(1, "Maïmouna Konéni", sex=Sex.WOMAN, asked=True),
                 person(2, "Adama Traoréni", sex=Sex.MAN)),
                ObjectFacts(Resource.GARDEN, "Douze planches d’oignon, mangées en une nuit."),
                relation=Relation.NEIGHBOURS)


def a_place_at_the_landing(tell: Telling) -> None:
    """To examine in Macina: the other side was said, what exactly is contested not yet."""
    tell.begins(2, "fanta", "MAC", "Place au débarcadère", DisputeKind.OTHER, "Tougouri-Daga",
                (person(1, "Nènè Famantani", sex=Sex.WOMAN, asked=True),
                 group(2, "Vendeuses de l’autre quai", PartyKind.ASSOCIATION)), channel=Channel.WRITTEN)


def the_hut_on_the_path(tell: Telling) -> None:
    """In the village: heard once, a session late."""
    tell.begins(32, "siaka", "FAR", "Hangar sur le chemin des animaux", DisputeKind.CORRIDOR, "Farako-Sô",
                (person(1, "Hamadi Sidibéni", sex=Sex.MAN, asked=True),
                 person(2, "Broulaye Fombani", sex=Sex.MAN)),
                ObjectFacts(Resource.CORRIDOR, "Un hangar bâti au milieu du chemin."), triggers=(Trigger.WORKS,))
    tell.accepted(30, "siaka")
    tell.meets(24, "siaka", Result.GOES_ON, "B demande où mettre ses récoltes.", place="Farako-Sô", women=1, men=6)
    tell(23, "siaka", schedule_session, PlanFacts(ago(5), "17 h", here("Farako-Sô"), SessionKind.SITE_VISIT))
    tell.begins(4, "siaka", "FAR", "Arbre abattu à la limite", DisputeKind.FIELD_LIMIT, "Farako-Sô",
                (person(1, "Sira Bagayokani", sex=Sex.WOMAN, asked=True),),
                ObjectFacts(Resource.TREES, "Le balanzan de la limite, abattu."))


def the_river_of_two_communes(tell: Telling) -> None:
    """Before the commission of the cercle: summoned, and the first session is near."""
    tell.begins(40, "hawa", "CKA", "Rizières des deux rives", DisputeKind.BOUNDARY, "N’Tiéna-Sô",
                (group(1, "Riziculteurs de la rive nord", PartyKind.ASSOCIATION, asked=True, members=18),
                 group(2, "Riziculteurs de la rive sud", PartyKind.ASSOCIATION)),
                ObjectFacts(Resource.RIVER, "La bande de terre que la rivière a laissée en changeant de lit.",
                            rights=(RightKind.NOT_SAID,)), scale=Scale.COMMUNES)
    tell.speaks(39, "hawa", 1, "Souleymane Bambani", Mandate.WRITTEN, "président")
    tell.speaks(39, "hawa", 2, "Alizata Konéni", Mandate.ASSEMBLY, "présidente")
    tell.accepted(36, "hawa")
    tell(15, "hawa", schedule_session, PlanFacts(ago(-3), "10 h", here("N’Tiéna-Sô"), SessionKind.SITE_VISIT))
    for party in (1, 2):
        tell(15, "hawa", issue_summons, SummonsFacts(
            party, session=1, channel=SummonsChannel.LETTER, happened_on=ago(15)))
    tell(12, "hawa", record_service_summons, ServiceFacts(True, ago(13), "le car de Kadiolo"), (Summons, 1))


TOLD = (goats_in_the_onions, a_place_at_the_landing, the_hut_on_the_path, the_river_of_two_communes)
