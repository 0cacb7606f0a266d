"""What is asked to make, change or close the address of a calendar: nothing but to go on."""

from mediation.accounts.forms import ConfirmForm
from mediation.calendars import rules, tokens
from mediation.kernel import language
from mediation.kernel.forms import BaseForm


class LinkForm(BaseForm):
    """Nothing is asked; the view draws the secret."""

    token = ""

    def facts(self) -> rules.LinkFacts:
        """The hash of the secret, in the language now spoken."""
        return rules.LinkFacts(tokens.hash_of(self.token), language.spoken())


CloseForm = ConfirmForm
