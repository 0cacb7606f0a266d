"""The acts on accounts: invite, amend, renew the code, close and reopen, change one's own password."""

from mediation.accounts import queries, rules
from mediation.accounts.models import Account
from mediation.acts import catalogue as acts
from mediation.acts.door import performs
from mediation.acts.scope import Actor
from mediation.kernel import clock
from mediation.kernel.db import db
from mediation.kernel.text import fold_words


@performs(acts.INVITE_ACCOUNT)
def invite_account(actor: Actor, subject: None, facts: rules.AccountFacts) -> Account:
    """Make an account; the person enters with a one-time code given apart."""
    rules.speakable_login(facts.login)
    rules.login_free(facts.login, queries.with_login(facts.login) is not None)
    account = Account(login=facts.login, active=True, act_count=0)
    _call(account, facts.name, facts.phone)
    if facts.code_hash:
        _give_code(account, facts.code_hash)
    db.session.add(account)
    return account


@performs(acts.AMEND_ACCOUNT)
def amend_account(actor: Actor, account: Account, facts: rules.AmendFacts) -> Account:
    """Correct how somebody is called and reached."""
    _call(account, facts.name, facts.phone)
    return account


@performs(acts.RENEW_ACCOUNT)
def renew_account(actor: Actor, account: Account, facts: rules.CodeFacts) -> Account:
    """Give a new code to somebody who lost the way in; the old password no longer opens anything.

    So a person whose code was renewed behind their back notices it.
    """
    rules.required(acts.RENEW_ACCOUNT.name, account.active, account.id == actor.id)
    account.password_hash = None
    _give_code(account, facts.code_hash)
    _end_sessions(account)
    return account


@performs(acts.DEACTIVATE_ACCOUNT)
def deactivate_account(actor: Actor, account: Account, facts: None) -> Account:
    """Close somebody's access at once; what they wrote keeps their name."""
    rules.required(acts.DEACTIVATE_ACCOUNT.name, account.active, account.id == actor.id)
    account.active = False
    _end_sessions(account)
    return account


@performs(acts.REACTIVATE_ACCOUNT)
def reactivate_account(actor: Actor, account: Account, facts: None) -> Account:
    """Open a closed access again."""
    rules.required(acts.REACTIVATE_ACCOUNT.name, account.active, account.id == actor.id)
    account.active = True
    return account


@performs(acts.CHANGE_PASSWORD_ACCOUNT)
def change_password_account(actor: Actor, account: Account, facts: rules.PasswordFacts) -> Account:
    """Choose one's own password, the first one or another; the code is used up, every session ends."""
    rules.still_proven(facts.proof, account.password_hash, account.code_hash, account.active)
    account.password_hash, account.code_hash, account.code_until = facts.password_hash, None, None
    _end_sessions(account)
    return account


def _call(account: Account, name: str, phone: str | None) -> None:
    account.name, account.phone = name, phone
    account.folded = fold_words(f"{name} {account.login}")[:400]


def _give_code(account: Account, code_hash: str) -> None:
    account.code_hash, account.code_until = code_hash, clock.now() + rules.CODE_VALID


def _end_sessions(account: Account) -> None:
    """In the act's own transaction, so that no session outlives the right it stood on."""
    for session in queries.sessions_not_ended(account.id):
        session.ended_at = clock.now()
