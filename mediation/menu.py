"""The menu of whoever is signed in: only what exists, only what is open to them, only counts that are true.

It is read once per page, when the page draws it; a page without a menu asks nothing.
"""

from dataclasses import dataclass
from functools import cache, cached_property

from flask import current_app, g, request, url_for
from sqlalchemy import Select, bindparam, select

from mediation.acts import policy
from mediation.acts.act import Act
from mediation.acts.scope import Actor
from mediation.acts.vocabulary import Role
from mediation.casefile.lists import open_disputes
from mediation.commissions.models import Institution
from mediation.kernel.db import db
from mediation.kernel.language import LazyText, _l
from mediation.kernel.paging import capped, counted, said_count

READERS = (Role.MEDIATOR, Role.SECRETARY, Role.CHAIR, Role.REVIEWER)


@dataclass(frozen=True)
class Place:
    """An entry of the menu before anybody looks at it: `bar` puts it in the bar of the phone.

    One that `waits` is there only when something was sent to the reader’s institution.
    """

    endpoint: str
    label: LazyText
    icon: str
    bar: bool = False
    apart: bool = False
    roles: tuple[Role, ...] = ()
    waits: bool = False


PLACES = (
    Place("casefile.home", _l("À faire"), "todo", bar=True),
    Place("casefile.list_disputes", _l("Dossiers"), "folder", bar=True, roles=READERS),
    Place("intake.register_dispute", _l("Nouveau"), "plus", bar=True),
    Place("supervision.list_remarks", _l("Remarques"), "speaker", roles=(Role.REVIEWER, Role.SECRETARY, Role.MEDIATOR)),
    Place("referrals.index", _l("Dossiers reçus"), "paper", roles=(Role.SECRETARY,), waits=True),
    Place("papers.list_blank_papers", _l("Papiers vierges"), "print", roles=(Role.SECRETARY, Role.MEDIATOR)),
    Place("audit.journal", _l("Journal"), "register", bar=True, apart=True),
    Place("accounts.list_people", _l("Personnes"), "people", bar=True, apart=True),
    Place("commissions.index", _l("Institutions"), "house", bar=True),
    Place("reports.list_received", _l("Papiers reçus"), "paper", bar=True),
    Place("reports.show_figures", _l("Chiffres"), "clipboard", bar=True),
    Place("places.index", _l("Lieux"), "map", bar=True, roles=(Role.ADMINISTRATOR,)),
)


@dataclass(frozen=True)
class Entry:
    """An entry as it is drawn."""

    url: str
    label: LazyText
    icon: str
    current: bool
    count: str | None
    bar: bool
    apart: bool
    waiting: bool = False


class Menu:
    """What the frame of a page says of its reader: the entries, and the institution at whose desk they are."""

    def __init__(self, actor: Actor):
        self.actor = actor

    def __iter__(self):
        return iter(self.entries)

    def __len__(self) -> int:
        return len(self.entries)

    @property
    def institution(self) -> str:
        """The name of the first institution in which a role is held now."""
        return self._asked.institution or ""

    @property
    def searches(self) -> bool:
        """Whether there is any dispute that this reader could find."""
        return self.actor.holds(*READERS) or bool(self.actor.sight.own)

    @cached_property
    def entries(self) -> list[Entry]:
        """The entries that exist and are open to this reader, at most four of them in the bar."""
        places = [place for place in PLACES if self._open(place)]
        in_bar = [place for place in places if place.bar][:4]
        return [Entry(url_for(place.endpoint), place.label, place.icon, _is_current(place.endpoint),
                      self._count(place), place in in_bar, place.apart, place.waits) for place in places]

    def _count(self, place: Place) -> str | None:
        if place.waits:
            return said_count(len(self.actor.sight.received))
        return said_count(self._asked.disputes) if place.icon == "folder" else None

    @cached_property
    def _asked(self):
        """The count of open disputes and the name of the desk, in one statement."""
        desk = next(iter(self.actor.at_desk(*Role)), None)
        return db.session.execute(_told(), {"desk": desk}).one()

    def _open(self, place: Place) -> bool:
        view = current_app.view_functions.get(place.endpoint)
        if view is None or place.roles and not self.actor.holds(*place.roles):
            return False
        if place.waits and not self.actor.sight.received:
            return False
        if not isinstance(view.needs, tuple):
            return True
        return any(
            policy.holds_a_role_for(self.actor, need) if isinstance(need, Act) else self.actor.holds(need)
            for need in view.needs)


@cache
def _told() -> Select:
    """What every menu asks, put together once."""
    name = select(Institution.name).where(Institution.id == bindparam("desk")).scalar_subquery()
    return counted(capped(open_disputes()).label("disputes"), name.label("institution"))


def _is_current(endpoint: str) -> bool:
    """Whether the page that is drawn lies under this entry."""
    if request.endpoint == endpoint:
        return True
    if endpoint == "casefile.list_disputes":
        return "dispute" in g or request.endpoint == "casefile.find"
    here = (request.endpoint or "").split(".")[0]
    return endpoint.split(".")[0] == here and here in ("accounts", "commissions", "places", "audit")


def menu_of(actor: Actor | None) -> Menu | tuple:
    """The menu of a reader; nothing for nobody."""
    return Menu(actor) if actor is not None else ()
