"""A visit to the field that nobody had written down, found again once the dispute was closed."""

from datetime import timedelta

import pytest

from mediation.acts import scope
from mediation.disputes.rules import WithdrawFacts
from mediation.disputes.service import withdraw_dispute
from mediation.kernel import clock, dates
from tests.builders.casefile import complete
from tests.builders.sessions import days
from tests.journeys.forms import Person

SEEN, WHY = "La limite suit le marigot jusqu’au karité.", "Le cahier était resté au village"
CLOSED, BEFORE, AFTER = -20, -30, -10


@pytest.fixture
def people(app, visit, house, monkeypatch):
    """The secretary and the supervisor, at the page of a dispute that was closed twenty days ago."""
    monkeypatch.setitem(app.config, "WTF_CSRF_ENABLED", True)
    with scope.seen_by(house.actor("moussa")):
        dispute = withdraw_dispute(house.actor("moussa"), complete(house),
                                   WithdrawFacts("La famille", "Entente", days(CLOSED)))
        file = f"/disputes/{dispute.reference}/"
    found = [Person(visit(login)) for login in ("moussa", "salimata")]
    for person in found:
        person.open(file)
    return found


def made(ago: int) -> dict[str, str]:
    """The day of a visit to the field, as it is typed."""
    when = clock.today() + timedelta(days=ago)
    return {"happened_on-precision": "day", "happened_on-day": str(when.day), "happened_on-month": str(when.month),
            "happened_on-year": str(when.year)}


def said(ago: int) -> str:
    return dates.said(days(ago), clock.today())


def test_a_visit_of_before_the_closing_is_written_down_late_and_one_of_after_it_is_not(people):
    moussa, salimata = people
    file = moussa.address
    moussa.follow("Noter une séance")
    told = {"kind": "site_visit", "result": "goes_on", "said": SEEN, "attendance-0-presence": "came"}

    page = moussa.refused({**told, **made(BEFORE)})
    assert "Écrivez pourquoi vous notez ce fait maintenant." in page.words

    page = moussa.refused({"late_reason": WHY, **made(AFTER)})
    assert f"Le dossier était déjà clos ({said(CLOSED)})" in page.words and "nouveau dossier" in page.words
    kept = page.task.boxes
    typed = {**told, **made(AFTER), "late_reason": WHY}
    assert {name: kept[name].values for name in typed} == {name: [words] for name, words in typed.items()}

    moussa.send(made(BEFORE))
    for page in (moussa.open(f"{file}chronology/"), moussa.open(file)):
        assert f"saisie tardive : {WHY}" in page.words and "clos : demande retirée" in page.words
    assert said(BEFORE) in moussa.open(f"{file}sessions/1/").words
    page = salimata.open(f"{file}journal/")
    assert "saisie tardive" in page.words and WHY in page.words
    assert "Noter une séance" not in salimata.open(file).links
