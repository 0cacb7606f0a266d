"""Pieces on their way through a dispute, by links and plain forms: the field, the signed pages, the judge."""

from urllib.parse import urljoin

from mediation.acts import scope
from tests.builders import documents as made
from tests.builders.agreements import signed
from tests.builders.casefile import heard
from tests.builders.documents import encoded
from tests.journeys.forms import Person


def adds(person: Person, data: bytes, name: str, **answers) -> None:
    """Fill the form of a piece as it stands, choose a file, send it."""
    form, again = person.page.task, answers.pop("again", None)
    form.fill(answers)
    answer = person.visitor.post(urljoin(person.address, form.action), **encoded(
        form.sent() | ({"again": again} if again else {}), data, name))
    assert answer.status_code == 302, answer.text
    person.open(answer.location)


def test_from_the_field_to_the_judge(house, visit):
    with scope.seen_by(house.actor("moussa")):
        dispute = heard(house)
        number = dispute.reference
        signed(house, dispute)

    awa = Person(visit("awa"))
    awa.open(f"/disputes/{number}/sessions/2/")
    awa.follow("Ajouter une pièce")
    adds(awa, made.photo(), "IMG_2041.jpg", title="La borne de l’est", **{"happened_on-precision": "unknown"})
    assert "séance 2" in awa.page.words and "Pièce 1 · photo" in awa.page.words

    moussa = Person(visit("moussa"))
    moussa.open(f"/disputes/{number}/agreements/1/")
    moussa.follow("Ajouter une pièce")
    assert moussa.page.task.boxes["kind"].values == ["signed_page"], "what a secretary adds there is offered"
    adds(moussa, made.photo(), "page1.jpg", title="Page 1 signée", again="1")
    assert moussa.page.task.boxes["about"].values == ["agreement-1"], "and again for the next page"
    adds(moussa, made.pdf(), "page2.pdf", title="Page 2 signée")

    moussa.open(f"/disputes/{number}/agreements/1/")
    assert "Pages signées et autres pièces" in moussa.page.words and "Page 2 signée" in moussa.page.words
    moussa.open(f"/disputes/{number}/")
    assert "3 pièces" in moussa.page.words
    moussa.follow("Toutes les pièces")
    moussa.follow("La borne de l’est")
    original = moussa.visitor.post(urljoin(moussa.address, "unseal/"))
    assert original.data == made.photo(), "the judge gets the photo as it came"

    salimata = Person(visit("salimata"))
    salimata.open(f"/disputes/{number}/journal/")
    assert "Moussa a pris l’original d’une pièce" in salimata.page.words
    salimata.open(f"/disputes/{number}/?show=papers")
    assert "a ajouté une pièce" in salimata.page.words
