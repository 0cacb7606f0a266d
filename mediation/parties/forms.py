"""What is asked about the people in a dispute: parties, who speaks for them, witnesses."""

from mediation.kernel.fields import ApproximateDateField, Chips, Choice, Count, Line, Words, YesNo
from mediation.kernel.forms import BaseForm
from mediation.kernel.language import _l
from mediation.parties import rules
from mediation.parties.kinds import Language, Mandate, PartyKind, Sex
from mediation.places.forms import PlaceField

LETTERS = tuple((side, chr(ord("A") + side - 1)) for side in rules.SIDES)
OFFERED_AT_LEAST = 3
NO_ACCOUNT = _l("non")


class PartyForm(BaseForm):
    """A person or a group on a side: the first two groups suffice."""

    facts_type = rules.PartyFacts

    name = Line(_l("Nom"), description=_l("En entier, comme on l’appelle."),
                required=_l("Écrivez le nom, comme on l’appelle."))
    kind = Chips(_l("Personne ou groupe"), PartyKind,
                 required=_l("Choisissez si c’est une personne ou un groupe."))
    side = Chips(_l("Côté"), LETTERS, required=_l("Choisissez le côté : A, B, C…"),
                 description=_l("Plusieurs parties peuvent être du même côté."))
    asked = YesNo(_l("Est-ce cette partie qui demande la médiation ?"), default=False)
    account_id = Choice(_l("Cette personne a-t-elle un compte ici, ou siège-t-elle dans l’institution ?"), (),
                        blank=NO_ACCOUNT, description=_l("Si oui, elle ne verra plus ce dossier."))
    said = Words(_l("Ce que dit cette partie"), longest=1000, description=_l("Une phrase suffit."))
    other_names = Line(_l("Autres façons d’écrire le nom"), longest=300)
    child_of = Line(_l("Fils ou fille de"))
    quality = Line(_l("Qualité"), description=_l("Cultivateur, éleveuse, maître de terre… comme on le dit."))
    sex = Chips(_l("Femme ou homme"), Sex, blank=_l("pas dit"))
    born_on = ApproximateDateField(_l("Âge ou naissance"))
    members = Count(_l("Combien de personnes dans le groupe"),
                    description=_l("Laissez vide si personne ne le sait."))
    place = PlaceField(_l("Village"))
    reached_by = Line(_l("Comment la joindre"), description=_l("Téléphone, ou par qui."))
    language = Choice(_l("Langue"), Language, blank=_l("pas encore dit"))


class RepresentativeForm(BaseForm):
    """Who speaks for a party: the first two groups suffice."""

    facts_type = rules.RepresentativeFacts

    name = Line(_l("Nom"), description=_l("En entier, comme on l’appelle."),
                required=_l("Écrivez le nom, comme on l’appelle."))
    quality = Line(_l("Qualité"), description=_l("Chef de village, aînée de la famille, maire…"))
    mandate = Choice(_l("Sur quelle base cette personne parle"), Mandate,
                     required=_l("Choisissez sur quelle base cette personne parle."))
    mandate_words = Line(_l("Ce qui a été dit du mandat"), longest=300)
    happened_on = ApproximateDateField(_l("Quand le mandat a été donné"))
    account_id = Choice(_l("Cette personne a-t-elle un compte ici, ou siège-t-elle dans l’institution ?"), (),
                        blank=NO_ACCOUNT, description=_l("Si oui, elle ne verra plus ce dossier."))
    sex = Chips(_l("Femme ou homme"), Sex, blank=_l("pas dit"))
    born_on = ApproximateDateField(_l("Âge ou naissance"))


class WitnessForm(BaseForm):
    """Somebody who saw or knows, under an alias."""

    facts_type = rules.WitnessFacts

    alias = Line(_l("Nom d’emprunt"), longest=120,
                 description=_l("Ce que tout le monde lit. Laissez vide pour « Témoin 1 », « Témoin 2 »…"))
    quality = Line(_l("Qualité"),
                   description=_l("Voisine, ancien, berger… Rien qui fasse reconnaître la personne."))
    told = Words(_l("Ce que dit ce témoin"), longest=2000)
    side = Chips(_l("Amené par le côté"), LETTERS, blank=_l("aucun"))
    name = Line(_l("Vrai nom"), description=_l("Réservé : ni liste, ni journal, ni papier ne le montre."))
    account_id = Choice(_l("Cette personne a-t-elle un compte ici, ou siège-t-elle dans l’institution ?"), (),
                        blank=NO_ACCOUNT, description=_l("Si oui, elle peut continuer de voir ce dossier."))
    sex = Chips(_l("Femme ou homme"), Sex, blank=_l("pas dit"))


def offer_sides(field, sides) -> None:
    """Offer the sides there are, each with who stands on it, and one more."""
    known = {side.number: f"{side.letter} · {side.name}" for side in sides}
    last = max((OFFERED_AT_LEAST, *(number + 1 for number in known), field.data or 0))
    field.members = tuple((number, known.get(number, letter)) for number, letter in LETTERS[:last])


def offer(form, people, sides=None):
    """Let a form choose among these people, and among these sides; returns the form."""
    form.account_id.members = people
    if sides is not None:
        offer_sides(form.side, sides)
    return form
