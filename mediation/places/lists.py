"""Lists of places as files: read line by line, checked as a whole, taken over a few places at a time.

A list is a CSV file in UTF-8 with the columns `code,name,kind,parent_code` and, if wanted, `other_names`
(parted by `|`). Every place comes after the one it lies in. Lines that begin with `#` may stand on top.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain, groupby, islice
from pathlib import Path

from mediation.acts.refusals import BrokenRule
from mediation.acts.scope import KEEPER
from mediation.kernel.db import db
from mediation.kernel.language import LazyText, _l
from mediation.kernel.text import fold
from mediation.places import queries, rules, service
from mediation.places.kinds import PlaceKind
from mediation.places.rules import EditionFacts, PlaceFacts

SHIPPED = Path(__file__).parent / "editions" / "mali-2023.csv"
COLUMNS = {"code", "name", "kind", "parent_code"}
KINDS = {word: kind for kind in PlaceKind for word in (kind.value, fold(kind.label.source))}
MOST_PLACES, PLACES_AN_ACT, SAID_MISSING = 100_000, 200, 50


class BadList(Exception):
    """A list that cannot be taken over: the line, and what to do; nothing of it was written."""

    def __init__(self, line: int, text: str | LazyText):
        super().__init__(f"{line}: {text}" if line else str(text))


@dataclass
class Taken:
    """What became of a list: counts, and the places of the same edition that it no longer names."""

    added: int = 0
    changed: int = 0
    unchanged: int = 0
    missing: list[str] = field(default_factory=list)
    missing_count: int = 0


def take_over(file: Path, edition: str) -> Taken:
    """Load a list as this edition, one act for each cercle (200 places at most); what it leaves out stays."""
    cercles = checked(file)
    taken = Taken()
    grouped = groupby((place for _line, place in _places(file)), key=lambda place: cercles[place.code])
    for _cercle, places in grouped:
        while some := list(islice(places, PLACES_AN_ACT)):
            _take(some, edition, taken)
            db.session.expunge_all()
    for place in queries.left_out(edition, set(cercles)):
        taken.missing_count += 1
        if taken.missing_count <= SAID_MISSING:
            taken.missing.append(f"{place.code} {place.name}")
    return taken


def _take(places: list[PlaceFacts], edition: str, taken: Taken) -> None:
    there = queries.among(place.code for place in places)
    new = [place for place in places if place.code not in there]
    other = [place for place in places if place.code in there and service.differs(there[place.code], place, edition)]
    taken.added += len(new)
    taken.changed += len(other)
    taken.unchanged += len(places) - len(new) - len(other)
    if new or other:
        wanted = {place.code for place in (*new, *other)}
        service.load_place(KEEPER, None, EditionFacts(edition, tuple(p for p in places if p.code in wanted)))


def checked(file: Path) -> dict[str, str]:
    """The code of each place of the list, with that of its cercle (or "" above); `BadList` if one cannot be."""
    kinds: dict[str, PlaceKind] = {}
    cercles: dict[str, str] = {}
    for line, place in _places(file):
        try:
            _check(place, kinds, line)
        except BrokenRule as broken:
            raise BadList(line, broken.text) from None
        kinds[place.code] = place.kind
        cercles[place.code] = place.code if place.kind is PlaceKind.CERCLE else cercles.get(place.parent_code, "")
        if len(cercles) > MOST_PLACES:
            raise BadList(line, _l("Cette liste est trop longue. Coupez-la en plusieurs."))
    if not cercles:
        raise BadList(0, _l("Cette liste est vide."))
    return cercles


def _check(place: PlaceFacts, kinds: dict[str, PlaceKind], line: int) -> None:
    rules.speakable_code(place.code)
    rules.named(place)
    if place.code in kinds:
        raise BadList(line, _l("Ce code est déjà plus haut dans la liste."))
    if place.parent_code and place.parent_code not in kinds:
        parent = queries.coded(place.parent_code)
        if parent is None:
            raise BadList(line, _l("Le lieu qui le contient n’est ni plus haut ni dans le registre."))
        kinds.setdefault(place.parent_code, parent.kind)
    rules.lies_where_it_can(place.kind, kinds.get(place.parent_code))


def _places(file: Path) -> Iterator[tuple[int, PlaceFacts]]:
    """Each place of a list with its line, read one by one."""
    try:
        with file.open(encoding="utf-8-sig", newline="") as lines:
            yield from _read(lines)
    except UnicodeDecodeError:
        raise BadList(0, _l("Ce fichier n’est pas en UTF-8. Enregistrez-le en CSV UTF-8.")) from None
    except csv.Error:
        raise BadList(0, _l("Ce fichier n’est pas un CSV lisible.")) from None


def _read(lines) -> Iterator[tuple[int, PlaceFacts]]:
    above, head = 0, next(lines, "")
    while head.startswith("#"):
        above, head = above + 1, next(lines, "")
    reader = csv.DictReader(chain([head], lines), delimiter=";" if ";" in head else ",")
    if not set(reader.fieldnames or ()) >= COLUMNS:
        raise BadList(above + 1, _l("Il faut les colonnes code, name, kind et parent_code."))
    for row in reader:
        yield above + reader.line_num, _told(row, above + reader.line_num)


def _told(row: dict, line: int) -> PlaceFacts:
    cells = {name: " ".join((row.get(name) or "").split()) for name in (*COLUMNS, "other_names")}
    kind = KINDS.get(fold(cells["kind"]))
    if kind is None:
        raise BadList(line, _l("Ce genre de lieu n’existe pas : region, cercle, commune, village…"))
    names = tuple(name for part in cells["other_names"].split("|") if (name := part.strip()))
    return PlaceFacts(cells["code"], cells["name"], kind, cells["parent_code"] or None, names)
