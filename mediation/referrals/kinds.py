"""The closed lists of a dispute that pauses, leaves and comes back."""

from mediation.acts.vocabulary import Coded, ReferralStage
from mediation.kernel.language import _l


class PauseReason(Coded):
    """Why a dispute waits."""

    INSECURITY = "insecurity", _l("insécurité")
    RAINS = "rains", _l("pluies")
    ABSENCE = "absence", _l("absence d’une partie")
    COURT = "court", _l("travaux d’un tribunal")
    PARTIES = "parties", _l("les parties le demandent")
    OTHER = "other", _l("autre raison")


class Helper(Coded):
    """To whom a person is sent for another help."""

    HEALTH = "health", _l("santé")
    JUSTICE = "justice", _l("justice")
    POLICE = "police", _l("police ou gendarmerie")
    SOCIAL = "social", _l("service social")
    TOWN_HALL = "town_hall", _l("mairie, état civil")
    TECHNICAL = "technical", _l("service technique")
    NGO = "ngo", _l("ONG")
    CUSTOMARY = "customary", _l("chef ou autorité coutumière")
    OTHER = "other", _l("autre")


class HelpReason(Coded):
    """For what a person is sent there; a crime is named so, and never told."""

    CARE = "care", _l("soins")
    SHELTER = "shelter", _l("abri, nourriture, protection")
    PAPERS = "papers", _l("papiers")
    ADVICE = "advice", _l("conseil, défense")
    CRIME = "crime", _l("fait grave, pour la justice")
    OTHER = "other", _l("autre")


class LinkKind(Coded):
    """What one dispute is to another; each kind has its reverse, which the other dispute shows."""

    RECURRENCE = "recurrence", _l("le litige revient, après")
    RECURRED = "recurred", _l("le litige est revenu, dans")
    NEXT_LEVEL = "next_level", _l("niveau au-dessus de")
    LEVEL_BELOW = "level_below", _l("niveau au-dessous de")
    PART_OF = "part_of", _l("partie de")
    WHOLE_OF = "whole_of", _l("comprend")
    DUPLICATE = "duplicate", _l("double de")
    DUPLICATED = "duplicated", _l("a pour double")
    SAME_LAND = "same_land", _l("même terre que")
    SAME_PARTIES = "same_parties", _l("mêmes parties que")
    MISTAKEN = "mistaken", _l("peut être confondu avec")
    REFERRED = "referred", _l("repris après le renvoi de")
    REFERRED_TO = "referred_to", _l("renvoyé et repris dans")

    @property
    def reverse(self) -> "LinkKind":
        """What the other dispute is to this one."""
        return REVERSED.get(self, self)


# What leads somewhere, with its way back; the others are the same from both sides.
WAYS = {LinkKind.RECURRENCE: LinkKind.RECURRED, LinkKind.NEXT_LEVEL: LinkKind.LEVEL_BELOW,
        LinkKind.PART_OF: LinkKind.WHOLE_OF, LinkKind.DUPLICATE: LinkKind.DUPLICATED,
        LinkKind.REFERRED: LinkKind.REFERRED_TO}
REVERSED = WAYS | {back: way for way, back in WAYS.items()}

# What people say of two disputes; that one was taken over from the other, the register says itself.
SAID_BY_PEOPLE = tuple(kind for kind in LinkKind if kind not in (LinkKind.REFERRED, LinkKind.REFERRED_TO))
# What a new dispute, opened from another, can be to it.
OPENED_FROM = (LinkKind.RECURRENCE, LinkKind.NEXT_LEVEL, LinkKind.PART_OF)

ANSWERS = (ReferralStage.ACCEPTED, ReferralStage.REFUSED, ReferralStage.DECIDED)
RETURNS = (ReferralStage.RECALLED, ReferralStage.UNANSWERED)
