"""What every template can say: the reader, the menu, dates and numbers in words, the acts open to them."""

from functools import cache

from flask import Flask, current_app, g, request, url_for
from markupsafe import Markup

from mediation import menu
from mediation.acts import gate
from mediation.acts.catalogue import CATALOGUE
from mediation.kernel import births, clock, dates, language, marks, numbers, paging


def equip(app: Flask) -> None:
    """Put globals, filters and translations into the templates."""
    app.jinja_env.add_extension("jinja2.ext.i18n")
    app.jinja_env.install_gettext_callables(
        lambda text: language._(text), lambda one, many, number: language.ngettext(one, many, number),
        newstyle=True, pgettext=lambda context, text: language.pgettext(context, text))
    app.jinja_env.globals.update(_=_text, gettext=_text, colon=language.colon, static_url=static_url)
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.jinja_env.filters.update(
        said=said, said_day=said_day, said_birth=said_birth, said_number=said_number,
        said_count=paging.said_count)
    app.context_processor(_globals)


def _text(text: str, **values) -> Markup:
    """What the extension's own does, but for a context made for every text: a page holds a hundred."""
    said = Markup(language._(text))
    return said % values if "%" in said else said


def static_url(filename: str) -> str:
    """The address of a static file, built once: a page holds fifty icons."""
    return _static_url(request.script_root, filename)


@cache
def _static_url(root: str, filename: str) -> str:
    return url_for("static", filename=filename)


def said(when, short: bool = False) -> str:
    """An approximate date as it is told."""
    return dates.said(when, clock.today(), short=short) if when else ""


def said_day(day, short: bool = False) -> str:
    """A plain day as it is told."""
    return dates.said(dates.on(day), clock.today(), short=short) if day else ""


def said_birth(when) -> str:
    """A birth or an age as it is told."""
    return births.said_birth(when, clock.today()) if when else ""


def said_number(number) -> str:
    """A number as it is told; nothing when nobody counted."""
    return numbers.said_number(number) if number is not None else ""


def acts_open_to(dispute) -> list:
    """The acts open now on the dispute itself, each with the address of its form."""
    return [(act, url_for(gate.endpoint_of(act.name), reference=dispute.reference))
            for act in CATALOGUE.values()
            if act.in_dispute and not act.of and not act.name.endswith(".strike") and gate.open_to(act.name, dispute)]


def _globals() -> dict:
    somebody = g.get("actor")
    return {"actor": somebody, "language": language.spoken(), "now": clock.now(), "today": clock.today(),
            "this_act": g.get("act"), "open_to": gate.open_to, "late_to": gate.late_to,
            "acts_open_to": acts_open_to, "acts": CATALOGUE,
            "menu": menu.menu_of(somebody), "demo": somebody is not None and _in_a_demo()}


def _in_a_demo() -> bool:
    """Whether the register is full of invented disputes; asked of the database once."""
    known = current_app.extensions.setdefault("marks", {})
    if marks.DEMO not in known:
        known[marks.DEMO] = marks.is_marked(marks.DEMO)
    return known[marks.DEMO]
