"""Questions about places: by code, by name in a territory, what lies below another and above it."""

from collections.abc import Iterable, Iterator

from sqlalchemy import func, or_, select
from sqlalchemy.orm import selectinload

from mediation.acts.refusals import NotFound
from mediation.kernel.db import db
from mediation.kernel.text import fold
from mediation.places.kinds import PlaceKind
from mediation.places.models import Place, PlaceName
from mediation.places.rules import CODE

SETTLED = (PlaceKind.VILLAGE, PlaceKind.FRACTION, PlaceKind.QUARTIER, PlaceKind.HAMLET)
SUGGESTED = 150
TWINS, FOUND = 20, 50


def find(code: str) -> Place:
    """The place of this code (`NotFound` if there is none)."""
    found = coded(code)
    if found is None:
        raise NotFound(code)
    return found


def coded(code: str) -> Place | None:
    """The place of this code, if there is one."""
    return db.session.scalar(select(Place).where(Place.code == code)) if CODE.fullmatch(code) else None


def among(codes: Iterable[str]) -> dict[str, Place]:
    """The places of these codes, by code, with their other names."""
    found = db.session.scalars(
        select(Place).where(Place.code.in_(set(codes))).options(selectinload(Place.names)))
    return {place.code: place for place in found}


def below(path: str):
    """The condition of lying in a territory, as a range that every index serves."""
    return (Place.path >= path) & (Place.path < f"{path}~")


def named(name: str, path: str) -> list[Place]:
    """The places of a territory that bear this name, in any spelling on record; twins are never merged."""
    folded = fold(name)
    if not folded:
        return []
    others = select(PlaceName.place_id).where(PlaceName.folded == folded, PlaceName.in_use)
    return list(db.session.scalars(
        select(Place).where(below(path), or_(Place.folded == folded, Place.id.in_(others)))
        .order_by(Place.code).limit(TWINS)))


def listed(words: str) -> list[Place]:
    """The places meant by a code, alone or after a name and a point (« Koba · ML010203 »), or by a name."""
    last = words.split("·")[-1].strip().upper()
    exact = coded(last)
    return [exact] if exact else named(words, "")


def suggestions(path: str) -> list[str]:
    """The names of the villages of a territory, if they are few enough to be sent with a page."""
    names = list(db.session.scalars(
        select(Place.name).where(below(path), Place.kind.in_(SETTLED)).order_by(Place.name)
        .limit(SUGGESTED + 1)))
    return names if len(names) <= SUGGESTED else []


def containing(text: str) -> list[Place]:
    """The places whose name holds these letters, accents and apostrophes ignored; the shortest names first."""
    folded = fold(text)
    if not folded:
        return []
    others = select(PlaceName.place_id).where(PlaceName.folded.contains(folded, autoescape=True), PlaceName.in_use)
    return list(db.session.scalars(
        select(Place).where(or_(Place.folded.contains(folded, autoescape=True), Place.id.in_(others),
                                Place.code == text.strip().upper()))
        .order_by(func.length(Place.folded), Place.folded, Place.code).limit(FOUND)))


def inside(place: Place | None) -> list[Place]:
    """What lies directly in a place, or at the top of the list, by name."""
    parent = Place.parent_id.is_(None) if place is None else Place.parent_id == place.id
    return list(db.session.scalars(select(Place).where(parent).order_by(Place.name, Place.code)))


def counted_inside(places: list[Place]) -> dict[int, int]:
    """How many places lie directly in each of these, by id; none where there is none."""
    rows = db.session.execute(
        select(Place.parent_id, func.count(Place.id))
        .where(Place.parent_id.in_([place.id for place in places]))
        .group_by(Place.parent_id)
    )
    return dict(rows.all())


def above(places: list[Place]) -> dict[str, Place]:
    """Every place that one of these lies in, by code."""
    codes = {code for place in places for code in place.codes_above}
    return {place.code: place for place in db.session.scalars(select(Place).where(Place.code.in_(codes)))}


def all_below(place: Place) -> list[Place]:
    """Everything that lies in a place, however deep, the place itself left out."""
    return list(db.session.scalars(select(Place).where(below(place.path), Place.id != place.id)))


def left_out(edition: str, codes: set[str]) -> Iterator[Place]:
    """The places of an edition that are not among these codes, read a few at a time."""
    places = select(Place).where(Place.edition == edition).order_by(Place.path).execution_options(yield_per=500)
    return (place for place in db.session.scalars(places) if place.code not in codes)


def place_near(form, path: str):
    """Let every place of a form be looked for, and offered, in this territory; returns the form."""
    offered = suggestions(path)
    for field in _place_fields(form):
        field.lookup, field.suggested = (lambda words: named(words, path)), offered
    return form


def _place_fields(fields):
    for field in fields:
        if field.type == "PlaceField":
            yield field
        elif field.type == "FieldList":
            yield from _place_fields(field.entries)
        elif field.type == "FormField":
            yield from _place_fields(field.form)
