"""What is said of a place, and its musts."""

import re
from dataclasses import dataclass
from datetime import date

from mediation.acts.refusals import BrokenRule
from mediation.kernel.language import _l
from mediation.kernel.text import BadText, clean, fold
from mediation.places.kinds import PlaceKind

CODE = re.compile(r"[A-Z0-9][A-Z0-9-]{0,19}")
LONGEST_NAME, MOST_NAMES = 120, 20

BASIC = frozenset({PlaceKind.VILLAGE, PlaceKind.FRACTION, PlaceKind.QUARTIER})

# What each kind lies in; None is the top. The communes of the district of Bamako lie in it directly.
LIES_IN: dict[PlaceKind, frozenset[PlaceKind | None]] = {
    PlaceKind.COUNTRY: frozenset({None}),
    PlaceKind.REGION: frozenset({None, PlaceKind.COUNTRY}),
    PlaceKind.CERCLE: frozenset({PlaceKind.REGION}),
    PlaceKind.COMMUNE: frozenset({PlaceKind.CERCLE, PlaceKind.REGION}),
    **dict.fromkeys(BASIC, frozenset({PlaceKind.COMMUNE})),
    PlaceKind.HAMLET: BASIC | {PlaceKind.COMMUNE},
}


@dataclass(frozen=True)
class PlaceFacts:
    """A place, the place it lies in (by code), its other names, and the days between which it exists."""

    code: str
    name: str
    kind: PlaceKind
    parent_code: str | None = None
    other_names: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True)
class EditionFacts:
    """Some places of an edition of the official list, each after the place it lies in."""

    edition: str
    places: tuple[PlaceFacts, ...]


def speakable_code(code: str) -> None:
    """A code can be part of a path: capitals, digits and hyphens, 20 at most."""
    if not CODE.fullmatch(code or ""):
        raise BrokenRule("code", _l("Écrivez le code en capitales et en chiffres, 20 signes au plus."))


def code_is_free(taken: bool) -> None:
    """Two places never share a code, also when they share a name."""
    if taken:
        raise BrokenRule("code", _l("Ce code est déjà pris. Écrivez-en un autre."))


def code_stays(before: str, after: str) -> None:
    """The code of a place never changes: papers and lists name it."""
    if before != after:
        raise BrokenRule("code", _l("Le code ne change pas. Ajoutez un autre lieu."))


def named(facts: PlaceFacts) -> None:
    """A place has a name with at least one letter or digit, and names are not endless."""
    if not any(sign.isalnum() for sign in facts.name or ""):
        raise BrokenRule("name", _l("Écrivez le nom du lieu."))
    if len(facts.other_names) > MOST_NAMES:
        raise BrokenRule("other_names", _l("Écrivez 20 autres noms au plus."))
    for field, names in (("name", (facts.name,)), ("other_names", facts.other_names)):
        if any(not _can_be_kept(name) for name in names):
            raise BrokenRule(field, _l("Écrivez chaque nom en 120 signes au plus, sans signe illisible."))


def _can_be_kept(name: str) -> bool:
    try:
        return 0 < len(tidy(name)) <= LONGEST_NAME and len(fold(name)) <= LONGEST_NAME
    except BadText:
        return False


def tidy(name: str) -> str:
    """A name as it is kept: on one line, without blanks around it."""
    return " ".join(clean(name).split())


def lies_where_it_can(kind: PlaceKind, parent: PlaceKind | None) -> None:
    """A commune lies in a cercle, a village in a commune: what contains a place is above it."""
    if parent in LIES_IN[kind]:
        return
    if None in LIES_IN[kind]:
        raise BrokenRule("parent_code", _l("Laissez cette case vide : ce lieu est tout en haut."))
    raise BrokenRule("parent_code", _l("Ce lieu ne peut pas s’y trouver. Choisissez un lieu au-dessus de lui."))


def contents_still_fit(kind: PlaceKind, below: set[PlaceKind]) -> None:
    """A place that changes its kind can still contain what lies in it."""
    if any(kind not in LIES_IN[one] for one in below):
        raise BrokenRule("kind", _l("Ce lieu en contient d’autres. Déplacez-les d’abord."))


def not_in_itself(path: str, parent_path: str) -> None:
    """A place never lies in itself, nor in what it contains."""
    if parent_path.startswith(path):
        raise BrokenRule("parent_code", _l("Ce lieu est dans celui que vous modifiez. Choisissez-en un autre."))


def short_enough(path: str, longest: int) -> str:
    """The path, if the codes from the top down to the place can be kept one after the other."""
    if len(path) > longest:
        raise BrokenRule("code", _l("Les codes de ce lieu et de ceux qui le contiennent sont trop longs ensemble. "
                                    "Écrivez un code plus court."))
    return path


def in_order(facts: PlaceFacts) -> None:
    """A place does not end before it begins."""
    if facts.since and facts.until and facts.until < facts.since:
        raise BrokenRule("until", _l("La fin est avant le début. Changez l’une des deux dates."))
