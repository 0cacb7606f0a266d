"""The filters above the journal; they live in the address and change nothing."""

from flask_wtf import FlaskForm

from mediation.acts.catalogue import CATALOGUE
from mediation.acts.scope import Actor
from mediation.audit.queries import reads_disputes, reads_house
from mediation.audit.telling import REFUSED
from mediation.kernel.days import Day
from mediation.kernel.fields import Choice, Line
from mediation.kernel.language import _, _l


class JournalForm(FlaskForm):
    """Which acts to show; what cannot be read filters nothing and says so beside its box."""

    class Meta:
        csrf = False

    person = Line(_l("Personne"), longest=80)
    dispute = Line(_l("Dossier"), longest=24)
    act = Choice(_l("Acte"), blank=_l("tous, même les lectures"))
    since = Day(_l("Écrit depuis le"))

    def chosen(self) -> dict:
        """The filters in force, by the name of their box."""
        self.validate()
        return {field.name: field.data for field in self if field.data and not field.errors}


def filters_for(actor: Actor, given) -> JournalForm:
    """The filters, with the acts that this reader can find in the journal."""
    form = JournalForm(given)
    if not reads_disputes(actor):
        del form.dispute
    acts = [act for act in CATALOGUE.values() if _is_found(actor, act)]
    told = [(act.name, str(act.told).replace("%(who)s ", "")) for act in acts]
    if reads_house(actor):
        told.append((REFUSED, _("a demandé un acte refusé")))
    form.act.members = told
    form.process(given)
    return form


def _is_found(actor: Actor, act) -> bool:
    in_dispute = act.in_dispute or act.name == "dispute.register"
    return reads_disputes(actor) if in_dispute else reads_house(actor)
