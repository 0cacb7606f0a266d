"""What is asked about the people in a dispute: parties, who speaks for them, witnesses, helpers, consents."""

from mediation.kernel.date_field import ApproximateDateField
from mediation.kernel.fields import Chips, Choice, Choices, Count, Line, Words, YesNo
from mediation.kernel.forms import BaseForm
from mediation.kernel.language import _l
from mediation.parties import beside, rules
from mediation.parties.kinds import (
    ConsentForm,
    ConsentScope,
    HelperQuality,
    Language,
    LeaveReason,
    Mandate,
    MandateAfter,
    MandateEnd,
    PartyKind,
    PartyPresence,
    Sex,
    SuccessionBasis,
)
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
    born_on = ApproximateDateField(_l("Âge ou naissance"), born=True)
    members = Count(_l("Combien de personnes dans le groupe"),
                    description=_l("Laissez vide si personne ne le sait."))
    place = PlaceField(_l("Village"))
    reached_by = Line(_l("Comment la joindre"), description=_l("Téléphone, ou par qui."))
    language = Choice(_l("Langue"), Language, blank=_l("pas encore dit"), words="language_words")
    language_words = Line(_l("Si c’est une autre langue, laquelle"), longest=60)
    joined_on = ApproximateDateField(_l("Depuis quand elle est dans le litige"))
    presence = Choice(_l("Sa présence"), PartyPresence, blank=_l("pas dit"))
    ally = YesNo(_l("Est-ce une alliée de ce côté, sans être partie principale ?"))
    initials = YesNo(_l("Le nom n’est-il connu que par des initiales ?"))


class LeaveForm(BaseForm):
    """When and why a party is in the dispute no more."""

    facts_type = rules.LeaveFacts

    reason = Chips(_l("Pourquoi"), [one for one in LeaveReason if one is not LeaveReason.SUCCEEDED],
                   required=_l("Choisissez pourquoi cette partie n’y est plus."))
    happened_on = ApproximateDateField(_l("Depuis quand elle n’y est plus"))
    words = Line(_l("Ce qui en a été dit"), longest=500)


class SuccessionForm(BaseForm):
    """Who succeeds a party: one that the file knows, or a new one."""

    successor = Choice(_l("Une partie du dossier"), (), blank=_l("une autre, que j’écris plus bas"))
    basis = Choice(_l("Sur quelle base"), SuccessionBasis, required=_l("Choisissez sur quelle base elle succède."))
    happened_on = ApproximateDateField(_l("Depuis quand"))
    words = Line(_l("Ce qui en a été dit"), longest=500)
    mandates = Chips(_l("Que devient le mandat de qui parlait pour elle ?"),
                     [one for one in MandateAfter if one is not MandateAfter.NOT_KNOWN],
                     required=_l("Dites si le mandat du représentant continue ou prend fin."))
    name = Line(_l("Nom"), description=_l("En entier, comme on l’appelle."))
    kind = Chips(_l("Personne ou groupe"), PartyKind)
    quality = Line(_l("Qualité"), description=_l("Fils aîné, nouveau chef, acheteur… comme on le dit."))
    account_id = Choice(_l("Cette personne a-t-elle un compte ici, ou siège-t-elle dans l’institution ?"), (),
                        blank=NO_ACCOUNT, description=_l("Si oui, elle ne verra plus ce dossier."))

    def offer_parties(self, party, parties) -> "SuccessionForm":
        """Let another party of the same side succeed; nobody spoke for some, whose mandates are not asked about."""
        self.successor.members = [(one.number, f"{one.letter} · {one.name}") for one in parties
                                  if one.side == party.side and one is not party]
        if not any(one.spoke() for one in party.representatives):
            del self.mandates
        return self

    def facts(self) -> rules.HandoverFacts:
        """The succession, with the new party if its name was written."""
        succession = rules.SuccessionFacts(
            self.basis.data, self.successor.data, self.happened_on.data, self.words.data or None,
            self.mandates.data if "mandates" in self else None)
        heir = rules.PartyFacts(
            None, self.kind.data, self.name.data, quality=self.quality.data or None,
            account_id=self.account_id.data) if self.name.data else None
        return rules.HandoverFacts(succession, heir)


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
    organisation = YesNo(_l("Est-ce une organisation qui parle pour la partie ?"),
                         description=_l("Une organisation parle, elle ne signe pas. Ajoutez aussi qui signe."))
    sex = Chips(_l("Femme ou homme"), Sex, blank=_l("pas dit"))
    born_on = ApproximateDateField(_l("Âge ou naissance"), born=True)


