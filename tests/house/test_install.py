"""The first institution and the first administrator, on a fresh machine."""

import re

import pytest
from flask_migrate import downgrade

from mediation.accounts.models import Account
from mediation.acts import scope
from mediation.acts.scope import KEEPER
from mediation.acts.vocabulary import Role
from mediation.commissions import queries
from mediation.kernel.db import db

ANSWERS = [
    "install",
    "--code",
    "MSG",
    "--institution",
    "Commission de Massigui",
    "--kind",
    "mediator_network",
    "--place",
    "0101",
    "--login",
    "oumou",
    "--name",
    "Oumou Diarra",
    "--yes",
]


@pytest.fixture
def fresh(app):
    """A database without any table, and the way to give it commands."""
    with app.app_context():
        downgrade(revision="base")
        db.engine.dispose()
    yield app.test_cli_runner().invoke
    with app.app_context():
        db.session.remove()


def test_one_command_makes_the_institution_the_places_and_the_administrator(app, fresh):
    answer = fresh(args=ANSWERS)
    assert answer.exit_code == 0, answer.output
    code = re.search(r"oumou : ([2-9A-Z]{5}-[2-9A-Z]{5})", answer.output)[1]
    with app.app_context(), scope.seen_by(KEEPER):
        (role,) = queries.roles_of(None)
        assert (role.role, role.account.login) == (Role.ADMINISTRATOR, "oumou")
        assert queries.find("MSG").place.name == "Kayes"
        account = db.session.get(Account, role.account_id)
        assert code not in account.code_hash and account.password_hash is None


def test_a_house_is_installed_once(fresh):
    assert fresh(args=ANSWERS).exit_code == 0
    again = fresh(args=ANSWERS)
    assert again.exit_code == 1 and "déjà une administration" in again.output


def test_what_is_not_given_is_asked_for_until_it_is_right(fresh):
    answers = "msg\nMSG\nCommission\n\n\nO\noumou\nOumou Diarra\n\n"
    answer = fresh(args=["install", "--without-places"], input=answers)
    assert answer.exit_code == 0, answer.output
    assert "2 à 10 capitales" in answer.output and "au moins 3 signes" in answer.output
    assert "oumou : " in answer.output


def test_without_questions_what_must_be_said_is_named(fresh):
    answer = fresh(args=["install", "--yes", "--code", "MSG"])
    assert answer.exit_code == 1 and "Il manque --institution" in answer.output
    wrong = fresh(args=[*ANSWERS, "--code", "m"])
    assert wrong.exit_code == 2 and "2 à 10 capitales" in wrong.output


def test_a_wrong_place_leaves_nobody_behind(app, fresh):
    answer = fresh(args=[*ANSWERS, "--place", "NON"])
    assert answer.exit_code == 1 and "place_code" in answer.output
    with app.app_context(), scope.seen_by(KEEPER):
        assert queries.coded("MSG") is None and not queries.has_administrator()
    assert fresh(args=ANSWERS).exit_code == 0
