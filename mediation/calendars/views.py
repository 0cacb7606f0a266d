"""The address of one's own calendar, and the calendar itself, which telephones fetch without signing in."""

from datetime import timedelta
from hashlib import sha256
from urllib.parse import urlsplit

from flask import Blueprint, Response, current_app, flash, redirect, render_template, request, url_for
from werkzeug.exceptions import TooManyRequests

from mediation.accounts import kept, signin, throttle
from mediation.accounts import queries as accounts
from mediation.acts import house as acts
from mediation.acts import scope
from mediation.acts.gate import actor, attempt, needs, open_to_all, open_to_signed_in
from mediation.acts.refusals import NotFound
from mediation.calendars import events, fetched, forms, ics, queries, service, tokens
from mediation.kernel import clock, language
from mediation.kernel.language import _

bp = Blueprint("calendars", __name__)

# How far a calendar looks: what was lately, and a year of what is to come.
BACK, AHEAD = timedelta(days=90), timedelta(days=400)

# The register in the names of entries where no address of it was settled.
UNSETTLED = "dossiers"


@bp.route("/account/calendar/")
@open_to_signed_in
def show_calendar():
    link = queries.link_of(actor().id)
    fetched_on = queries.fetched_on(link) if link else None
    return render_template("calendars/show_calendar.html", link=link, fetched_on=fetched_on)


@bp.route("/account/calendar/new/", methods=["GET", "POST"])
@needs(acts.MAKE_CALENDAR)
def make_calendar():
    form = forms.LinkForm()
    if form.validate_on_submit() and (answer := _opened(form, service.make_calendar)):
        return answer
    return render_template("calendars/make_calendar.html", form=form)


@bp.route("/account/calendar/renew/", methods=["GET", "POST"])
@needs(acts.RENEW_CALENDAR)
def renew_calendar():
    form = forms.LinkForm()
    if form.validate_on_submit() and (answer := _opened(form, service.renew_calendar)):
        return answer
    return render_template("calendars/renew_calendar.html", form=form)


def _opened(form: forms.LinkForm, verb):
    """The page that shows the new address: it is the answer to the form itself, and kept nowhere."""
    form.token = tokens.drawn(signin.drawn("calendar", form.given_key()))
    link = attempt(form, verb, accounts.own(actor().id))
    if link is None:
        return None
    kept.forget(actor().id, request.path)
    if link.closed_at is not None:
        # The form came a second time, after its address was closed.
        return redirect(url_for(".show_calendar"))
    address = url_for(".feed", token=form.token, _external=True)
    return render_template("calendars/_address.html", address=address,
                           web_address=f"webcal://{address.partition('://')[2]}")


@bp.route("/account/calendar/close/", methods=["GET", "POST"])
@needs(acts.CLOSE_CALENDAR)
def close_calendar():
    form = forms.CloseForm()
    if form.validate_on_submit() and attempt(form, service.close_calendar, accounts.own(actor().id)):
        flash(_("Adresse fermée : elle ne donne plus rien."), "success")
        return redirect(url_for(".show_calendar"))
    return render_template("calendars/close_calendar.html", form=form)


@bp.route("/calendar/<token>.ics")
@open_to_all
def feed(token):
    link = _asked_for(token)
    language.speak(link.language)
    with scope.seen_by(scope.resolve(link.account_id, link.name)):
        body = ics.written(_("Séances et visites"), _entries())
    fetched.note(link.id, link.fetched_on, clock.today())
    answer = Response(body, content_type="text/calendar; charset=utf-8")
    answer.headers["Cache-Control"] = "private, no-cache"
    answer.set_etag(sha256(body).hexdigest()[:32])
    return answer.make_conditional(request)


def _asked_for(token: str) -> queries.Opened:
    """The open address of this secret; the same 404 for one that is unknown, closed or no secret at all."""
    network = request.remote_addr or ""
    if tokens.hash_of(token) is None:
        raise NotFound("calendar")
    if throttle.guesses_too_often(network):
        raise TooManyRequests
    link = queries.opened_with(token)
    if link is None:
        throttle.count_guess(network)
        raise NotFound("calendar")
    return link


def _entries() -> list[ics.Event]:
    """What the person whose calendar it is sees now; of a closed access, nothing: their telephone forgets it too."""
    today = clock.today()
    first, last = today - BACK, today + AHEAD
    found = queries.meetings(first, last, today)
    return events.events(found, events.Frame(
        first, last, queries.revisions(one.dispute_id for one in found),
        queries.communes(one.place_id for one in found),
        lambda reference: url_for("casefile.show", reference=reference, _external=True), _register()))


def _register() -> str:
    """What ends the name of every entry: never the name this was asked by, or each entry would be there twice."""
    return urlsplit(current_app.config["ADDRESS"]).hostname or UNSETTLED
