"""The line of filters above the list of disputes; it lives in the address and changes nothing."""

from flask_wtf import FlaskForm

from mediation.acts.vocabulary import Stage
from mediation.casefile.lists import Sorting
from mediation.disputes.kinds import DisputeKind
from mediation.kernel.days import Day
from mediation.kernel.fields import Choice, Line
from mediation.kernel.language import _l


class FilterForm(FlaskForm):
    """Which disputes to list; what cannot be read filters nothing and says so beside its box."""

    class Meta:
        csrf = False

    village = Line(_l("Village"), longest=80)
    stage = Choice(_l("Étape"), Stage, blank=_l("toutes"))
    kind = Choice(_l("Type de litige"), DisputeKind, blank=_l("tous"))
    mediator = Line(_l("Équipe"), longest=80)
    since = Day(_l("Enregistré depuis"))
    order = Choice(_l("Ordre"), [one for one in Sorting if one is not Sorting.RECENT],
                   blank=Sorting.RECENT.label)

    def chosen(self) -> dict:
        """The filters in force, by the name of their box; what is blank or unreadable is left out."""
        self.validate()
        filters = (field for field in self if field.name != "order")
        return {field.name: field.data for field in filters if field.data and not field.errors}
