"""People who chose a password, or hold a one-time code, by the acts that make them so."""

import contextvars
import re
from datetime import timedelta

from mediation.accounts import passwords, service
from mediation.accounts.models import Account
from mediation.accounts.rules import CodeFacts, PasswordFacts
from mediation.acts.scope import KEEPER
from mediation.kernel import clock
from mediation.kernel.db import db

PASSWORD = "quatre mots au marigot"
CODE = "K7PQM3XWZD"


def with_code(house, login: str, code: str = CODE) -> str:
    """Somebody of the house (`moussa`) who holds this one-time code."""
    account = db.session.get_one(Account, house.ids[login])
    service.renew_account(KEEPER, account, CodeFacts(passwords.hash_password(code)))
    return code


def with_password(house, login: str, password: str = PASSWORD) -> str:
    """Somebody of the house who entered and chose this password."""
    with_code(house, login)
    account = db.session.get_one(Account, house.ids[login])
    service.change_password_account(
        house.actor(login), account, PasswordFacts(passwords.hash_password(password), account.code_hash))
    db.session.rollback()
    return password


def signs_in(visitor, login: str, password: str = PASSWORD, page: str = "/account/"):
    """The answer to a person who signs in."""
    return visitor.post(f"/sign-in/?next={page}", {"login": login, "password": password})


def later(shift: timedelta, ask, *args, **more):
    """Ask for a page at a later moment: `later(timedelta(minutes=31), visitor.client.get, "/")`."""

    def asked():
        with clock.moved_by(shift):
            return ask(*args, **more)

    return contextvars.Context().run(asked)


def hidden(page: str, name: str) -> str:
    """The value of a hidden field of a page."""
    tag = re.search(rf'<input[^>]*name="{name}"[^>]*>', page)
    return re.search(r'value="([^"]*)"', tag[0])[1]
