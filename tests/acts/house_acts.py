"""What belongs to no dispute, or begins one: the rows that each such act is attempted on, and the facts.

A line is an act, or an act somewhere else: at the other institution, on the account of another person.
"""

from dataclasses import replace
from datetime import timedelta

from sqlalchemy import select

from mediation.accounts import service as accounts
from mediation.accounts.models import Account, CodeRenewal
from mediation.accounts.rules import AccountFacts, AmendFacts, CodeFacts, PasswordFacts
from mediation.acts.act import Act
from mediation.acts.catalogue import CATALOGUE
from mediation.acts.late import LateFacts
from mediation.acts.scope import KEEPER
from mediation.acts.vocabulary import Role, Stage
from mediation.calendars.rules import LinkFacts
from mediation.commissions import queries as commissions
from mediation.commissions.kinds import Category, InstitutionKind, SettingName, Standing
from mediation.commissions.models import Membership, RoleHeld
from mediation.commissions.rules import EndFacts, InstitutionFacts, MemberFacts, RoleFacts
from mediation.commissions.settings import SettingFacts
from mediation.intake.rules import IntakeFacts, TranscribeFacts
from mediation.kernel import clock
from mediation.kernel.db import db
from mediation.places.kinds import PlaceKind
from mediation.places.models import Place
from mediation.places.rules import EditionFacts, PlaceFacts
from mediation.referrals.models import Referral
from tests.acts.beside import SALIF
from tests.acts.scenes import PEOPLE
from tests.builders import SAISINE

TODAY = clock.today()
CODE, CHOSEN = "hash of a code", "hash of a password"
MEMBER = MemberFacts("Une conseillère", Category.WOMEN, TODAY - timedelta(days=9))
VILLAGE = PlaceFacts("R1C1A9", "Kouloukoro", PlaceKind.VILLAGE, "R1C1A")
COPIED = TranscribeFacts(IntakeFacts(SAISINE), Stage.REGISTERED, late=LateFacts(book="Cahier 2", page="17"))
PASSWORD = PasswordFacts(CHOSEN, CODE)


def nothing(scene, actor) -> None:
    """What does not exist yet."""


def at(code: str):
    """One of the two commissions."""
    return lambda scene, actor: commissions.find(code)


def first(model, *conditions):
    """The first row there is of this kind."""
    return lambda scene, actor: db.session.scalars(select(model).where(*conditions).order_by(model.id)).first()


def account(login: str):
    """The account of somebody."""
    return first(Account, Account.login == login)


def oneself(scene, actor) -> Account:
    """One's own account."""
    return db.session.get_one(Account, actor.id)


def sent(scene, actor) -> Referral:
    """What was sent to the other commission."""
    return scene.row(Referral, 1)


# What each line is attempted on and with. Who may do one does it, and none makes another one impossible.
IN_THE_HOUSE = {
    "dispute.register": (at("MSG"), SAISINE),
    "dispute.register elsewhere": (at("KOB"), SAISINE),
    "dispute.transcribe": (at("MSG"), COPIED),
    "dispute.transcribe elsewhere": (at("KOB"), COPIED),
    "dispute.take_over": (sent, SAISINE),
    "account.invite": (nothing, AccountFacts("nouveau", "Une nouvelle")),
    "account.amend": (account("fanta"), AmendFacts("Fanta Keïta")),
    "account.renew": (account("fanta"), CodeFacts(CODE)),
    "renewal.confirm": (first(CodeRenewal, CodeRenewal.confirmed_at.is_(None)), CodeFacts(CODE)),
    "account.deactivate": (account("fanta"), None),
    "account.reactivate": (account("moriba"), None),
    "account.change_password": (oneself, PASSWORD),
    "account.change_password of another": (account("fanta"), PASSWORD),
    "calendar.make": (oneself, LinkFacts("0" * 64, "fr")),
    "calendar.make of another": (account("fanta"), LinkFacts("1" * 64, "fr")),
    "calendar.renew": (oneself, LinkFacts("2" * 64, "fr")),
    "calendar.renew of another": (account("fanta"), LinkFacts("3" * 64, "fr")),
    "calendar.close": (oneself, None),
    "calendar.close of another": (account("fanta"), None),
    "commission.create": (nothing, InstitutionFacts("NEUF", "Comité", InstitutionKind.RECONCILIATION_COMMITTEE)),
    "commission.amend": (at("MSG"), InstitutionFacts("MSG", "Commission", InstitutionKind.COMMUNE_COMMISSION)),
    "setting.set": (at("MSG"), SettingFacts(SettingName.EXAMINE_DAYS, Standing.NONE_KNOWN)),
    "member.add": (at("MSG"), MEMBER),
    "member.add elsewhere": (at("KOB"), MEMBER),
    "member.end": (first(Membership), EndFacts(TODAY)),
    "role.grant": (at("MSG"), RoleFacts(SALIF, Role.SECRETARY, TODAY, "MSG")),
    "role.end": (first(RoleHeld, RoleHeld.role == Role.MEDIATOR), EndFacts(TODAY)),
    "place.add": (nothing, VILLAGE),
    "place.amend": (first(Place, Place.code == "R1C1A2"), PlaceFacts("R1C1A2", "Kabala", PlaceKind.VILLAGE, "R1C1A")),
    "place.load": (nothing, EditionFacts("Essai", (replace(VILLAGE, code="R1C1A8"),))),
}


def act_of(line: str) -> Act:
    """The act that a line is about."""
    return CATALOGUE[line.split()[0]]


def furnish(house) -> None:
    """A code for everybody, a closed account, and a new code that one administrator asked for and none confirmed."""
    for login, role in (("fanta", Role.ADMINISTRATOR), ("moriba", None), ("siaka", Role.SECRETARY)):
        house.person(login, role, role is Role.SECRETARY and "MSG" or None)
    for login in (*PEOPLE.values(), "salif"):
        accounts.renew_account(KEEPER, account(login)(None, None), CodeFacts(CODE))
    accounts.deactivate_account(KEEPER, account("moriba")(None, None), None)
    # A new code takes two people only where somebody who has already come in can confirm it.
    accounts.change_password_account(house.actor("salif"), account("salif")(None, None), PASSWORD)
    accounts.renew_account(house.actor("fanta"), account("siaka")(None, None), CodeFacts(CODE))
