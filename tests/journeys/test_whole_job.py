"""The whole job from saisine to closing: three people at their browsers, and a fourth who reads it."""

from datetime import timedelta

import pytest

from mediation.kernel import clock
from tests.journeys.forms import Person

TITLE = "Limite des champs au marigot de Farako"
PARTIES = {"parties-0-name": "Tiémoko Doumbala", "parties-0-kind": "person", "parties-0-side": "1",
           "parties-0-asked": "y", "parties-1-name": "Nah Bérétala", "parties-1-kind": "person",
           "parties-1-side": "2"}
FIELD = {"objects-0-kind": "field", "objects-0-description": "Deux champs de mil, au bord du marigot."}
SAID = "La limite suivait le karité."
STONES, PASSAGE = "posent ensemble une ligne de pierres", "laisse un passage de 4 m jusqu’au puits"


@pytest.fixture
def people(app, visit, monkeypatch):
    """Somebody at a browser for each login; every form must carry its token, as on a real server."""
    monkeypatch.setitem(app.config, "WTF_CSRF_ENABLED", True)
    return {login: Person(visit(login)) for login in ("moussa", "bakary", "awa", "salimata")}


def day(name: str, days: int) -> dict[str, str]:
    """The boxes of a date, filled with the day that many days from now."""
    when = clock.today() + timedelta(days=days)
    return {f"{name}-precision": "day", f"{name}-day": str(when.day), f"{name}-month": str(when.month),
            f"{name}-year": str(when.year)}


def registers(moussa: Person) -> str:
    """The secretary writes the saisine with its parties and its object; returns the address of the file."""
    moussa.open("/")
    moussa.follow("Nouveau dossier")
    seen = moussa.send({"title": TITLE, "kind": "field_limit", "channel": "oral", "place": "Farako",
                        "asked_by": "Tiémoko Doumbala", **PARTIES, **FIELD})
    for words in (TITLE, "Tiémoko Doumbala", "Nah Bérétala", "Deux champs de mil", "Pour être accepté"):
        assert words in seen.words
    return moussa.address


def accepts(bakary: Person, file: str) -> None:
    """The chair accepts the dispute and entrusts it to the mediator."""
    bakary.open(file)
    bakary.follow("Accepter le dossier")
    bakary.send({"decision": "Registre de la commission, page 12"})
    page = bakary.follow("Confier à un médiateur ou une médiatrice")
    awa = next(value for value in page.task.boxes["account_id"].answers if value == str(bakary.awa))
    assert "Awa" in bakary.send({"account_id": awa, "leads": "yes"}).words


def hears(awa: Person, file: str) -> None:
    """The mediator writes a session down, with the next one and a note of her own, in one form."""
    awa.open(file)
    awa.follow("Noter une séance")
    seen = awa.send({
        "place": "Farako", "result": "goes_on", "said": SAID, "women": "2", "men": "5",
        "attendance-0-presence": "came", "attendance-1-presence": "came", "bench-0-seat": "chaired",
        **day("planned_on", 5), "planned_hour": "9 h", "note": "B veut le passage plus que la limite."})
    for words in (SAID, "2 femmes, 5 hommes", "À venir", "9 h", "1 note réservée"):
        assert words in seen.words
    assert "B veut le passage" not in seen.words


def settles(moussa: Person, file: str) -> None:
    """The secretary writes the settlement with two commitments, then its reading, then its signatures."""
    moussa.open(file)
    moussa.follow("Enregistrer l’accord")
    moussa.ask_for_more()
    moussa.send({
        "total": "yes", "points": "La limite est l’ancien sentier.", "women": "2",
        "commitments-0-who": ["A", "B"], "commitments-0-what": STONES, **day("commitments-0-due_on", 10),
        "commitments-1-who": ["A"], "commitments-1-whom": ["B"], "commitments-1-what": PASSAGE,
        "commitments-1-checked_by": "visit"})
    moussa.follow("Noter la lecture aux parties")
    moussa.send({"understood": ["A", "B"], "languages": ["bamanankan"], "reader": "Awa"})
    moussa.follow("Noter les signatures")
    seen = moussa.send({"lines-0-mark": "thumbprint", "lines-0-certified_by": "Awa",
                        "lines-1-mark": "signed"})
    for words in (STONES, PASSAGE, "a mis son empreinte", "a signé", "bamanankan"):
        assert words in seen.words


def checks(moussa: Person, file: str) -> None:
    """The secretary writes a visit down: both commitments are kept."""
    moussa.open(f"{file}agreements/1/")
    moussa.follow("Noter une visite de suivi")
    seen = moussa.send({"made_by": "Moussa", "findings-0-found": "kept", "findings-1-found": "kept",
                        "findings-1-note": "Le passage est ouvert."})
    assert "Le passage est ouvert." in seen.words and "tenu" in seen.words


def closes(bakary: Person, file: str) -> None:
    """The chair closes the dispute: what was promised is kept."""
    bakary.open(file)
    bakary.follow("Clôturer")
    seen = bakary.send({"ending": "kept"})
    assert "clos : engagements tenus" in seen.words
    assert not {"Noter une séance", "Clôturer", "Modifier la saisine"} & seen.links.keys()


STEPS = ("Moussa a enregistré la saisine", "Moussa a ajouté une partie",
         "Moussa a décrit ce qui est contesté",
         "Bakary a accepté le dossier", "Bakary a confié le dossier", "Awa a noté une séance",
         "Awa a prévu une séance", "Awa a écrit une note réservée", "Moussa a rédigé l’accord",
         "Moussa a noté la lecture de l’accord", "Moussa a noté les signatures de l’accord",
         "Moussa a noté une visite de suivi", "Bakary a clos le dossier")


def test_the_whole_job_is_done_by_three_people_and_read_by_a_fourth(people, house):
    people["bakary"].awa = house.ids["awa"]
    file = registers(people["moussa"])
    accepts(people["bakary"], file)
    hears(people["awa"], file)
    settles(people["moussa"], file)
    checks(people["moussa"], file)
    closes(people["bakary"], file)
    for journal in (f"{file}journal/", "/journal/"):
        seen = people["salimata"].open(journal)
        assert [step for step in STEPS if step not in seen.words] == []
        assert "B veut le passage" not in seen.words
    assert "clos" in people["salimata"].open(file).words.lower()


def test_the_supervisor_verifies_what_was_read(people, house):
    file = registers(people["moussa"])
    supervisor = people["salimata"]
    page = supervisor.open(f"{file}journal/")
    verify = next(form for form in page.forms if form.action.endswith("/verify/"))
    answer = supervisor.visitor.post(verify.action, verify.sent())
    assert answer.status_code == 200 and "intact" in answer.text.lower()


def test_a_form_without_its_token_is_not_taken(people):
    moussa = people["moussa"]
    moussa.open("/disputes/new/")
    form = moussa.page.task.fill({"title": TITLE, "kind": "field_limit", "channel": "oral",
                                  "place": "Farako"})
    sent = {name: values for name, values in form.sent().items() if name != "csrf_token"}
    assert moussa.visitor.post("/disputes/new/", sent).status_code == 400
    assert TITLE not in moussa.open("/disputes/").words
