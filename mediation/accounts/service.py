"""The acts on accounts: invite, amend, renew the code, close and reopen, change one's own password."""

from mediation.accounts import queries, rights, rules
from mediation.accounts.models import Account, CodeRenewal
from mediation.acts import house as acts
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
def renew_account(actor: Actor, account: Account, facts: rules.CodeFacts) -> CodeRenewal:
    """Give a new code to somebody who lost the way in; the old password no longer opens anything.

    So a person whose code was renewed behind their back notices it. The code of whoever serves takes two people:
    as long as somebody else can confirm it, nothing changes before they do.
    """
    rules.required(acts.RENEW_ACCOUNT.name, account.active, account.id == actor.id)
    renewal = CodeRenewal(account=account, institution_id=rights.serves_in(account.id), asked_by=actor.id,
                          asked_at=clock.now())
    if not _takes_two(actor, account):
        renewal.confirmed_at = renewal.asked_at
        _open_with(account, facts.code_hash)
    db.session.add(renewal)
    return renewal


def _takes_two(actor: Actor, account: Account) -> bool:
    """Whether a new code opens more than its person, and somebody else is there to confirm it."""
    keeper = actor.id is None
    return not keeper and rights.ever_served(account.id) and bool(rights.who_confirms(account.id, actor.id))


@performs(acts.CONFIRM_RENEWAL)
def confirm_renewal(actor: Actor, renewal: CodeRenewal, facts: rules.CodeFacts) -> CodeRenewal:
    """Confirm a new code that another person asked for; from now on it opens, and the old password does not."""
    account = renewal.account
    rules.required(acts.RENEW_ACCOUNT.name, account.active, False)
    rules.confirmed_by_another(actor.id, renewal.asked_by, account.id)
    latest = queries.latest_renewal(account.id)
    rules.waits_to_be_confirmed(renewal.asked_at, renewal.confirmed_at, latest is renewal, clock.now())
    renewal.confirmed_by, renewal.confirmed_at = actor.id, clock.now()
    _open_with(account, facts.code_hash)
    # The entry lies in the account's stream, so its number of acts moves with it.
    account.act_count += 1
    return renewal


def _open_with(account: Account, code_hash: str) -> None:
    """From now on this code alone opens the account."""
    account.password_hash = None
    _give_code(account, code_hash)
    _end_sessions(account)


@performs(acts.DEACTIVATE_ACCOUNT)
def deactivate_account(actor: Actor, account: Account, facts: None) -> Account:
    """Close somebody's access at once; what they wrote keeps their name."""
    rules.required(acts.DEACTIVATE_ACCOUNT.name, account.active, account.id == actor.id,
                   rights.is_last_administrator(account.id))
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
