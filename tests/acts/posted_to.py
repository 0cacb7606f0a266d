"""Every address of the house that is posted to, found in a scene, and what each answer wrote to the database."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from flask import Flask, got_request_exception
from sqlalchemy import event, select
from werkzeug.routing import Rule
from werkzeug.test import TestResponse

from mediation.accounts import service as accounts
from mediation.accounts.models import Account
from mediation.accounts.rules import CodeFacts
from mediation.acts import guard, scope
from mediation.acts.gate import PUBLIC
from mediation.acts.vocabulary import Role, Stage
from mediation.disputes.queries import find
from mediation.kernel.db import db
from mediation.papers.kinds import PaperKind
from mediation.papers.models import Paper
from tests.acts.odd_bodies import Body
from tests.acts.scenes import Scene, put_at, set_up
from tests.builders.accounts import with_password
from tests.builders.documents import added
from tests.builders.papers import issued
from tests.visitor import Visitor

PEOPLE = ("moussa", "bakary", "awa", "salimata", "admin", "kadia")
STAGES = (Stage.REFERRED, Stage.IN_MEDIATION, Stage.REGISTERED, Stage.IN_FOLLOW_UP, Stage.SUSPENDED,
          Stage.NOT_SETTLED, Stage.CLOSED)
WRITES = re.compile(r"\s*(?:INSERT\s+(?:OR\s+\w+\s+)?INTO|UPDATE|DELETE\s+FROM)\s+\"?(\w+)", re.IGNORECASE)


@dataclass
class Written:
    """The tables that committed transactions wrote to, and the errors of the program that became pages."""

    tables: set[str] = field(default_factory=set)
    errors: list[str] = field(default_factory=list)
    begun: dict[int, set[str]] = field(default_factory=dict)

    def said(self, connection, cursor, statement: str, *more) -> None:
        """A statement of a transaction that may still be undone."""
        if table := WRITES.match(statement):
            self.begun.setdefault(id(connection), set()).add(table[1])

    def kept(self, connection) -> None:
        """The transaction ended well."""
        self.tables |= self.begun.pop(id(connection), set())

    def undone(self, connection) -> None:
        """The transaction left nothing."""
        self.begun.pop(id(connection), None)

    def failed(self, app: Flask, exception: Exception) -> None:
        """The program met an error that it does not know."""
        self.errors.append(f"{type(exception).__name__}: {exception}"[:300])

    def forget(self) -> None:
        """Another request begins."""
        for seen in (self.tables, self.errors, self.begun):
            seen.clear()


@contextmanager
def watched(app: Flask) -> Iterator[Written]:
    """Everything that is written, and goes wrong, meanwhile."""
    written = Written()
    heard = (("before_cursor_execute", written.said), ("commit", written.kept), ("rollback", written.undone))
    for name, listener in heard:
        event.listen(db.engine, name, listener)
    with got_request_exception.connected_to(written.failed, app):
        yield written
    for name, listener in heard:
        event.remove(db.engine, name, listener)


@dataclass(frozen=True)
class Opened:
    """Where a rule answers: at which stage of the dispute, to whom, at which address, with which page."""

    stage: Stage
    login: str | None
    address: str
    page: str


@dataclass
class Trial:
    """The scene, who is in it, what is written in it, and the way back to it."""

    app: Flask
    place: object
    scene: Scene
    written: Written
    codes: tuple[str, ...]
    stage: Stage | None = None
    people: dict[str | None, Visitor] = field(default_factory=dict)

    def person(self, login: str | None) -> Visitor:
        """The browser of this person, signed in; of nobody, where there is no name."""
        if login not in self.people:
            self.people[login] = Visitor(self.app)
            if login:
                self.people[login].signed_in(self.scene.ids[login])
        return self.people[login]

    def come_back(self, stage: Stage) -> None:
        """The scene as it was, with the dispute at a stage, and nobody signed in."""
        db.session.remove()
        db.engine.dispose()
        self.place.come_back("posted")
        with guard.opened(None), db.engine.begin() as connection:
            put_at(self.scene, stage, connection)
        self.people.clear()
        self.stage = stage

    def sent(self, login: str | None, address: str, body: Body) -> TestResponse:
        """The answer to this body; what was written before is forgotten."""
        visitor = self.person(login)
        self.written.forget()
        return visitor.open(address + body.behind, method="POST", data=body.data, content_type=body.kind)

    def addresses(self, rule: Rule) -> list[str]:
        """What an address of this shape may be, in the scene."""
        made = [rule.rule.replace("<reference>", self.scene.reference).replace("<kind>/<int:number>", "receipt/0")]
        for place, values in (("<int:number>", "123456"), ("<login>", ("oumar",)), ("<code>", self.codes)):
            made = [one.replace(place, value) for one in made for value in (values if place in one else ("",))]
        return made


def laid_out(app: Flask, place, house, written: Written) -> Trial:
    """The scene in which every act has something to act on; a paper issued, a piece kept, a code to be confirmed."""
    scene = set_up(house)
    house.person("ada", Role.ADMINISTRATOR)
    with_password(house, "admin")
    accounts.renew_account(house.actor("ada"), db.session.get_one(Account, house.ids["oumar"]), CodeFacts("x"))
    with scope.seen_by(house.actor("moussa")):
        dispute = find(scene.reference)
        added(house, dispute, reserved=True)
        issued(house, PaperKind.RECEIPT, dispute)
        code = db.session.scalar(select(Paper.code).order_by(Paper.id.desc()))
    db.session.remove()
    db.engine.dispose()
    place.keep("posted")
    return Trial(app, place, scene, written, ("MSG", "R1C1A1", scene.reference, code))


def posted_to(app: Flask) -> list[Rule]:
    """The rules of the house that take what is posted."""
    return [rule for rule in app.url_map.iter_rules() if "POST" in rule.methods]


def found(trial: Trial) -> dict[str, Opened]:
    """Where each rule that is posted to answers; stage by stage, as a dispute is put back for each."""
    opened = {}
    for stage in STAGES:
        trial.come_back(stage)
        for rule in posted_to(trial.app):
            if rule.rule not in opened and (where := _opened(trial, rule)):
                opened[rule.rule] = where
    return opened


def page_of(answer: TestResponse) -> str:
    """The page of an answer; a file has none."""
    return answer.text if answer.mimetype == "text/html" else ""


def _opened(trial: Trial, rule: Rule) -> Opened | None:
    """Who opens which address of a rule at this stage."""
    public = trial.app.view_functions[rule.endpoint].needs == PUBLIC
    for login in (None,) if public else PEOPLE:
        for address in trial.addresses(rule):
            answer = _looked_at(trial, rule, login, address)
            if answer.status_code in (200, 302):
                return Opened(trial.stage, login, address, page_of(answer))
            if answer.status_code == 403:
                break
    return None


def _looked_at(trial: Trial, rule: Rule, login: str | None, address: str) -> TestResponse:
    """The page at an address; where there is none, what is answered to nothing, which is then undone."""
    if "GET" in rule.methods:
        return trial.person(login).get(address)
    answer = trial.sent(login, address, Body(b""))
    if trial.written.tables:
        trial.come_back(trial.stage)
    return answer
