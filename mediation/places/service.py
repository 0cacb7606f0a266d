"""The acts on places: add one, correct one, load an edition of the official list."""

from dataclasses import replace

from sqlalchemy import select

from mediation.acts import house as acts
from mediation.acts.door import performs
from mediation.acts.refusals import BrokenRule
from mediation.acts.scope import Actor
from mediation.kernel.db import db
from mediation.kernel.language import _l
from mediation.kernel.text import fold
from mediation.places import queries, rules
from mediation.places.models import ADDED_HERE, FOLLOWING, LONGEST_PATH, Place, PlaceName


@performs(acts.ADD_PLACE)
def add_place(actor: Actor, subject: None, facts: rules.PlaceFacts) -> Place:
    """Add a place below another one, with the other ways of writing its name."""
    rules.code_is_free(queries.coded(facts.code) is not None)
    return _added(facts, _container(facts), ADDED_HERE)


@performs(acts.AMEND_PLACE)
def amend_place(actor: Actor, place: Place, facts: rules.PlaceFacts) -> Place:
    """Correct a place; when it is moved, all that lies in it and all that stands on it follows."""
    rules.code_stays(place.code, facts.code)
    _write(place, facts, _container(facts))
    return place


@performs(acts.LOAD_PLACE)
def load_place(actor: Actor, subject: None, facts: rules.EditionFacts) -> Place:
    """Take over some places of an edition: add what is not there, correct what differs; nothing is ended."""
    known = queries.among(code for told in facts.places for code in (told.code, told.parent_code) if code)
    for told in facts.places:
        place, parent = known.get(told.code), _among(known, told)
        if place is None:
            known[told.code] = _added(told, parent, facts.edition)
        elif differs(place, told, facts.edition):
            _write(place, _completed(place, told), parent)
            place.edition = facts.edition
    return known[facts.places[0].code]


def differs(place: Place, told: rules.PlaceFacts, edition: str) -> bool:
    """Whether an edition says something else of a place than the register does; a list gives no dates."""
    parent = place.codes_above[-1] if place.codes_above else None
    known = {place.folded, *map(fold, place.other_names)}
    return ((place.name, place.kind, parent, place.edition) != (told.name, told.kind, told.parent_code, edition)
            or not {fold(name) for name in told.other_names} <= known)


def _completed(place: Place, told: rules.PlaceFacts) -> rules.PlaceFacts:
    """What an edition says, with the dates and the other names that only this register knows."""
    return replace(told, since=place.since, until=place.until,
                   other_names=(*place.other_names, *told.other_names)[:rules.MOST_NAMES])


def _container(facts: rules.PlaceFacts) -> Place | None:
    if not facts.parent_code:
        return None
    parent = queries.coded(facts.parent_code)
    if parent is None:
        raise BrokenRule("parent_code", _l("Ce lieu n’est pas dans la liste. Ajoutez-le d’abord."))
    return parent


def _among(known: dict[str, Place], told: rules.PlaceFacts) -> Place | None:
    if told.parent_code and told.parent_code not in known:
        raise BrokenRule("parent_code", _l("Ce lieu n’est pas dans la liste. Ajoutez-le d’abord."))
    return known.get(told.parent_code)


def _added(facts: rules.PlaceFacts, parent: Place | None, edition: str) -> Place:
    rules.speakable_code(facts.code)
    rules.named(facts)
    rules.in_order(facts)
    rules.lies_where_it_can(facts.kind, parent.kind if parent else None)
    place = Place(
        code=facts.code,
        name=rules.tidy(facts.name),
        folded=fold(facts.name),
        kind=facts.kind,
        parent=parent,
        path=_path(facts.code, parent),
        names=[],
        since=facts.since,
        until=facts.until,
        edition=edition,
        act_count=0,
    )
    db.session.add(place)
    db.session.flush()
    _name_otherwise(place, facts.other_names)
    return place


def _write(place: Place, facts: rules.PlaceFacts, parent: Place | None) -> None:
    rules.named(facts)
    rules.in_order(facts)
    rules.lies_where_it_can(facts.kind, parent.kind if parent else None)
    if facts.kind is not place.kind:
        rules.contents_still_fit(facts.kind, {inner.kind for inner in queries.inside(place)})
    if parent is not place.parent:
        _move(place, parent)
    place.name, place.folded, place.kind = rules.tidy(facts.name), fold(facts.name), facts.kind
    place.since, place.until = facts.since, facts.until
    _name_otherwise(place, facts.other_names)


def _move(place: Place, parent: Place | None) -> None:
    """Put a place elsewhere, and rewrite every path that went through it."""
    if parent is not None:
        rules.not_in_itself(place.path, parent.path)
    old, new = place.path, _path(place.code, parent)
    for inner in queries.all_below(place):
        inner.path = rules.short_enough(new + inner.path[len(old):], LONGEST_PATH)
    for column in FOLLOWING:
        standing = select(column.class_).where(column >= old, column < f"{old}~")
        for row in db.session.scalars(standing):
            setattr(row, column.key, new + getattr(row, column.key)[len(old):])
    place.parent, place.path = parent, new


def _path(code: str, parent: Place | None) -> str:
    return rules.short_enough(f"{parent.path if parent else ''}{code}/", LONGEST_PATH)


def _name_otherwise(place: Place, names: tuple[str, ...]) -> None:
    """Keep the other names given, take back those left out; the name itself and doubles are no other names."""
    given: dict[str, str] = {}
    for name in names:
        if fold(name) not in ("", place.folded):
            given.setdefault(fold(name), rules.tidy(name))
    known = {name.folded: name for name in place.names}
    for name in place.names:
        name.in_use = name.folded in given
    for folded, name in given.items():
        if folded in known:
            known[folded].name = name
        else:
            db.session.add(PlaceName(place=place, name=name, folded=folded, in_use=True))
    db.session.flush()
