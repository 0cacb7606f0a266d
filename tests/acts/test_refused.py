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
from tests.acts.scenes import ATTEMPTED, PEOPLE, every_act_of_a_dispute, put_at, set_up
from tests.acts.test_matrix import agreed

SIGHTLESS = ("oumar", "admin", "sira")


def never() -> dict[str, set[str]]:
    """From the golden matrix: who may never do which act, whatever the stage."""
    found = {}
    for kind, columns in agreed(tuple(Stage)).items():
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
                if answer.status_code not in expected and (name, answer.status_code) != ("note.open", 405):
                    wrong.append((login, name, answer.request.method, answer.status_code))
    assert wrong == [] and tried > 500
    after = told(scene)
    assert after[0] == before[0], "a refused act left a trace in the dispute"
    assert after[1] > before[1], "no refusal was written down"


def test_every_act_of_a_dispute_has_a_page(app, scene):
    assert [act.name for act in every_act_of_a_dispute() if page_of(app, scene, act) is None] == []
