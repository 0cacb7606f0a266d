"""What is said of those beside the parties, and its musts: who helps, and to what people consent."""

from dataclasses import dataclass

from mediation.acts.refusals import BrokenRule
from mediation.disputes.rules import in_order
from mediation.kernel.dates import ApproximateDate
from mediation.kernel.language import _l
from mediation.parties.kinds import ConsentForm, ConsentScope, HelperQuality, Language
from mediation.parties.rules import leads_to


@dataclass(frozen=True)
class IntermediaryFacts:
    """Somebody who helps, by quality; `people` is how many when it is a group, `replaced_by` a number."""

    quality: HelperQuality | None
    quality_words: str | None = None
    name: str | None = None
    other_names: str | None = None
    reported_as: str | None = None
    source: str | None = None
    side: int | None = None
    people: int | None = None
    women: int | None = None
    men: int | None = None
    did: str | None = None
    since: ApproximateDate | None = None
    until: ApproximateDate | None = None
    replaced_by: int | None = None


@dataclass(frozen=True)
class ConsentFacts:
    """To what somebody consents: a party or a witness (numbers), or a person in words."""

    scope: ConsentScope | None
    party: int | None = None
    witness: int | None = None
    person: str | None = None
    form: ConsentForm | None = None
    language: Language | None = None
    witnessed_by: str | None = None
    happened_on: ApproximateDate | None = None
    words: str | None = None


@dataclass(frozen=True)
class ConsentsFacts:
    """Several consents of one person, given together."""

    scopes: tuple[ConsentScope, ...]
    given: ConsentFacts


@dataclass(frozen=True)
class WithdrawFacts:
    """When a consent is withdrawn, and in which words."""

    happened_on: ApproximateDate | None = None
    words: str | None = None


def helps_in_a_quality(facts: IntermediaryFacts) -> None:
    """Whoever helps does so in a quality; another one than those of the list is told in words."""
    if facts.quality is None:
        raise BrokenRule("quality", _l("Choisissez en quelle qualité cette personne aide."))
    if facts.quality is HelperQuality.OTHER and not facts.quality_words:
        raise BrokenRule("quality_words", _l("Écrivez la qualité, comme on la dit."))


def counts_helpers(facts: IntermediaryFacts) -> None:
    """A group that helps has at least one person, and not fewer than its women and men."""
    if facts.people is not None and facts.people < 1:
        raise BrokenRule("people", _l("Écrivez au moins 1, ou laissez vide si personne ne le sait."))
    if facts.people is not None and (facts.women or 0) + (facts.men or 0) > facts.people:
        raise BrokenRule("people", _l("Le total est plus petit que femmes et hommes ensemble. Corrigez un nombre."))


def source_gives_a_name(facts: IntermediaryFacts) -> None:
    """A source that names somebody otherwise gives the other name."""
    if facts.source and not facts.reported_as:
        raise BrokenRule("reported_as", _l("Écrivez aussi le nom que donne cette source."))


def helped_in_order(facts: IntermediaryFacts) -> None:
    """Nobody stops helping certainly before they began."""
    in_order("until", facts.since, facts.until, _l("Cette date est avant le début. Changez l’une des deux."))


def may_be_replaced(one: int | None, other: int | None, following: dict[int, int | None]) -> None:
    """Who helps is replaced by somebody else, never in a circle; `following` is by row who took over."""
    if other is None or one is None:
        return
    if other == one:
        raise BrokenRule("replaced_by", _l("Choisissez une autre personne que celle-ci."))
    if leads_to(other, one, lambda row: filter(None, (following.get(row),))):
        raise BrokenRule("replaced_by", _l(
            "Cette personne a déjà été remplacée par celle-ci. Choisissez-en une autre."))


def consents_to_something(facts: ConsentFacts) -> None:
    """A consent is to something."""
    if facts.scope is None:
        raise BrokenRule("scopes", _l("Choisissez à quoi la personne consent."))


def comes_from_one(facts: ConsentFacts) -> None:
    """A consent is of one person: a party, a witness, or somebody by name."""
    told = [one for one in (facts.party, facts.witness, facts.person) if one]
    if not told:
        raise BrokenRule("who", _l("Choisissez qui consent, ou écrivez son nom."))
    if len(told) > 1:
        raise BrokenRule("person", _l("Choisissez dans la liste, ou écrivez un nom, pas les deux."))


def not_given_already(same: int) -> None:
    """Who consents to something already is not written down again."""
    if same:
        raise BrokenRule("scopes", _l("Ce consentement est déjà noté. Décochez-le."))


def withdrawn_after_given(given: ApproximateDate | None, withdrawn: ApproximateDate | None) -> None:
    """A consent is not withdrawn certainly before it was given."""
    in_order("happened_on", given, withdrawn, _l("Le consentement a été donné après cette date. Changez-la."))
