"""Every address says what it needs, writes by POST, and shows no row id."""

import re

from mediation.acts.act import Act
from mediation.acts.catalogue import CATALOGUE
from mediation.acts.gate import PUBLIC, endpoint_of

PUBLIC_PAGES = {"static", "accounts.sign_in", "accounts.first_entry", "accounts.choose_language",
                "web.healthz", "web.readyz", "calendars.feed",
                "papers.check", "papers.check_paper"}
WITH_ANOTHER = {"paper.reserve"}  # done by the page of `paper.issue`
KEBAB = re.compile(r"(/(<[a-z_:]+>(\.ics)?|[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)?))*/?")


def rules(app):
    return list(app.url_map.iter_rules())


def test_every_endpoint_needs_something(app):
    assert all(hasattr(view, "needs") for view in app.view_functions.values())


def test_the_public_list_is_short(app):
    public = {name for name, view in app.view_functions.items() if view.needs == PUBLIC}
    assert public <= PUBLIC_PAGES, public - PUBLIC_PAGES


def test_addresses_are_kebab_case_with_typed_parameters(app):
    for rule in rules(app):
        address = re.sub(r"<(\w+:)?(\w+)>", "<x>", rule.rule)
        assert KEBAB.fullmatch(address), rule.rule
        for name in rule.arguments:
            assert name in {"reference", "number", "code", "filename", "login", "token", "kind"}, f"{rule.rule}: {name}"
            if name == "number":
                assert "<int:number>" in rule.rule, rule.rule


def test_every_act_that_writes_is_posted(app):
    with app.app_context():
        for rule in rules(app):
            needs = app.view_functions[rule.endpoint].needs
            if isinstance(needs, tuple) and isinstance(needs[0], Act) and rule.endpoint == endpoint_of(needs[0].name):
                assert "POST" in rule.methods, rule.rule


def test_every_act_of_a_dispute_has_its_page(app):
    with app.app_context():
        missing = [name for name, act in CATALOGUE.items()
                   if act.in_dispute and endpoint_of(name) is None and name not in WITH_ANOTHER]
    assert not missing, f"no route for {missing}"


def test_answers_to_unknown_methods_are_pages_not_lists_of_methods(visit):
    assert visit("moussa").open("/disputes/", method="TRACE").status_code == 405
    assert visit("moussa").open("/disputes/", method="OPTIONS").status_code == 405
