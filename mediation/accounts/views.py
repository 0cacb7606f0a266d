"""Coming in and going out, one's own account, and the people an administrator lets in."""

from collections.abc import Callable

from flask import Blueprint, current_app, flash, g, redirect, render_template, request, url_for

from mediation.accounts import (
    entering,
    forms,
    kept,
    passwords,
    paths,
    queries,
    rights,
    rules,
    service,
    signin,
    throttle,
)
from mediation.acts import house as acts
from mediation.acts import scope
from mediation.acts.catalogue import CATALOGUE
from mediation.acts.gate import PUBLIC, actor, attempt, needs, needs_role, open_to_all, open_to_signed_in
from mediation.acts.policy import may
from mediation.acts.refusals import BrokenRule, NotFound
from mediation.acts.vocabulary import Role
from mediation.kernel import clock, dates, language
from mediation.kernel.language import _, _l

bp = Blueprint("accounts", __name__)

# Where roles are given is the matter of a later slice; the pages are linked when they are there.
ROLE_PAGES = ("commissions.index", "commissions.grant_role")
LANGUAGE, A_YEAR = "language", 365 * 24 * 3600
# The same sentence for a wrong password, an absent login and a closed access: it tells nobody who has one.
NOT_RECOGNISED = _l("Nom ou mot de passe inexact. Vérifiez les deux, puis recommencez.")
CODE_NOT_RECOGNISED = _l("Nom ou code inexact, ou code trop vieux. Vérifiez, ou demandez un autre code.")
# What a sign-in page says of a form that came too late: the fact, to whoever stands before this browser.
WAITS = _l("Votre session était finie. Votre texte est gardé : il revient quand vous vous connectez.")
WAITS_LOCKED = _l("Le registre était verrouillé. Votre texte est gardé : il revient quand vous déverrouillez.")


@bp.before_app_request
def arrive():
    """For every request: its language, whether its session is in use, and the form that waits on its page."""
    language.speak(request.cookies.get(LANGUAGE, language.SOURCE))
    paths.forget_unreadable_referrer()
    for name in ("held", "kept_form", "kept_here"):
        g.pop(name, None)
    if request.endpoint is None or current_app.view_functions[request.endpoint].needs == PUBLIC:
        return
    here = signin.held()
    if here is not None and here.open:
        signin.touch(here)
        g.kept_form = kept.found(here.account_id, request.path)
        g.kept_here = g.kept_form is not None


@bp.after_app_request
def leave(answer):
    """A form that was given back and has now been taken is no longer kept."""
    if g.get("kept_here") and request.method == "POST" and 300 <= answer.status_code < 400:
        kept.forget(signin.held().account_id, request.path)
    return answer


def ask_to_sign_in(given_back: Callable[[], list[tuple[str, str]]]):
    """The answer to whoever is not, or no longer, signed in: sign in first; nothing typed is lost.

    Where the author of a late form is certain, it is kept for them (see kept.py). Where it is not, or where
    its page cannot be opened again, what was typed is only given back in answer to the browser that sent it:
    `given_back` tells it.
    """
    typed = kept.worth_keeping(request.form) if request.method == "POST" else []
    owner = signin.owner_here() if typed else None
    back = paths.page_asked_for()
    waits = owner is not None and paths.opens(request.path) and kept.keep(owner, request.path, typed)
    if typed and not waits:
        enter = url_for("accounts.sign_in", next=back)
        return render_template("errors/401.html", kept=given_back(), back_url=enter), 401
    if waits:
        flash(str(WAITS_LOCKED if signin.locked_here() else WAITS))
    return redirect(url_for("accounts.sign_in", next=back))


def come_in(account_id: int, login: str, page: str | None):
    """Begin a session for somebody recognised, and open the page they wanted."""
    throttle.succeeded(login)
    renewed = queries.renewals_since(account_id, queries.last_entry(account_id))
    told = [said_renewal(one) for one in renewed]
    signin.begin(account_id)
    kept.remember(account_id)
    for sentence in told:
        flash(sentence)
    return redirect(paths.safe_path(page))


@bp.route("/sign-in/", methods=["GET", "POST"])
@open_to_all
def sign_in():
    here = signin.held()
    if here is not None and here.open and request.method == "GET":
        return redirect(paths.safe_path(request.args.get("next")))
    locked = signin.locked_here() if "other" not in request.args else None
    form = forms.UnlockForm() if locked else forms.SignInForm()
    if form.validate_on_submit():
        login = locked.login if locked else form.login.data
        if account := entering.by_password(login, form.password.data):
            return come_in(account.id, login, request.args.get("next"))
        form.refuse("", NOT_RECOGNISED)
    return render_template("accounts/sign_in.html", form=form, locked=locked, next=request.args.get("next"))


