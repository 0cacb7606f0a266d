"""Every act, refused to everybody who may not do it: through its page and by sending its form, without a trace."""

import pytest
from sqlalchemy import func, select

from mediation.acts import guard, scope
from mediation.acts.act import Act
from mediation.acts.ledger import LedgerEntry
from mediation.acts.scope import KEEPER
from mediation.acts.vocabulary import Stage
from mediation.casefile.buttons import address
from mediation.kernel.db import db
from tests.acts.golden import agreed
from tests.acts.scenes import ATTEMPTED, PEOPLE, every_act_of_a_dispute, put_at, set_up
from tests.builders.casefile import complete

FRESH = {"seen": "9999"}  # No form is older than that.
POSTED = {("note.open", 405), ("document.open", 405), ("document.unseal", 405)}
# A paper is asked for by its kind and its row: no button of the dispute itself leads there.
NAMED_FURTHER = {"paper.reserve": "papers/new/receipt/0/", "paper.issue": "papers/new/receipt/0/"}
SIGHTLESS = ("oumar", "admin", "sira", "nana", "lassina")


def never() -> dict[str, set[str]]:
    """From the golden matrix: who may never do which act, whatever the stage."""
    found = {}
    for kind, columns in agreed().items():
        for name in columns[Stage.REGISTERED]:
            if all(column[name] == "no" for column in columns.values()):
                found.setdefault(name, set()).add(PEOPLE[kind])
    return found


@pytest.fixture
def scene(house):
    """The dispute in which everything is there, in mediation."""
    found = set_up(house)
    with guard.opened(None), db.engine.begin() as connection:
        put_at(found, Stage.IN_MEDIATION, connection)
    db.session.remove()
    return found


def page_of(app, scene, act: Act) -> str | None:
    """The address of the act on the row of the scene, or on the dispute when it finds its row itself."""
    if act.name in NAMED_FURTHER:
        return f"/disputes/{scene.reference}/{NAMED_FURTHER[act.name]}"
    row, _facts = ATTEMPTED[act.name]
    with app.test_request_context():
        whole = address(act.name, scene.reference)
        return row and address(act.name, scene.reference, row[1], row[0].__tablename__) or whole


def told(scene) -> tuple[int, int]:
    """How many entries the dispute's stream holds, and how many of refusals there are in all."""
    db.session.rollback()
    with scope.seen_by(KEEPER):
        return (db.session.scalar(select(func.count()).select_from(LedgerEntry).where(
                    LedgerEntry.dispute_id == scene.dispute_id)),
                db.session.scalar(select(func.count()).select_from(LedgerEntry).where(
                    LedgerEntry.act == "act.refused")))


def test_nobody_who_may_not_opens_the_page_of_an_act_or_sends_its_form(app, scene, visit):
    forbidden, pages = never(), {act.name: page_of(app, scene, act) for act in every_act_of_a_dispute()}
    before = told(scene)
    wrong, tried = [], 0
    for login in sorted(set(PEOPLE.values())):
        visitor = visit(login)
        for name, at in pages.items():
            if at is None or login not in forbidden.get(name, ()):
                continue
            for answer in (visitor.get(at), visitor.post(at, {"reason": "Essai"})):
                tried += 1
                expected = (404,) if login in SIGHTLESS else (403, 404)
                if answer.status_code not in expected and (name, answer.status_code) not in POSTED:
                    wrong.append((login, name, answer.request.method, answer.status_code))
    assert wrong == [] and tried > 500
    after = told(scene)
    assert after[0] == before[0], "a refused act left a trace in the dispute"
    assert after[1] > before[1], "no refusal was written down"


def test_every_act_of_a_dispute_has_a_page(app, scene):
    assert [act.name for act in every_act_of_a_dispute() if page_of(app, scene, act) is None] == []


def permitted(act: Act) -> str:
    """Somebody of the scene who may do this act."""
    return next(login for role, login in (("secretary", "moussa"), ("chair", "bakary"), ("mediator", "awa"),
                                          ("reviewer", "salimata")) if role in act.who)


@pytest.mark.parametrize("stage", [Stage.REGISTERED, Stage.CLOSED])
def test_what_is_not_for_this_stage_is_neither_opened_nor_half_filled_for_nothing(app, house, visit, stage):
    scene = set_up(house)
    with guard.opened(None), db.engine.begin() as connection:
        put_at(scene, stage, connection)
    db.session.remove()
    wrong, opened, refused = [], 0, 0
    for act in every_act_of_a_dispute():
        at, visitor = page_of(app, scene, act), visit(permitted(act))
        if at is None:
            continue
        looked = visitor.get(at).status_code
        if looked == 405:
            continue  # It has no form: one button does it.
        sent = visitor.post(at, FRESH)
        opened, refused = opened + (looked == 200), refused + (looked == 409)
        if sent.status_code not in {200: (200, 302), 409: (409,)}[looked]:
            wrong.append((act.name, looked, sent.status_code))
    assert wrong == [] and opened > 20 and refused > 5


@pytest.mark.parametrize("page", ["objects/1/", "objects/1/strike/"])
def test_a_row_that_is_crossed_out_is_not_changed_again(house, visit, page):
    at, moussa = f"/disputes/{complete(house).reference}/", visit("moussa")
    assert moussa.get(at + page).status_code == 200
    assert moussa.post(at + "objects/1/strike/", {"reason": "Saisi par erreur"}).status_code == 302
    assert moussa.get(at + page).status_code == moussa.post(at + page).status_code == 409


def test_what_was_typed_into_a_form_that_came_too_late_and_unfinished_is_given_back(house, visit):
    at, moussa = f"/disputes/{complete(house).reference}/objects/1/strike/", visit("moussa")
    too_long = {"reason": "Le bas-fond aux rôniers " * 40}
    assert moussa.post(at, too_long).status_code == 200
    assert moussa.post(at, {"reason": "Saisi par erreur"}).status_code == 302
    late = moussa.post(at, too_long)
    assert late.status_code == 409 and "Le bas-fond aux rôniers" in late.text
