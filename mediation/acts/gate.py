"""Between the web and the door: who is asking, which dispute is meant, may this page be opened at all.

Every endpoint says what it needs, or the application does not start. A number in the address becomes the
dispute before the view runs, so that the order of refusals is the same everywhere: 404, then 403, then 409.
"""

from collections.abc import Callable
from functools import wraps

from flask import Flask, current_app, flash, g, request, url_for
from flask_login import current_user

from mediation.acts import scope
from mediation.acts.act import Act
from mediation.acts.catalogue import CATALOGUE
from mediation.acts.door import note_refusal
from mediation.acts.policy import dispute_of, holds_a_role_for, may
from mediation.acts.refusals import BrokenRule, NotPermitted, NotSignedIn, StaleForm, WrongStage
from mediation.acts.scope import Actor
from mediation.acts.vocabulary import Role
from mediation.acts.workflow import late_now, open_now, require_stage
from mediation.kernel.language import _

PUBLIC, SIGNED_IN = "public", "signed in"
LOOKS = ("GET", "HEAD")


def needs(*acts: Act) -> Callable:
    """The page is for whoever may do one of these acts; the first is what it is named after."""

    def decorate(view: Callable) -> Callable:
        @wraps(view)
        def page(*args, **kwargs):
            answer = view(*args, **kwargs)
            # A form that never came to the door would be filled in for nothing once its time has passed.
            if isinstance(answer, str) and request.method == "POST" and not g.get("judged"):
                _require_time()
            return answer

        return _mark(acts)(page)

    return decorate


def due(row, still: bool = True):
    """The row, if it is time for the act of this page: a form that could not be saved is not even opened.

    A form already sent is judged at the door, or as it comes back unfinished. `still` is what the row
    itself says beside its stage: a member who left is not replaced.
    """
    g.due = row, still
    if request.method in LOOKS:
        _require_time()
    return row


def _require_time() -> None:
    """Refuse the page whose act is not for now (`WrongStage`): of its row, else of the dispute."""
    row, still = g.get("due") or (g.get("dispute"), True)
    if row is None or g.act is None or not g.act.in_dispute:
        return
    require_stage(g.act, row)
    if not still:
        raise WrongStage(g.act, row)


def needs_role(*roles: Role) -> Callable:
    """The page only reads, and is for these roles."""
    return _mark(roles)


def open_to_signed_in(view: Callable) -> Callable:
    """The page is for everybody who is signed in; what it shows is scoped."""
    return _mark(SIGNED_IN)(view)


def open_to_all(view: Callable) -> Callable:
    """The page is on the short public list."""
    return _mark(PUBLIC)(view)


def _mark(need) -> Callable:
    def decorate(view: Callable) -> Callable:
        view.needs = need
        return view

    return decorate


def actor() -> Actor:
    """Who is asking; raises `NotSignedIn` when nobody is."""
    if "actor" not in g:
        if not current_user.is_authenticated:
            raise NotSignedIn
        g.actor = scope.resolve(current_user.id, current_user.name)
    return g.actor


def open_to(name: str, subject) -> bool:
    """Whether this act is open now, to this reader, on this subject: the button is shown exactly then."""
    act = CATALOGUE[name]
    return may(actor(), act, subject) and open_now(act, subject) and endpoint_of(name) is not None


def late_to(name: str, subject) -> bool:
    """Whether the time of this act has passed, but this reader may still write down what happened."""
    act = CATALOGUE[name]
    return may(actor(), act, subject) and late_now(act, subject) and endpoint_of(name) is not None


def require_right(act: Act, subject) -> None:
    """Refuse the page of an act to whoever may not do it on this subject (`NotPermitted`), and write that down."""
    if not may(actor(), act, subject):
        note_refusal(actor(), act.name, subject)
        raise NotPermitted(act, subject)


def attempt(form, verb: Callable, subject):
    """Ask the door for an act with what the form holds; None when a rule refused it, with the reason in place."""
    g.judged = True
    try:
        done = verb(actor(), subject, form.facts(), key=form.given_key(), seen=form.given_count())
    except BrokenRule as broken:
        for rule in (broken, *broken.others):
            form.refuse(rule.field, rule.text)
        return None
    except (WrongStage, StaleForm) as moved:
        moved.form = form
        raise
    if not verb.act.everyone:
        told = verb.act.told % {"who": actor().name}
        flash(str(verb.act.done or _("C’est enregistré : %(what)s.", what=told)), "success")
        if done is not subject and (undo := _way_back(verb, done)) is not None:
            flash(undo, "undo")
    return done


def _way_back(verb: Callable, done) -> str | None:
    """Where what was just added can be struck out at once, if it can; several acts at once are not undone."""
    name = f"{verb.act.noun}.strike"
    if verb.several or name not in CATALOGUE or not hasattr(done, "struck_at") or not open_to(name, done):
        return None
    return url_for(endpoint_of(name), reference=dispute_of(done).reference, number=done.number)


def keep(app: Flask, find_dispute: Callable) -> None:
    """Put the gate before every view of the application, and refuse to start when a view needs nothing."""
    app.before_request(lambda: _stand_before(find_dispute))

    @app.teardown_request
    def _forget_viewer(error) -> None:
        scope.look_as(None)


def require_needs(app: Flask) -> None:
    """Refuse to start (RuntimeError) if an endpoint does not say what it needs; learn where each act is done."""
    found = app.extensions["endpoints of acts"] = {}
    for endpoint, view in app.view_functions.items():
        if not hasattr(view, "needs"):
            raise RuntimeError(f"endpoint {endpoint} does not say what it needs: see acts/gate.py")
        for act in view.needs if isinstance(view.needs, tuple) else ():
            if isinstance(act, Act) and endpoint.split(".")[-1] == act.verb:
                found[act.name] = endpoint


def endpoint_of(name: str) -> str | None:
    """The endpoint at which an act is done (None for what has no page)."""
    return current_app.extensions["endpoints of acts"].get(name)


def _stand_before(find_dispute: Callable) -> None:
    scope.look_as(None)
    for name in ("actor", "act", "dispute", "due", "judged", "filled_form", "_login_user"):
        g.pop(name, None)
    if request.endpoint is None:
        return
    need = current_app.view_functions[request.endpoint].needs
    if need == PUBLIC:
        return
    scope.look_as(actor())
    if "reference" in (request.view_args or {}):
        request.view_args["dispute"] = g.dispute = find_dispute(request.view_args.pop("reference"))
    if need != SIGNED_IN:
        g.act = next((one for one in need if isinstance(one, Act)), None)
        _check(need, g.get("dispute"))


def _check(need: tuple, dispute) -> None:
    """Refuse a page to whoever could not do what it is for; on a first look also when its time is not now."""
    acts = [one for one in need if isinstance(one, Act)]
    roles = [one for one in need if isinstance(one, Role)]
    if actor().holds(*roles):
        return
    allowed = [act for act in acts if _could(act, dispute)]
    if not allowed:
        note_refusal(actor(), acts[0].name if acts else request.endpoint, dispute)
        raise NotPermitted(acts[0] if acts else None, dispute)
    if request.method in LOOKS and dispute is not None and len(acts) == 1:
        require_stage(acts[0], dispute)


def _could(act: Act, dispute) -> bool:
    if act.in_dispute and dispute is not None:
        return may(actor(), act, dispute)
    return holds_a_role_for(actor(), act)