@bp.route("/first-entry/", methods=["GET", "POST"])
@open_to_all
def first_entry():
    form = forms.FirstEntryForm()
    if form.validate_on_submit():
        try:
            account_id = _entered_by_code(form)
            return come_in(account_id, form.login.data, None)
        except BrokenRule as broken:
            form.refuse(broken.field, broken.text)
    return render_template("accounts/first_entry.html", form=form)


def _entered_by_code(form: forms.FirstEntryForm) -> int:
    """The account whose code this is, its password chosen by the person's own act; raises BrokenRule."""
    account = entering.by_code(form.login.data, form.password_code.data)
    if account is None:
        # The second half of a double click: the code is used up, the password already chosen.
        again = entering.chosen_already(form.login.data, form.password_new.data)
        if again is None:
            raise BrokenRule("", CODE_NOT_RECOGNISED)
        return again.id
    facts = form.chosen(account, account.code_hash, signin.drawn("password", form.given_key()))
    themselves = scope.resolve(account.id, account.name)
    return service.change_password_account(themselves, account, facts, key=form.given_key()).id


@bp.route("/sign-out/", methods=["POST"])
@open_to_signed_in
def sign_out():
    signin.end()
    flash(_("Vous êtes déconnecté de ce registre."))
    return redirect(url_for("accounts.sign_in"))


@bp.route("/change-user/", methods=["POST"])
@open_to_signed_in
def change_user():
    signin.end()
    return redirect(url_for("accounts.sign_in"))


@bp.route("/lock/", methods=["POST"])
@open_to_signed_in
def lock():
    signin.lock(signin.held())
    return redirect(url_for("accounts.sign_in", next=paths.page_asked_for()))


@bp.route("/language/<code>/")
@open_to_all
def choose_language(code):
    answer = redirect(paths.safe_path(request.args.get("next")))
    if code in language.languages():
        answer.set_cookie(LANGUAGE, code, max_age=A_YEAR, httponly=True, samesite="Lax",
                          secure=not current_app.config["OVER_HTTP"])
    return answer


@bp.route("/account/")
@open_to_signed_in
def own_account():
    here = signin.held()
    open_sessions = [one for one in queries.sessions_not_ended(here.account_id) if signin.still_open(one)]
    return render_template("accounts/own_account.html", account=queries.own(here.account_id), here=here,
                           sessions=open_sessions, renewals=queries.renewals_of(here.account_id))


@bp.route("/account/password/", methods=["GET", "POST"])
@needs(acts.CHANGE_PASSWORD_ACCOUNT)
def change_password_account():
    form = forms.ChangePasswordForm()
    if form.validate_on_submit():
        account = queries.own(actor().id)
        entering.count_try(account.login, form.password.data)
        form.account, form.seed = account, signin.drawn("password", form.given_key())
        if attempt(form, service.change_password_account, account):
            flash(_("Mot de passe changé. Vos autres sessions sont finies."), "success")
            throttle.succeeded(account.login)
            signin.begin(actor().id)
            return redirect(url_for("accounts.own_account"))
    return render_template("accounts/change_password_account.html", form=form)


@bp.route("/account/end-others/", methods=["POST"])
@open_to_signed_in
def end_others():
    signin.end_others(signin.held())
    flash(_("Vos autres sessions sont finies."), "success")
    return redirect(url_for("accounts.own_account"))


@bp.route("/people/")
@needs_role(Role.ADMINISTRATOR)
def list_people():
    closed, words = request.args.get("access") == "closed", request.args.get("q", "")[:200]
    found = queries.people(not closed, words, request.args.get("page"))
    return render_template("accounts/list_people.html", people=found, closed=closed, words=words)


@bp.route("/people/<login>/")
@needs_role(Role.ADMINISTRATOR)
def show_person(login):
    account = queries.find(login)
    refusals = rules.refusals(account.active, account.id == actor().id, rights.is_last_administrator(account.id))
    return render_template(
        "accounts/show_person.html", account=account, holdings=scope.holdings_of([account.id])[account.id],
        seen_at=queries.last_seen([account.id]).get(account.id), renewals=queries.renewals_of(account.id),
        open_acts=[CATALOGUE[name] for name, refusal in refusals.items() if refusal is None],
        granted_at=[page for page in ROLE_PAGES if page in current_app.view_functions])


