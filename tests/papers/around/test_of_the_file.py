"""The chronology and the quality report: what each may tell, to whom, and what never leaks."""

import re
from json import loads

import pytest
from sqlalchemy import String, inspect, select

from mediation.accounts.models import Account
from mediation.acts import scope
from mediation.acts.refusals import NotPermitted
from mediation.acts.scope import KEEPER, OfDispute
from mediation.casefile.pseudonyms import Pseudonyms
from mediation.casefile.queries import file_of
from mediation.commissions.models import Institution, Membership
from mediation.disputes.models import Dispute
from mediation.disputes.queries import find
from mediation.kernel import clock
from mediation.kernel.db import Base, db
from mediation.papers import queries
from mediation.papers.kinds import PaperKind
from mediation.papers.models import Paper
from mediation.parties.models import Witness
from mediation.places.models import Place, SaidPlace
from mediation.sessions import service as sessions
from mediation.sessions.rules import NoteFacts, SeatFacts
from mediation.supervision.kinds import Addressee, Part
from mediation.supervision.rules import RemarkFacts
from mediation.supervision.service import add_remark
from tests.acts.scenes import set_up
from tests.builders import casefile
from tests.builders.parties import A, party, witness
from tests.builders.sessions import held

CHRONOLOGY, QUALITY = PaperKind.CHRONOLOGY, PaperKind.QUALITY
SHORTEST = 4


@pytest.fixture
def heard(house) -> str:
    """A dispute that was heard, with a witness who has a name, a reserved note and a remark; its number."""
    with scope.seen_by(house.actor("moussa")):
        dispute = casefile.heard(house)
        witness(house, dispute, alias="Témoin du puits", name="Nouhoum Kéïta")
        sessions.write_note(house.actor("awa"), dispute, NoteFacts("Ne jamais répéter ceci"))
        remark = RemarkFacts(Part.PEOPLE, Addressee.SECRETARY, "Et les femmes ?")
        add_remark(house.actor("salimata"), dispute, remark)
        return dispute.reference


def test_the_chronology_tells_what_the_thread_tells_but_for_notes_and_remarks(composed, heard):
    said = composed(heard, CHRONOLOGY)
    assert "a enregistré la saisine" in said and "Famille Traoré" in said and "Témoin du puits" in said
    for kept in ("Nouhoum", "Ne jamais répéter", "note réservée", "Note réservée", "Et les femmes", "remarque"):
        assert kept not in said, kept


def test_a_chronology_is_not_moved_by_its_own_issue_and_is_by_a_new_fact(house, issued, heard):
    issued(heard, CHRONOLOGY)
    with scope.seen_by(house.actor("moussa")):
        assert not queries.has_moved(queries.find_paper(find(heard), 1))
        party(house, find(heard), A, "Quelqu’un de plus")
        assert queries.has_moved(queries.find_paper(find(heard), 1))


@pytest.mark.parametrize(("kind", "may", "may_not"), [
    (CHRONOLOGY, ("moussa", "awa", "bakary"), ("salimata",)),
    (QUALITY, ("moussa", "bakary", "salimata"), ("awa",)),
])
def test_each_is_issued_by_those_it_is_for(house, issued, heard, kind, may, may_not):
    for login in may_not:
        with pytest.raises(NotPermitted):
            issued(heard, kind, by=login)
    assert issued(heard, kind, by=may[-1]).fingerprint
    with scope.seen_by(house.actor("moussa")):
        for login in may:
            assert queries.may_issue(house.actor(login), kind, find(heard))


def typed_in(reference: str) -> set[str]:
    """Every text that somebody typed in a register of one dispute: names, places, words; longer than a sign."""
    found: set[str] = set()
    for mapper in Base.registry.mappers:
        model = mapper.class_
        if not (issubclass(model, OfDispute | Dispute | Account | Institution | Membership | Place)) or model is Paper:
            continue
        columns = [column for column in mapper.columns if type(column.type) in (String, type(Dispute.story.type))]
        if columns:
            for row in db.session.execute(select(*columns)):
                found |= {value for value in row if isinstance(value, str)}
    return {value for value in found if len(value) >= SHORTEST and value != reference}


# Texts of the register that are codes, and words of the language.
CODES = {"true", "false", "none", f"MSG-{clock.today().year}", "homme", "femme"}


def test_no_name_no_place_and_no_typed_word_leaks_into_a_quality_report(house):
    scene = set_up(house)
    with scope.seen_by(house.actor("moussa")):
        held(house, find(scene.reference), place=SaidPlace(None, "Canarigou"),
             bench=(SeatFacts("Zoumana le Canari", chaired=True),))
    with scope.seen_by(KEEPER):
        dispute = find(scene.reference)
        content = queries.composed(QUALITY, dispute, dispute).as_json()
        typed = typed_in(scene.reference)
        assert len(typed) > 60
        assert {"Limite des champs au marigot", "Farako", "Bina Diarrani"} <= typed
    said = "\n".join(_texts(loads(content)))
    assert {one for one in typed - CODES if one in said} == set()
    assert all(re.search(word, said) for word in ("Partie A", r"Personne \d", r"Village \d"))


def _texts(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from (text for one in value.values() for text in _texts(one))
    elif isinstance(value, list):
        yield from (text for one in value for text in _texts(one))


def test_pseudonyms_stay_the_same_when_more_is_written(house, heard):
    with scope.seen_by(KEEPER):
        before = Pseudonyms(file_of(find(heard)))
        names = {name: before.person(name) for name in ("Siaka Traoré", "Moussa", "Awa")}
        sides = [before.party(one) for one in file_of(find(heard)).parties]
    with scope.seen_by(house.actor("moussa")):
        party(house, find(heard), A, "Adja Coulibaly")
        witness(house, find(heard), alias="Un autre")
    with scope.seen_by(KEEPER):
        after = Pseudonyms(file_of(find(heard)))
        assert {name: after.person(name) for name in names} == names
        assert [after.party(one) for one in file_of(find(heard)).parties] == [*sides, "Partie A2"]
    assert len(set(names.values())) == 3 and inspect(Witness).columns["name"].info["reserved"]
