"""How a place is asked for: from the list, in free words, or abroad; and what is asked of a place itself."""

from collections.abc import Callable
from dataclasses import replace

from wtforms import Field, widgets
from wtforms.utils import unset_value
from wtforms.validators import StopValidation

from mediation.kernel.days import Day
from mediation.kernel.fields import Asked, Choice, Line, Words
from mediation.kernel.forms import BaseForm
from mediation.kernel.language import _l
from mediation.kernel.text import BadInput, clean, shown
from mediation.places import rules
from mediation.places.kinds import PlaceKind
from mediation.places.models import Place, SaidPlace

LONGEST, LONGEST_COUNTRY = 200, 80
NONE_OF_THESE = "none"


class PlaceField(Asked, Field):
    """A place as it is said; `lookup` finds listed places of that name, `suggested` are offered.

    Read from `<name>` (the words), `<name>-country` (abroad) and `<name>-code` (the one chosen among
    `twins`, or `none`). A name that the list does not know is kept as words: a fact is never refused
    for its place. A row that only holds a place stands for it.
    """

    widget = widgets.TextInput()
    missing = _l("Écrivez le village. Si vous ne savez pas, écrivez « on ne sait pas ».")

    def __init__(self, label=None, *args, **kwargs):
        super().__init__(label, *args, **kwargs)
        self.lookup: Callable[[str], list[Place]] = lambda words: []
        self.suggested: list[str] = []
        self.twins: list[Place] = []
        self.typed_country = self.chosen = ""

    def process(self, formdata, data=unset_value, extra_filters=None):
        self.typed_country = _posted(formdata, f"{self.name}-country")
        self.chosen = _posted(formdata, f"{self.name}-code")
        super().process(formdata, getattr(data, "place", data), extra_filters)

    def process_formdata(self, valuelist):
        if not valuelist:
            return
        self.data = None
        words, country = _short(_text(valuelist), LONGEST), _short(self.typed_country, LONGEST_COUNTRY)
        if country and not words:
            raise BadInput(_l("Écrivez aussi le lieu dans ce pays, ou « on ne sait pas »."))
        if words:
            self.data = SaidPlace(None, words, country or None)

    def pre_validate(self, form):
        super().pre_validate(form)
        if self.data is not None and not self.data.country:
            self._settle()

    def _settle(self) -> None:
        """Recognise a listed place; ask which one when several bear the name; keep the words otherwise."""
        kept = self.object_data
        if isinstance(kept, SaidPlace) and kept.words == self.data.words and not kept.country and not self.chosen:
            self.data = kept
            return
        found = self.lookup(self.data.words)
        found = [place for place in found if place.code == self.chosen] or found
        if len(found) == 1:
            self.data = SaidPlace(found[0].id, found[0].name)
        elif found:
            self.twins = found
            if self.chosen != NONE_OF_THESE:
                raise StopValidation(str(_l("Plusieurs lieux portent ce nom. Choisissez le bon.")))

    def _value(self) -> str:
        if self.raw_data:
            return shown(_text(self.raw_data))
        return self.data.words if self.data else ""

    def said(self) -> str:
        """The place with its country, to be compared with another; one that cannot be read, as it was typed."""
        return str(self.data) if self.data else ", ".join(filter(None, (self._value(), self.country_typed)))

    @property
    def country_typed(self) -> str:
        """The country as typed, or as kept."""
        if self.raw_data or self.typed_country:
            return shown(self.typed_country)
        return self.data.country or "" if self.data else ""


class ListedPlace(Asked, Field):
    """A place that must be in the list, asked for by name or by code; its value is the row itself.

    Written back as « Koba · ML010203 », so that a name shared by several places stays settled.
    """

    widget = widgets.TextInput()
    missing = _l("Écrivez le nom du lieu, ou son code.")

    def __init__(self, label=None, *args, lookup: Callable[[str], list[Place]] = lambda words: [], **kwargs):
        super().__init__(label, *args, **kwargs)
        self.lookup = lookup
        self.twins: list[Place] = []
        self.suggested: list[str] = []
        self.words = self.chosen = ""

    def process(self, formdata, *args, **kwargs):
        self.chosen = _posted(formdata, f"{self.name}-code")
        super().process(formdata, *args, **kwargs)

    def process_formdata(self, valuelist):
        if valuelist:
            self.data = None
            self.words = _short(_text(valuelist), LONGEST)

    def pre_validate(self, form):
        if self.words and not self.process_errors:
            self._settle()
        super().pre_validate(form)

    def _settle(self) -> None:
        found = self.lookup(self.words)
        found = [place for place in found if place.code == self.chosen] or found
        if not found:
            raise StopValidation(str(_l("Ce lieu n’est pas dans la liste. Cherchez son nom dans les lieux.")))
        if len(found) > 1:
            self.twins = found
            raise StopValidation(str(_l("Plusieurs lieux portent ce nom. Choisissez le bon.")))
        self.data = found[0]

    def _value(self) -> str:
        if self.raw_data:
            return shown(_text(self.raw_data))
        return self.said()

    def said(self) -> str:
        """The place by name and code."""
        return f"{self.data.name} · {self.data.code}" if self.data else shown(self.words)


class Names(Words):
    """Several names, one per line."""

    empty = ()

    def read(self, text: str) -> tuple[str, ...]:
        return tuple(filter(None, (" ".join(line.split()) for line in super().read(text).splitlines())))

    def written(self) -> str:
        return "\n".join(self.data)


class PlaceForm(BaseForm):
    """A place of the list."""

    facts_type = rules.PlaceFacts

    name = Line(_l("Nom du lieu"), longest=rules.LONGEST_NAME, required=_l("Écrivez le nom du lieu."))
    kind = Choice(_l("C’est"), PlaceKind, required=_l("Choisissez ce que c’est."))
    code = Line(_l("Code"), longest=20, required=_l("Écrivez le code de ce lieu."),
                description=_l("Celui de la liste officielle, ou un code à vous : KOBA-3."))
    parent = ListedPlace(_l("Il se trouve dans"), description=_l("Le nom ou le code. Rien pour une région."))
    other_names = Names(_l("Autres noms"), longest=3000, description=_l("Un nom par ligne."))
    since = Day(_l("Existe depuis le"), description=_l("Par exemple 05/03/2026. Rien si on ne sait pas."))
    until = Day(_l("A existé jusqu’au"), description=_l("Rien s’il existe toujours."))

    def facts(self) -> rules.PlaceFacts:
        """The place told, its container by code."""
        return replace(super().facts(), parent_code=self.parent.data.code if self.parent.data else None)

    def refuse(self, name: str, text) -> None:
        """A refused container is shown beside the box in which it is asked for."""
        super().refuse("parent" if name == "parent_code" else name, text)


class AmendPlaceForm(PlaceForm):
    """A place that is in the list; its code is shown and stays."""

    code = Line(_l("Code"), longest=20, render_kw={"readonly": True}, description=_l("Il ne change pas."))


def _posted(formdata, name: str) -> str:
    values = formdata.getlist(name) if formdata else []
    return _text(values) if values else ""


def _text(values: list) -> str:
    """The last value posted; a file in the place of a text is unreadable."""
    return values[-1] if isinstance(values[-1], str) else "\ufffd"


def _short(text: str, longest: int) -> str:
    text = " ".join(clean(text).split())
    if len(text) > longest:
        raise BadInput(_l("C’est trop long : écrivez %(longest)d signes au plus."), longest=longest)
    return text
