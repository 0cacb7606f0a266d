"""What is said of institutions, members and roles, and its musts."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from mediation.acts.refusals import BrokenRule
from mediation.acts.vocabulary import Role
from mediation.commissions.kinds import Category, InstitutionKind, SummonsWord
from mediation.kernel.language import _l
from mediation.places.kinds import PlaceKind

CODE = re.compile(r"[A-Z][A-Z0-9]{1,9}")

# Whose competence is a unit of the map; the others may be competent anywhere.
COMPETENT_IN: dict[InstitutionKind, frozenset[PlaceKind]] = {
    InstitutionKind.VILLAGE_COMMISSION: frozenset({PlaceKind.VILLAGE, PlaceKind.QUARTIER}),
    InstitutionKind.FRACTION_COMMISSION: frozenset({PlaceKind.FRACTION}),
    InstitutionKind.COMMUNE_COMMISSION: frozenset({PlaceKind.COMMUNE}),
    InstitutionKind.CERCLE_COMMISSION: frozenset({PlaceKind.CERCLE}),
    InstitutionKind.TOWN_HALL: frozenset({PlaceKind.COMMUNE}),
    InstitutionKind.PREFECTURE: frozenset({PlaceKind.CERCLE}),
}

AT_A_DESK = frozenset({Role.MEDIATOR, Role.SECRETARY, Role.CHAIR, Role.AUTHORITY})


@dataclass(frozen=True)
class InstitutionFacts:
    """An institution as it is created or corrected; `place_code` is where it has competence."""

    code: str
    name: str
    kind: InstitutionKind
    place_code: str | None = None
    decision: str | None = None
    summons_word: SummonsWord = SummonsWord.SUMMONS


@dataclass(frozen=True)
class MemberFacts:
    """Somebody who sits in an institution."""

    name: str
    category: Category
    since: date
    account_id: int | None = None
    until: date | None = None


@dataclass(frozen=True)
class RoleFacts:
    """A role given to a person, in an institution or over a territory (the code of a place)."""

    account_id: int
    role: Role
    since: date
    institution_code: str | None = None
    place_code: str | None = None
    until: date | None = None


@dataclass(frozen=True)
class EndFacts:
    """The last day of a membership or a role: that day still counts."""

    until: date


@dataclass(frozen=True)
class InstallFacts:
    """The first institution and the first administrator, who enters with a one-time code."""

    institution: InstitutionFacts
    login: str
    name: str
    code_hash: str
    phone: str | None = None


def speakable_code(code: str) -> None:
    """A code is said on the telephone and begins every number: capitals and digits, a letter first."""
    if not CODE.fullmatch(code or ""):
        raise BrokenRule("code", _l("Écrivez 2 à 10 capitales ou chiffres, une lettre d’abord : MSG."))


def code_is_free(taken: bool) -> None:
    """Two institutions never share a code: their disputes would share numbers."""
    if taken:
        raise BrokenRule("code", _l("Ce code est déjà pris. Écrivez-en un autre."))


def code_stays(before: str, after: str) -> None:
    """The code of an institution never changes: the numbers of its disputes begin with it."""
    if before != after:
        raise BrokenRule("code", _l("Le code ne change pas : les numéros des dossiers en viennent."))


def named(name: str | None) -> None:
    """An institution, or a member, has a name."""
    if not (name or "").strip():
        raise BrokenRule("name", _l("Écrivez le nom."))


def competent_there(kind: InstitutionKind, place: PlaceKind | None) -> None:
    """The commission of a commune is competent in a commune, that of a village in a village."""
    if place is not None and place not in COMPETENT_IN.get(kind, frozenset(PlaceKind)):
        raise BrokenRule("place_code", _l("Choisissez un lieu qui va avec ce genre d’institution."))


def in_order(since: date, until: date | None) -> None:
    """Nothing ends before it begins."""
    if until is not None and until < since:
        raise BrokenRule("until", _l("La fin est avant le début. Changez l’une des deux dates."))


def not_over_yet(until: date | None, today: date) -> None:
    """What is over has had its last day; it is not ended a second time."""
    if until is not None and until < today:
        raise BrokenRule("until", _l("C’est déjà terminé depuis cette date. Il n’y a rien à faire."))


def somebody_with_an_account(known: bool) -> None:
    """A person named by an account has one, and it is open."""
    if not known:
        raise BrokenRule("account_id", _l("Choisissez une personne dont l’accès est ouvert."))


def nobody_serves_themselves(actor_id: int | None, account_id: int) -> None:
    """Nobody grants a role to themselves."""
    if actor_id == account_id:
        raise BrokenRule("account_id", _l("Demandez à une autre personne : nul ne se donne un rôle."))


def has_its_reach(facts: RoleFacts) -> None:
    """A desk, and an authority, is in an institution; a review has an institution or a territory; whoever
    counts has a territory; administration has neither."""
    institution, territory = facts.institution_code is not None, facts.place_code is not None
    if facts.role in AT_A_DESK and (not institution or territory):
        raise BrokenRule("role", _l("Donnez ce rôle dans une institution."))
    if facts.role is Role.REVIEWER and institution == territory:
        raise BrokenRule("place_code", _l("Choisissez le territoire, ou une institution, pas les deux."))
    if facts.role is Role.ANALYST and (institution or not territory):
        raise BrokenRule("role" if institution else "place_code",
                         _l("Le suivi-évaluation porte sur un territoire : choisissez-le."))
    if facts.role is Role.ADMINISTRATOR and (institution or territory):
        raise BrokenRule("role", _l("L’administration vaut partout : n’indiquez pas de lieu."))


def gives_access(kind: InstitutionKind | None) -> None:
    """Security committees give no access to the register (regulation, part 2)."""
    if kind is InstitutionKind.SECURITY_COMMITTEE:
        raise BrokenRule("role", _l("Un comité de sécurité ne donne aucun accès. Choisissez une autre institution."))


def nobody_loses_access(kind: InstitutionKind, roles: int) -> None:
    """An institution in which roles are held does not become one that gives no access."""
    if kind is InstitutionKind.SECURITY_COMMITTEE and roles:
        raise BrokenRule("kind", _l("Un comité de sécurité ne donne aucun accès. Retirez d’abord les rôles."))


def not_held_already(held: Iterable[tuple[date, date | None]], since: date, until: date | None) -> None:
    """The same role is not held twice on the same day; ends are days that count."""
    for start, end in held:
        if (until is None or start <= until) and (end is None or since <= end):
            raise BrokenRule("since", _l("Ce rôle est déjà donné à ces dates. Mettez-y fin d’abord."))


def an_administrator_remains(role: Role, others: int) -> None:
    """The house keeps at least one administrator whose role has no end."""
    if role is Role.ADMINISTRATOR and not others:
        raise BrokenRule("until", _l("C’est la dernière personne à l’administration. Donnez ce rôle à une autre."))
