"""The closed lists of a settlement: basis and form, what it replaces, what is promised, how it is signed."""

from mediation.acts.vocabulary import Coded
from mediation.kernel.language import _l

# In a list of sides: every side of the dispute, rather than some letters.
EVERYBODY = "*"


class Basis(Coded):
    """What a settlement rests on."""

    PARTIES = "parties", _l("accord des parties")
    DECISION = "decision", _l("décision acceptée par les parties")
    RECOMMENDATION = "recommendation", _l("recommandation")


class AgreementForm(Coded):
    """How a settlement was made."""

    WRITTEN = "written", _l("écrit")
    ORAL = "oral", _l("oral, devant témoins")
    IN_PRINCIPLE = "in_principle", _l("accord de principe")
    COMMUNIQUE = "communique", _l("annoncé par un communiqué")


class EarlierLink(Coded):
    """What an agreement does to an earlier one, which it replaces once it is signed."""

    RECTIFIES = "rectifies", _l("il le rectifie")
    RENEWS = "renews", _l("il le renouvelle")
    DEFINITIVE = "definitive", _l("il le rend définitif")

    @property
    def carries_on(self) -> bool:
        """Whether what was seen of the earlier commitments still holds; renewed ones begin again."""
        return self is not EarlierLink.RENEWS


class CommitmentKind(Coded):
    """What a commitment is about."""

    RIGHT = "right", _l("reconnaissance d’un droit")
    USE = "use", _l("droit d’usage")
    MARKING = "marking", _l("pose de limites ou de bornes")
    PASSAGE = "passage", _l("passage ou accès")
    MONEY = "money", _l("réparation en argent")
    KIND = "kind", _l("réparation en nature")
    RESTITUTION = "restitution", _l("restitution")
    APOLOGY = "apology", _l("excuses ou pardon")
    NO_VIOLENCE = "no_violence", _l("non-violence")
    EMBARGO = "embargo", _l("levée d’un interdit ou d’un blocage")
    CONDUCT = "conduct", _l("conduite à tenir")
    SURVEY = "survey", _l("relevé des points (GPS)")
    ANNOUNCEMENT = "announcement", _l("annonce publique")
    YEARLY_PAYMENT = "yearly_payment", _l("paiement à une période de l’année")
    SANCTION = "sanction", _l("sanction si cela recommence")
    COMMITTEE = "committee", _l("comité de suivi")
    OTHER = "other", _l("autre")


class Check(Coded):
    """How one will know that a commitment is kept."""

    VISIT = "visit", _l("visite")
    PHOTO = "photo", _l("photo")
    WORD = "word", _l("parole de l’autre partie")
    PAPER = "paper", _l("papier")
    WITNESS = "witness", _l("témoin")
    OTHER = "other", _l("autre moyen")


class Mark(Coded):
    """What stands on a line of signature; no line stays empty."""

    SIGNED = "signed", _l("a signé")
    INITIALLED = "initialled", _l("a paraphé")
    THUMBPRINT = "thumbprint", _l("a mis son empreinte")
    CROSS = "cross", _l("a mis une croix")
    WORD = "word", _l("a donné sa parole devant témoins")
    REFUSED = "refused", _l("refuse")
    UNABLE = "unable", _l("ne peut pas")

    @property
    def assents(self) -> bool:
        """Whether it says yes."""
        return self not in (Mark.REFUSED, Mark.UNABLE)

    @property
    def certified(self) -> bool:
        """Whether somebody must say that they saw it."""
        return self not in (Mark.SIGNED, Mark.INITIALLED, Mark.REFUSED)


class Signer(Coded):
    """Who a line of signature is for."""

    PARTY = "party", _l("partie")
    REPRESENTATIVE = "representative", _l("représentant")
    GUARANTOR = "guarantor", _l("garant de l’accord")
