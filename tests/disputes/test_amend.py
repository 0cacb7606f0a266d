"""Amending a saisine changes what was changed, and nothing else."""

from mediation.acts import scope
from mediation.disputes import queries
from mediation.kernel.dates import in_year
from mediation.kernel.db import db
from mediation.places.models import SaidPlace

SENT = {"title": "Limite des champs au marigot", "kind": "field_limit", "channel": "oral", "place": "Farako"}


def test_the_form_holds_what_was_said_and_keeps_what_is_left_alone(visit, house):
    dispute = house.registered(happened_on=in_year(2019), villages=(SaidPlace(None, "Kabala"),), story="Une borne")
    reference, visitor = dispute.reference, visit("moussa")
    page = visitor.get(f"/disputes/{reference}/amend/")
    assert page.status_code == 200 and 'value="Kabala"' in page.text and 'value="2019"' in page.text
    seen = page.text.split('name="seen"')[1].split('value="')[1].split('"')[0]
    sent = {**SENT, "title": "Un autre titre", "seen": seen, "villages-0": "Kabala", "villages-1": "Koba"}
    assert visitor.post(f"/disputes/{reference}/amend/", sent).status_code == 302
    db.session.rollback()
    with scope.seen_by(house.actor("moussa")):
        kept = queries.find(reference)
        assert (kept.title, kept.asked_on, kept.story) == ("Un autre titre", in_year(2019), "Une borne")
        assert [village.place.words for village in kept.villages] == ["Kabala", "Koba"]
