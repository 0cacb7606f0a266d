"""What is asked to come in, and of people; passwords and codes are hashed here, before any door is opened.

The names of secret fields begin with `password`: nothing under such a name is ever shown again or kept.
"""

from wtforms import widgets

from mediation.accounts import passwords, rules
from mediation.acts.refusals import BrokenRule
from mediation.kernel.fields import Line
from mediation.kernel.forms import BaseForm
from mediation.kernel.language import _l


class Password(Line):
    """A box whose content is not shown; what is typed counts to the letter, but for blanks around it."""

    widget = widgets.PasswordInput()

    def read(self, text: str) -> str:
        super().read(text)
        return text


class Login(Line):
    """A login; phones like to begin it with a capital."""

    def read(self, text: str) -> str:
        return super().read(text).lower()


def _login(**more) -> Login:
    return Login(_l("Nom d’utilisateur"), longest=80, required=_l("Écrivez le nom d’utilisateur."), **more)


def _password(label, asked) -> Password:
    return Password(label, required=asked, longest=rules.LONGEST_PASSWORD)


def _new_password() -> Password:
    return _password(_l("Nouveau mot de passe"), _l("Choisissez un mot de passe."))


def _same_password() -> Password:
    return _password(_l("Le même, encore une fois"), _l("Écrivez le même mot de passe."))


class SignInForm(BaseForm):
    """Who, and the password."""

    login = _login()
    password = _password(_l("Mot de passe"), _l("Écrivez votre mot de passe."))


class UnlockForm(BaseForm):
    """The password of whoever locked the register."""

    password = _password(_l("Mot de passe"), _l("Écrivez votre mot de passe."))


class ChooseForm(BaseForm):
    """A form in which a new password is chosen, typed twice as `password_new` and `password_again`."""

    def chosen(self, account, proof: str | None, seed: bytes | None) -> rules.PasswordFacts:
        """The new password, hashed; raises BrokenRule for a weak one."""
        rules.good_password(self.password_new.data, account.login, account.name)
        rules.same_twice(self.password_new.data, self.password_again.data)
        return rules.PasswordFacts(passwords.hash_password(self.password_new.data, seed), proof)


class FirstEntryForm(ChooseForm):
    """The one-time code, and the first password."""

    login = _login()
    password_code = Password(_l("Code d’entrée"), longest=40, required=_l("Écrivez le code reçu."),
                             widget=widgets.TextInput())
    password_new = _new_password()
    password_again = _same_password()


class ChangePasswordForm(ChooseForm):
    """The present password, and the next one; the view says whose, and under which seed it is hashed."""

    password = _password(_l("Mot de passe actuel"), _l("Écrivez votre mot de passe actuel."))
    password_new = _new_password()
    password_again = _same_password()
    account, seed = None, None

    def facts(self) -> rules.PasswordFacts:
        """The next password, proven by the present one."""
        if not passwords.fits(self.password.data, self.account.password_hash):
            raise BrokenRule("password", _l("Ce n’est pas votre mot de passe actuel. Écrivez-le de nouveau."))
        return self.chosen(self.account, self.account.password_hash, self.seed)


class AmendForm(BaseForm):
    """How somebody is called and reached."""

    facts_type = rules.AmendFacts

    name = Line(_l("Nom complet"), longest=120, required=_l("Écrivez le nom de la personne."))
    phone = Line(_l("Téléphone"), longest=40, description=_l("Pour l’appeler, pas pour se connecter."))


class InviteForm(AmendForm):
    """Who is invited; the view draws the code."""

    facts_type = rules.AccountFacts

    login = _login(description=_l(
        "Petites lettres sans accent, chiffres, points : « awa.togola ». Il ne change plus."))
    code_hash = None

    def facts(self) -> rules.AccountFacts:
        """Who is invited, with the hash of their code."""
        return rules.AccountFacts(self.login.data, self.name.data, self.phone.data or None, self.code_hash)


class RenewForm(BaseForm):
    """Nothing is asked; the view draws the code."""

    code_hash = None

    def facts(self) -> rules.CodeFacts:
        """The hash of the new code."""
        return rules.CodeFacts(self.code_hash)


class ConfirmForm(BaseForm):
    """Nothing is asked but to go on."""

    def facts(self) -> None:
        """Nothing is said."""
