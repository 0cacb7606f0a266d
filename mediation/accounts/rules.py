"""What is said of a person with an account, and its musts."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta

from mediation.acts.refusals import BrokenRule
from mediation.kernel.language import LazyText, _l
from mediation.kernel.text import fold

LOGIN = re.compile(r"[a-z0-9][a-z0-9._-]{2,79}")
# Words of the addresses below /people/, which a login would hide.
TAKEN_BY_ADDRESSES = {"new"}

CODE_VALID = timedelta(days=14)
SHORTEST_PASSWORD, LONGEST_PASSWORD, FEWEST_SIGNS = 10, 200, 5

# What is tried first by whoever guesses, here and elsewhere; compared without accents, spaces and end digits.
COMMON = frozenset({
    "motdepasse", "monmotdepasse", "password", "passwordpassword", "azertyuiop", "qwertyuiop",
    "azertyazerty", "qwertyqwerty", "abcdefghij", "administrateur", "administrator", "administration",
    "admin", "bienvenue", "soleil", "bamako", "bamakomali", "mali", "malimali", "maliba", "independance",
    "commission", "secretaire", "mediation", "mediateur", "mediatrice", "president", "foncier",
    "commissionfonciere", "dossier", "dossiers", "inchallah", "alhamdulillah", "bismillah", "iloveyou",
    "jetaime", "doudou", "famille", "facebook", "whatsapp",
})
COUNTING = "01234567890123456789", "98765432109876543210"


@dataclass(frozen=True)
class AccountFacts:
    """Who is invited; with the hash of the one-time code that is given to them apart."""

    login: str
    name: str
    phone: str | None = None
    code_hash: str | None = None


@dataclass(frozen=True)
class AmendFacts:
    """How somebody is called and reached; the login never changes, it is in the journal's memory."""

    name: str
    phone: str | None = None


@dataclass(frozen=True)
class CodeFacts:
    """A one-time code, hashed, for somebody who has none or lost it."""

    code_hash: str


@dataclass(frozen=True)
class PasswordFacts:
    """A new password, hashed before the door is opened: hashing must not hold the write lock.

    `proof` is the kept hash (former password or one-time code) that the person was checked against.
    """

    password_hash: str
    proof: str | None


def speakable_login(login: str) -> None:
    """A login can be said on the telephone: small letters, digits, dots."""
    if not LOGIN.fullmatch(login or ""):
        raise BrokenRule(
            "login", _l("Écrivez au moins 3 signes : petites lettres sans accent, chiffres, points."))


def login_free(login: str, taken: bool) -> None:
    """A login belongs to one person for good, also after they have left."""
    if taken or login in TAKEN_BY_ADDRESSES:
        raise BrokenRule("login", _l("Ce nom d’utilisateur est déjà pris. Choisissez-en un autre."))


def good_password(password: str, login: str, name: str) -> None:
    """Long rather than odd: at least 10 characters, not the person's own name, not what everybody tries."""
    bare = fold(password)
    if len(password) < SHORTEST_PASSWORD:
        raise BrokenRule("password_new", _l("Écrivez au moins 10 signes. Quatre mots suffisent."))
    if bare.strip("0123456789") in {fold(login), fold(name), *map(fold, name.split())} or bare == fold(login):
        raise BrokenRule("password_new", _l("Ce mot de passe ressemble à votre nom. Choisissez-en un autre."))
    if (len(set(password)) < FEWEST_SIGNS or bare.rstrip("0123456789") in COMMON
            or any(bare in counted for counted in COUNTING)):
        raise BrokenRule("password_new", _l("Ce mot de passe est trop connu. Choisissez quatre mots à vous."))


def same_twice(password: str, again: str) -> None:
    """What is typed unseen is typed twice."""
    if password != again:
        raise BrokenRule("password_again", _l("Les deux mots de passe diffèrent. Écrivez-les de nouveau."))


def code_counts(code_hash: str | None, code_until: datetime | None, now: datetime) -> bool:
    """Whether there is a one-time code that was neither used nor left lying too long."""
    return code_hash is not None and code_until is not None and now < code_until


def still_proven(proof: str | None, password_hash: str | None, code_hash: str | None, active: bool) -> None:
    """Under the lock: what the person was checked against is still theirs, so a code opens once only."""
    if not active or proof is None or proof not in (password_hash, code_hash):
        raise BrokenRule("", _l("Votre accès a changé entre-temps. Connectez-vous de nouveau."))


def refusals(active: bool, own: bool, last: bool = False) -> dict[str, LazyText | None]:
    """For each act on somebody's access, why it is refused now; None when it is open.

    `last`: without this person nobody would administer the register.
    """
    needed = _l("C’est la dernière personne à l’administration. Donnez ce rôle à une autre.")
    closed = None if active else _l("Cet accès est fermé. Rouvrez-le d’abord.")
    return {
        "account.amend": None,
        "account.renew": _l("Changez votre mot de passe dans « Mon compte ».") if own else closed,
        "account.deactivate": _l("Demandez à une autre personne de l’administration.") if own
        else _l("Cet accès est déjà fermé.") if not active else needed if last else None,
        "account.reactivate": _l("Cet accès est déjà ouvert.") if active else None,
    }


def required(act: str, active: bool, own: bool, last: bool = False) -> None:
    """Refuse an act on somebody's access that is not open now; nobody closes their own, nor the last one."""
    refusal = refusals(active, own, last)[act]
    if refusal is not None:
        raise BrokenRule("", refusal)


def confirmed_by_another(confirmer: int | None, asker: int | None, person: int) -> None:
    """A new code takes two people, neither of them the person whose code it is."""
    if confirmer == asker:
        raise BrokenRule("", _l("Vous avez demandé ce code. Une autre personne le confirme."))
    if confirmer == person:
        raise BrokenRule("", _l("Ce code est le vôtre. Une autre personne le confirme."))


def waits_to_be_confirmed(asked_at: datetime, confirmed_at: datetime | None, latest: bool, now: datetime) -> None:
    """Only the latest request is confirmed, once, and before it is too old."""
    if confirmed_at is not None:
        raise BrokenRule("", _l("Ce code est déjà confirmé. Il n’y a rien à faire."))
    if not latest or now >= asked_at + CODE_VALID:
        raise BrokenRule("", _l("Cette demande ne vaut plus. Demandez un nouveau code."))