class EndForm(BaseForm):
    """When and why somebody speaks for a party no more."""

    facts_type = rules.EndFacts

    reason = Chips(_l("Pourquoi"), [one for one in MandateEnd if one is not MandateEnd.SUCCEEDED],
                   required=_l("Choisissez pourquoi cette personne ne parle plus pour la partie."))
    happened_on = ApproximateDateField(_l("Depuis quand"))
    after = Chips(_l("Que devient le mandat ?"), MandateAfter,
                  description=_l("S’il continue, vous désignerez ensuite qui le reprend."))
    words = Line(_l("Ce qui en a été dit"), longest=500)


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


class IntermediaryForm(BaseForm):
    """Somebody who helps: the first group suffices."""

    facts_type = beside.IntermediaryFacts

    quality = Choice(_l("En quelle qualité"), HelperQuality, words="quality_words",
                     required=_l("Choisissez en quelle qualité cette personne aide."))
    quality_words = Line(_l("Qualité, comme on la dit"), description=_l("Forgeron, belle-mère, chef des chasseurs…"))
    name = Line(_l("Nom"), description=_l("Laissez vide si personne ne le sait."))
    did = Words(_l("Ce que cette personne a fait"), longest=1000, description=_l("Une phrase suffit."))
    side = Chips(_l("Venue du côté"), LETTERS, blank=_l("aucun"))
    since = ApproximateDateField(_l("Depuis quand"))
    until = ApproximateDateField(_l("Jusqu’à quand"))
    replaced_by = Choice(_l("Remplacée par"), (), blank=_l("personne"))
    people = Count(_l("Si c’est un groupe, combien de personnes"),
                   description=_l("Laissez vide si personne ne le sait."))
    women = Count(_l("Dont femmes"))
    men = Count(_l("Dont hommes"))
    other_names = Line(_l("Autres façons d’écrire le nom"), longest=300)
    reported_as = Line(_l("Nom que donne une autre source"))
    source = Line(_l("Quelle source"))


class ConsentsForm(BaseForm):
    """Who consents, and to what."""

    who = Choice(_l("Qui consent"), (), blank=_l("une autre personne"))
    person = Line(_l("Nom de cette autre personne"))
    scopes = Choices(_l("À quoi"), ConsentScope, required=_l("Choisissez à quoi la personne consent."))
    form = Chips(_l("Comment"), ConsentForm, blank=_l("pas dit"))
    happened_on = ApproximateDateField(_l("Quand"), default_today=True)
    witnessed_by = Line(_l("Devant qui"))
    language = Choice(_l("Langue"), Language, blank=_l("pas dit"))
    words = Line(_l("Ce que la personne a dit"), longest=500)

    def offer_people(self, parties, witnesses) -> "ConsentsForm":
        """Let a party or a witness, by alias, be the one who consents."""
        self.who.members = [*((f"party-{one.number}", f"{one.letter} · {one.name}") for one in parties),
                            *((f"witness-{one.number}", one.alias) for one in witnesses)]
        return self

    def facts(self) -> beside.ConsentsFacts:
        """Each consent of this person; who is chosen in the list goes by their number."""
        kind, _dash, number = (self.who.data or "").partition("-")
        numbers = {kind: int(number)} if number else {}
        return beside.ConsentsFacts(tuple(self.scopes.data), beside.ConsentFacts(
            None, person=self.person.data or None, form=self.form.data, language=self.language.data,
            witnessed_by=self.witnessed_by.data or None, happened_on=self.happened_on.data,
            words=self.words.data or None, **numbers))


class WithdrawForm(BaseForm):
    """When a consent is withdrawn, and in which words."""

    facts_type = beside.WithdrawFacts

    happened_on = ApproximateDateField(_l("Quand"), default_today=True)
    words = Line(_l("Ce que la personne a dit"), longest=500)


def offer_sides(field, sides) -> None:
    """Offer the sides there are, each with who stands on it, and one more."""
    known = {side.number: f"{side.letter} · {side.name}" for side in sides}
    last = max((OFFERED_AT_LEAST, *(number + 1 for number in known), field.data or 0))
    field.members = tuple((number, known.get(number, letter)) for number, letter in LETTERS[:last])


def offer(form, people, sides=None):
    """Let a form choose among these people, and among these sides; returns the form."""
    if "account_id" in form:
        form.account_id.members = people
    if sides is not None:
        offer_sides(form.side, sides)
    return form
