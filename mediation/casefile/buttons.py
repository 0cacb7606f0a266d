"""The buttons of a dispute: for each act that is open now to this reader, the address of its page."""

from dataclasses import dataclass
from functools import lru_cache

from flask import current_app, request, url_for
from werkzeug.routing import Map

from mediation.acts import gate, policy
from mediation.acts.catalogue import CATALOGUE, REGISTER_DISPUTE
from mediation.acts.scope import Actor
from mediation.kernel.language import LazyText


@dataclass(frozen=True)
class Button:
    """An act that would be taken, with its word and the address of its page."""

    name: str
    label: LazyText
    icon: str
    url: str


# No row has this number: it marks where the number stands in an address.
NUMBER = 987654321

# The acts whose page for something planned is another than the one that starts afresh.
PLANNED = {("session.record", "mediation_session"): "sessions.record_planned_session",
           ("visit.record", "visit"): "followup.record_planned_visit"}


def address(name: str, reference: str, number: int | None = None, table: str = "") -> str | None:
    """The page of an act on a dispute, or on the thing of this number in it; None if there is none."""
    return page_at(PLANNED.get((name, table)) or gate.endpoint_of(name) or "", reference, number)


def page_at(endpoint: str, reference: str, number: int | None = None) -> str | None:
    """The address of a page of a dispute, or of a thing in it; None if there is no such page."""
    pattern = _pattern(current_app.url_map, request.script_root, endpoint, number is not None)
    return pattern and pattern.format(reference=reference, number=number)


@lru_cache(maxsize=256)
def _pattern(addresses: Map, root: str, endpoint: str, numbered: bool) -> str | None:
    """How the addresses of an endpoint are made, asked once: a file links to dozens of them."""
    given = {"reference": "REFERENCE", "number": NUMBER} if numbered else {"reference": "REFERENCE"}
    if not any(rule.endpoint == endpoint and rule.arguments == given.keys() for rule in addresses.iter_rules()):
        return None
    return url_for(endpoint, **given).replace("REFERENCE", "{reference}").replace(str(NUMBER), "{number}")


def new_dispute(actor: Actor) -> str | None:
    """Where this person registers a dispute, if they may."""
    if not policy.holds_a_role_for(actor, REGISTER_DISPUTE):
        return None
    endpoint = gate.endpoint_of(REGISTER_DISPUTE.name)
    return url_for(endpoint) if endpoint else None


def button(name: str, subject, dispute, open_to=gate.open_to) -> Button | None:
    """The button of an act on the dispute itself or on something in it, if it is open to this reader now."""
    if not open_to(name, subject):
        return None
    number = None if subject is dispute else subject.number
    url = address(name, dispute.reference, number, subject.__tablename__)
    if url is None:
        return None
    act = CATALOGUE[name]
    return Button(name, act.button, act.icon, url)


def of_dispute(dispute) -> list[Button]:
    """The acts open now on the dispute itself, in the order of the regulation."""
    found = (button(name, dispute, dispute) for name in _with_a_page(current_app.url_map))
    return [one for one in found if one is not None]


@lru_cache(maxsize=4)
def _with_a_page(addresses: Map) -> tuple[str, ...]:
    """The acts whose page is one of the dispute itself, and of nothing in it: a third of them, looked up once."""
    return tuple(name for name, act in CATALOGUE.items() if act.in_dispute and address(name, "") is not None)


def late_of_dispute(dispute) -> list[Button]:
    """What can still be written down of what happened, though its stage has passed."""
    late = (name for name, act in CATALOGUE.items() if act.late)
    found = (button(name, dispute, dispute, gate.late_to) for name in late)
    return [one for one in found if one is not None]


def of_row(row, dispute, *names: str) -> list[Button]:
    """Which of these acts are open now on something in the dispute, or can still be written down late."""
    found = (button(name, row, dispute) or button(name, row, dispute, gate.late_to) for name in names)
    return [one for one in found if one is not None]