@bp.route("/people/new/", methods=["GET", "POST"])
@needs(acts.INVITE_ACCOUNT)
def invite_account():
    form = forms.InviteForm()
    if form.validate_on_submit():
        code = _drawn_code(form)
        if account := attempt(form, service.invite_account, None):
            return _shown_once(account, code)
    return render_template("accounts/invite_account.html", form=form)


@bp.route("/people/<login>/code/", methods=["GET", "POST"])
@needs(acts.RENEW_ACCOUNT)
def renew_account(login):
    account, form = queries.find(login), forms.RenewForm()
    if form.validate_on_submit():
        code = _drawn_code(form)
        if renewal := attempt(form, service.renew_account, account):
            return _half_shown(renewal, first=True) if renewal.by_two else _shown_once(account, code)
    return render_template("accounts/renew_account.html", form=form, account=account,
                           confirm=rights.ever_served(account.id) and rights.who_confirms(account.id, actor().id))


@bp.route("/people/<login>/code/confirm/", methods=["GET", "POST"])
@needs(acts.CONFIRM_RENEWAL)
def confirm_renewal(login):
    renewal, form = queries.latest_renewal(queries.find(login).id), forms.RenewForm()
    if renewal is None or not renewal.by_two or not may(actor(), acts.CONFIRM_RENEWAL, renewal):
        raise NotFound(login)
    if form.validate_on_submit():
        seed = signin.drawn_for("renewal", renewal.id, renewal.asked_at)
        form.code_hash = passwords.hash_password(passwords.one_time_code(seed), seed)
        if attempt(form, service.confirm_renewal, renewal):
            return _half_shown(renewal, first=False)
    return render_template("accounts/confirm_renewal.html", form=form, renewal=renewal)


def _half_shown(renewal, first: bool):
    """The page that tells one half of a code: the first to who asked for it, the second to who confirms it."""
    kept.forget(actor().id, request.path)
    code = passwords.one_time_code(signin.drawn_for("renewal", renewal.id, renewal.asked_at))
    halves = passwords.said_code(code).split("-")
    confirm = rights.who_confirms(renewal.account_id, renewal.asked_by) if first else []
    return render_template("accounts/_half.html", renewal=renewal, code=halves[0 if first else 1], first=first,
                           confirm=confirm)


def said_renewal(renewal) -> str:
    """That a code was renewed, by whom and when, as its person is told."""
    day = dates.said(dates.on((renewal.confirmed_at or renewal.asked_at).date()), clock.today())
    if renewal.confirmed_at is None:
        return _("%(name)s a demandé un nouveau code pour vous : %(day)s.", name=renewal.asker.name, day=day)
    who = [one.name for one in (renewal.asker, renewal.confirmer) if one is not None]
    return _("Votre code a été renouvelé par %(names)s : %(day)s. Si vous ne l’aviez pas demandé, dites-le "
             "à la supervision.", names=", ".join(who), day=day)


def _drawn_code(form) -> str:
    """A code of this form's own, its hash given to the form; sent twice, the form gives the same code."""
    seed = signin.drawn("code", form.given_key())
    code = passwords.one_time_code(seed)
    form.code_hash = passwords.hash_password(code, seed)
    return code


def _shown_once(account, code: str):
    """The page that tells the code: it is the answer to the form itself, and kept nowhere."""
    kept.forget(actor().id, request.path)
    return render_template("accounts/_code.html", account=account, code=passwords.said_code(code))


@bp.route("/people/<login>/amend/", methods=["GET", "POST"])
@needs(acts.AMEND_ACCOUNT)
def amend_account(login):
    account = queries.find(login)
    form = forms.AmendForm(obj=account, seen=account.act_count)
    if form.validate_on_submit() and attempt(form, service.amend_account, account):
        return redirect(url_for("accounts.show_person", login=login))
    return render_template("accounts/amend_account.html", form=form, account=account)


@bp.route("/people/<login>/deactivate/", methods=["GET", "POST"])
@needs(acts.DEACTIVATE_ACCOUNT)
def deactivate_account(login):
    account, form = queries.find(login), forms.ConfirmForm()
    if form.validate_on_submit() and attempt(form, service.deactivate_account, account):
        return redirect(url_for("accounts.show_person", login=login))
    return render_template("accounts/deactivate_account.html", form=form, account=account)


@bp.route("/people/<login>/reactivate/", methods=["GET", "POST"])
@needs(acts.REACTIVATE_ACCOUNT)
def reactivate_account(login):
    account, form = queries.find(login), forms.ConfirmForm()
    if form.validate_on_submit() and attempt(form, service.reactivate_account, account):
        return redirect(url_for("accounts.show_person", login=login))
    return render_template("accounts/reactivate_account.html", form=form, account=account)
