"""Who is in the benchmark's register: two regions, eighty commissions and their people, made by the acts."""

from dataclasses import dataclass
from datetime import timedelta

from mediation.accounts import service as accounts
from mediation.accounts.rules import AccountFacts
from mediation.acts import scope
from mediation.acts.scope import KEEPER
from mediation.acts.vocabulary import Role
from mediation.commissions import service as commissions
from mediation.commissions.kinds import InstitutionKind
from mediation.commissions.rules import InstitutionFacts, RoleFacts
from mediation.kernel import clock
from mediation.places import service as places
from mediation.places.kinds import PlaceKind
from mediation.places.rules import PlaceFacts

REGIONS, CERCLES, COMMUNES, VILLAGES = "AB", 4, 10, 5
MEDIATORS = 3


@dataclass(frozen=True)
class Desk:
    """One commission: its row and code, its villages, and the accounts of its people."""

    id: int
    code: str
    villages: tuple[tuple[int, str], ...]
    secretary: int
    mediators: tuple[tuple[int, str], ...]


def build() -> list[Desk]:
    """Every place, institution and person, in a blank register; the desks, region by region."""
    with scope.seen_by(KEEPER):
        desks = [desk for region in REGIONS for desk in _region(region)]
        _person("admin", Role.ADMINISTRATOR)
    return desks


def _region(code: str) -> list[Desk]:
    _place(code, f"Région {code}", PlaceKind.REGION, None)
    _person(f"reviewer.{code.lower()}", Role.REVIEWER, place=code)
    desks = []
    for cercle in (f"{code}{number}" for number in range(1, CERCLES + 1)):
        _place(cercle, f"Cercle {cercle}", PlaceKind.CERCLE, code)
        desks += [_commune(f"{cercle}C{number}", cercle) for number in range(COMMUNES)]
    return desks


def _commune(code: str, cercle: str) -> Desk:
    _place(code, f"Commune {code}", PlaceKind.COMMUNE, cercle)
    villages = tuple(_place(f"{code}V{n}", f"{name}-{code}", PlaceKind.VILLAGE, code)
                     for n, name in enumerate(("Farako", "Kabala", "Sido", "Tiélé", "N’Gara")[:VILLAGES]))
    row = commissions.create_commission(KEEPER, None, InstitutionFacts(
        code, f"Commission foncière de {code}", InstitutionKind.COMMUNE_COMMISSION, code)).id
    secretary = _person(f"secretary.{code.lower()}", Role.SECRETARY, desk=code)[0]
    _person(f"chair.{code.lower()}", Role.CHAIR, desk=code)
    mediators = tuple(_person(f"mediator{n}.{code.lower()}", Role.MEDIATOR, desk=code) for n in range(MEDIATORS))
    return Desk(row, code, villages, secretary, mediators)


def _place(code: str, name: str, kind: PlaceKind, above: str | None) -> tuple[int, str]:
    return places.add_place(KEEPER, None, PlaceFacts(code, name, kind, above)).id, name


def _person(login: str, role: Role, desk: str | None = None, place: str | None = None) -> tuple[int, str]:
    account, name = accounts.invite_account(KEEPER, None, AccountFacts(login, login.capitalize())).id, login
    commissions.grant_role(KEEPER, None, RoleFacts(account, role, clock.today() - timedelta(days=3000), desk, place))
    return account, name
