"""The demo: every act of the regulation happens in some dispute of it, every stage and ending is there."""

import contextvars
import os
import re

import pytest
from alembic.script import ScriptDirectory
from flask_migrate import upgrade
from sqlalchemy import func, select

from mediation import create_app, startup
from mediation.acts import catalogue, scope
from mediation.acts.catalogue import CATALOGUE
from mediation.acts.ledger import LedgerEntry
from mediation.acts.scope import KEEPER
from mediation.acts.verification import verify
from mediation.acts.vocabulary import AgreementStage, Ending, Role, Stage
from mediation.agreements.models import Agreement
from mediation.commissions.kinds import Standing
from mediation.commissions.models import Setting
from mediation.demo.commands import fill
from mediation.demo.people import PASSWORD, PEOPLE
from mediation.disputes.models import Dispute
from mediation.kernel import marks
from mediation.kernel.db import db
from mediation.papers import queries
from mediation.papers.kinds import PaperKind
from mediation.referrals.queries import thread_of

OPENING = {catalogue.REGISTER_DISPUTE.name, catalogue.TRANSCRIBE_DISPUTE.name, catalogue.TAKE_OVER_DISPUTE.name}
IN_A_DISPUTE = OPENING | {act.name for act in CATALOGUE.values() if act.in_dispute}
SECRET = re.compile(r'name="csrf_token"[^>]*value="([^"]+)"')
EVERY_PERSON = [somebody.login for somebody in PEOPLE]


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    """The demo, filled once, without anybody looking at it yet."""
    if os.environ.get("TEST_DATABASE_URL"):
        pytest.skip("the demo is filled on SQLite")
    folder = tmp_path_factory.mktemp("filled")
    app = create_app(INSTANCE=folder, DATABASE_URL=f"sqlite:///{folder / 'demo.sqlite'}", OVER_HTTP=True)
    contextvars.Context().run(_furnish, app)
    return app


def _furnish(app) -> None:
    with app.app_context():
        upgrade()
        marks.mark(marks.DEMO)
        fill()
        marks.mark(marks.FILLED)


@pytest.fixture
def filled(demo):
    """The register of the demo, read as its keeper reads it."""
    with demo.app_context(), scope.seen_by(KEEPER):
        yield demo
        db.session.rollback()


@pytest.fixture
def enter(demo):
    """A person of the demo, signed in by the password that is printed."""
    def entered(login: str):
        client = demo.test_client()
        page = _ask(client, "/sign-in/").get_data(as_text=True)
        _ask(client, "/sign-in/", method="POST", data={
            "login": login, "password": PASSWORD, "csrf_token": SECRET.search(page)[1]})
        return client
    return entered


def _ask(client, address: str, **more):
    return contextvars.Context().run(client.open, address, **more)


def test_every_act_of_a_dispute_is_in_the_history_of_one(filled):
    done = set(db.session.scalars(
        select(LedgerEntry.act).where(LedgerEntry.dispute_id.is_not(None)).distinct()))
    assert sorted(IN_A_DISPUTE - done) == []


def test_there_are_thirty_disputes_or_more(filled):
    assert db.session.scalar(select(func.count(Dispute.id))) >= 30


def test_disputes_stand_at_every_stage_and_have_ended_in_every_way(filled):
    assert set(db.session.scalars(select(Dispute.stage).distinct())) == set(Stage)
    endings = set(db.session.scalars(select(Dispute.ending).where(Dispute.ending.is_not(None)).distinct()))
    assert endings == set(Ending)


def test_agreements_stand_at_every_stage(filled):
    assert set(db.session.scalars(select(Agreement.stage).distinct())) == set(AgreementStage)


def test_every_settlement_that_was_read_can_be_put_on_paper_but_two(filled):
    """The two are there to show how a paper says what it lacks."""
    minutes = queries.composer_of(PaperKind.CONCILIATION)
    read = db.session.scalars(select(Agreement).where(Agreement.stage.not_in(
        [AgreementStage.DRAFTED, AgreementStage.ABANDONED])))
    lacking = {one.dispute.title: [str(must.words) for must in minutes.musts(one) if not must.done] for one in read}
    assert {title: missing for title, missing in lacking.items() if missing} == {
        "Cinq bœufs dans un champ de sorgho": ["qui siégeait à la séance"],
        "Filets déchirés par des chèvres": ["la séance où l’accord a été trouvé"]}


def test_a_quarrel_goes_from_the_village_to_the_commune_in_one_thread(filled):
    first = db.session.scalar(select(Dispute).where(Dispute.title == "Bas-fond partagé en deux"))
    disputes, _links = thread_of(first)
    assert [one.reference[:3] for one in disputes] == ["FAR", "FAR", "MSG"]


def test_institutions_settled_things_and_said_where_they_come_from(filled):
    told = {(row.standing, row.source is not None) for row in db.session.scalars(select(Setting))}
    assert told == {(Standing.VALUE, True), (Standing.NONE_KNOWN, False)}


def test_its_ledger_is_whole(demo):
    with demo.app_context(), db.engine.connect() as connection:
        report = verify(connection)
    assert report.verdict == 0, [str(fault) for fault in report.faults]


def test_somebody_is_printed_for_every_role(demo):
    printed = demo.test_cli_runner().invoke(args=["demo", "load"]).output.splitlines()
    assert [line.split()[0] for line in printed] == [role.value for role in Role]
    assert all(line.split()[1] in EVERY_PERSON and line.endswith(PASSWORD) for line in printed)


def loaded(app):
    """What comes of loading the demo into a register."""
    return contextvars.Context().run(app.test_cli_runner().invoke, args=["demo", "load"])


@pytest.fixture
def behind(tmp_path):
    """A register that lacks the last migration."""
    app = create_app(INSTANCE=tmp_path, DATABASE_URL=f"sqlite:///{tmp_path / 'behind.sqlite'}", OVER_HTTP=True)
    migrations = ScriptDirectory(app.extensions["migrate"].directory)
    with app.app_context():
        upgrade(revision=migrations.get_revision("head").down_revision)
    assert startup.is_behind(app)
    return app


def test_a_filled_demo_that_is_behind_is_migrated_and_keeps_what_was_entered(behind):
    with behind.app_context():
        marks.mark(marks.DEMO)
        marks.mark(marks.FILLED)
        marks.mark("entered")
    assert loaded(behind).exit_code == 0
    startup.require_migrated(behind)
    with behind.app_context():
        assert marks.is_marked("entered")


def test_a_register_that_is_no_demo_is_not_migrated(behind):
    assert "is not a demo" in loaded(behind).output and startup.is_behind(behind)


@pytest.mark.parametrize("login", EVERY_PERSON)
def test_everybody_enters_and_their_home_says_something(enter, login):
    home = _ask(enter(login), "/")
    assert home.status_code == 200
    assert '<h1' in home.get_data(as_text=True)


@pytest.mark.parametrize(("login", "address", "said"), [
    ("yaya", "/received/", "accord visé"), ("nana", "/figures/", "en médiation"), ("hawa", "/referrals/", "Karités"),
    ("salimata", "/remarks/", "plan demandé par le juge"), ("moussa", "/disputes/?view=open", "En médiation"),
])
def test_each_of_the_rarer_roles_finds_what_waits_for_it(enter, login, address, said):
    page = _ask(enter(login), address)
    assert page.status_code == 200
    assert said in page.get_data(as_text=True)
