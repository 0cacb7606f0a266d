"""The pages of who comes, leaves, succeeds, speaks no more, helps and consents; and how the case file tells it."""

import re
from dataclasses import replace

import pytest
from sqlalchemy import select

from mediation.acts import scope
from mediation.agreements import service
from mediation.agreements.kinds import Mark, Signer
from mediation.agreements.rules import SignFacts
from mediation.kernel.dates import in_month, in_year
from mediation.kernel.db import db
from mediation.parties.kinds import ConsentScope, HelperQuality, LeaveReason, MandateEnd, PartyKind, PartyPresence
from mediation.parties.models import Consent, Departure, Intermediary, Party, Representative
from mediation.parties.queries import parties_of
from tests.builders.agreements import in_mediation, read
from tests.builders.agreements import lines as marked
from tests.builders.agreements import signed as settled
from tests.builders.casefile import number_of, signed, statements
from tests.builders.parties import (
    A,
    B,
    C,
    consent,
    ended,
    heir,
    helper,
    left,
    party,
    representative,
    succeeded,
    two_sides,
    witness,
)
from tests.builders.sessions import days

PARTY = {"name": "Adama Coulibaly", "kind": "person", "side": "1"}


@pytest.fixture
def dispute(house):
    with scope.looking_as(house.actor("moussa")):
        yield house.registered()


def rows(house, model) -> list:
    """What the register holds now, read afresh after the visitors' own transactions."""
    db.session.rollback()
    with scope.seen_by(house.actor("moussa")):
        return list(db.session.scalars(select(model).order_by(model.number)))


def address(dispute, rest: str = "") -> str:
    return f"/disputes/{dispute if isinstance(dispute, str) else dispute.reference}/{rest}"


def given(page) -> dict:
    """The key and the count a form was made with."""
    return {name: page.text.split(f'name="{name}"')[1].split('value="')[1].split('"')[0] for name in ("key", "seen")}


def on(year: int, name: str = "happened_on") -> dict:
    """A year as a form posts it."""
    return {f"{name}-precision": "year", f"{name}-year": str(year)}


def filled(house, dispute) -> str:
    """A dispute with two sides, a witness, a helper and a consent of each kind; its number."""
    number = dispute.reference
    two_sides(house, dispute)
    witness(house, dispute)
    helper(house, dispute)
    consent(house, dispute, person="La sœur")
    return number


ADDING = ("intermediaries/new/", "consents/new/")
ABOUT = ("parties/2/leave/", "parties/2/succeed/", "representatives/1/end/", "intermediaries/1/",
         "intermediaries/1/strike/", "consents/1/withdraw/", "consents/1/strike/")


@pytest.mark.parametrize("rest", ADDING + ABOUT)
def test_a_page_opens_for_the_desk_and_a_stranger_finds_nothing(visit, house, dispute, rest):
    number = filled(house, dispute)
    assert visit("moussa").get(address(number, rest)).status_code == 200
    assert visit("kadia").get(address(number, rest)).status_code == 404
    assert visit("salimata").get(address(number, rest)).status_code == 403


@pytest.mark.parametrize("rest", [one.replace("1/", "7/").replace("2/", "7/") for one in ABOUT] + [
    "departures/7/strike/", "parties/99999999999999999999/leave/"])
def test_a_number_that_never_was_is_not_found(visit, dispute, rest):
    assert visit("moussa").get(address(dispute, rest)).status_code == 404


def test_several_parties_are_written_in_a_row(visit, house, dispute):
    number, visitor = dispute.reference, visit("moussa")
    page = visitor.get(address(number, "parties/new/"))
    assert "Enregistrer et en ajouter une autre" in page.text
    again = visitor.post(address(number, "parties/new/"), {**PARTY, "side": "2", "another": "yes"})
    assert again.status_code == 302 and "/parties/new/?side=2&kind=person" in again.location
    page = visitor.get(again.location)
    assert re.search(r'name="side"[^>]*value="2"[^>]*checked', page.text)
    assert re.search(r'name="kind"[^>]*value="person"[^>]*checked', page.text)
    assert visitor.post(again.location, {**PARTY, "side": "2", "name": "Binta"}).location.endswith(f"/{number}/")
    assert [(one.side, one.name) for one in rows(house, Party)] == [(2, "Adama Coulibaly"), (2, "Binta")]


@pytest.mark.parametrize("query", ["?side=99&kind=king", "?side=A", "?side=%00&kind=%00", "?side=-1", "?kind="])
def test_no_address_however_odd_breaks_the_row(visit, dispute, query):
    assert visit("moussa").get(address(dispute, f"parties/new/{query}")).status_code == 200


def test_a_party_that_joined_later_and_is_absent_is_told_so_on_its_card(visit, house, dispute):
    number, visitor = dispute.reference, visit("moussa")
    sent = {**PARTY, "joined_on-precision": "month", "joined_on-month": "3", "joined_on-year": "2012",
            "presence": "exiled", "initials": "yes"}
    assert visitor.post(address(number, "parties/new/"), sent).status_code == 302
    page = visitor.get(address(number)).text
    assert "depuis mars 2012" in page and "absente (exil ou déplacement)" in page
    assert "connue par des initiales" in page
    (one,) = rows(house, Party)
    assert (one.joined_on, one.presence, one.initials, one.ally) == (
        in_month(2012, 3), PartyPresence.EXILED, True, None)


def test_an_ally_without_a_principal_is_refused_and_the_text_is_kept(visit, house, dispute):
    number, visitor = dispute.reference, visit("moussa")
    page = visitor.post(address(number, "parties/new/"), {**PARTY, "ally": "yes", "quality": "voisin du nord"})
    assert page.status_code == 200 and "Écrivez d’abord la partie alliée" in page.text
    assert "voisin du nord" in page.text and rows(house, Party) == []
    assert visitor.post(address(number, "parties/new/"), PARTY).status_code == 302
    assert visitor.post(address(number, "parties/new/"), {**PARTY, "ally": "yes"}).status_code == 302
    assert "alliée du côté A" in visitor.get(address(number)).text


def test_a_departure_is_noted_and_the_party_is_told_beside_the_others(visit, house, dispute):
    number, visitor = filled(house, dispute), visit("moussa")
    where = address(number, "parties/1/leave/")
    page = visitor.post(where, {"reason": "other", **on(2019)})
    assert page.status_code == 200 and "Écrivez la raison" in page.text and 'value="2019"' in page.text
    assert rows(house, Departure) == []
    assert visitor.post(where, {"reason": "dies", **on(2019)}).status_code == 302
    page = visitor.get(address(number)).text
    assert "partie, 2019 : décès" in page
    assert f'href="{address(number, "departures/1/strike/")}"' in page
    assert address(number, "parties/1/leave/") not in page
    assert visitor.get(where).status_code == visitor.post(where, {"reason": "moves"}).status_code == 409
    strike = address(number, "departures/1/strike/")
    assert "décès" in visitor.get(strike).text
    assert visitor.post(strike, {"reason": "erreur"}).status_code == 302
    assert visitor.get(strike).status_code == 409 and visitor.get(where).status_code == 200


def test_a_succession_writes_the_heir_in_the_same_form(visit, house, dispute):
    number, visitor = filled(house, dispute), visit("moussa")
    where = address(number, "parties/2/succeed/")
    sent = {"basis": "inheritance", "name": "Héritiers Traoré", "kind": "household", **on(2020)}
    page = visitor.post(where, sent)
    assert "continue ou prend fin" in page.text and "Héritiers Traoré" in page.text
    assert len(rows(house, Party)) == 2
    assert visitor.post(where, {**sent, "mandates": "goes_on"}).status_code == 302
    page = visitor.get(address(number)).text
    assert "partie, 2020 : succédée par Héritiers Traoré, héritage" in page
    visitor.post(where, {**sent, "name": "La fille", "kind": "person", **on(2021)})
    told = ("partie, 2020\u00a0: succédée par Héritiers Traoré, héritage\u202f; "
            "succédée par La fille, héritage, depuis 2021")
    assert told in visitor.get(address(number)).text
    heirs = rows(house, Party)[2]
    assert (heirs.side, heirs.joined_on) == (B, in_year(2020))
    assert [one.name for one in rows(house, Representative)] == ["Siaka Traoré"] * 2


def test_a_succession_offers_the_parties_of_the_same_side_only(visit, house, dispute):
    number = filled(house, dispute)
    party(house, dispute, A, "Le fils aîné")
    party(house, dispute, A, "Parti depuis longtemps")
    with scope.looking_as(house.actor("moussa")):
        left(house, db.session.scalar(select(Party).where(Party.name == "Parti depuis longtemps")))
    visitor, where = visit("moussa"), address(number, "parties/1/succeed/")
    page = visitor.get(where).text
    assert "Le fils aîné" in page and "Famille Traoré" not in page and "Parti depuis" not in page
    assert "Que devient le mandat" not in page
    for successor in ("2", "1", "4", "x"):
        answer = visitor.post(where, {"basis": "sale", "successor": successor})
        assert answer.status_code == 200 and len(rows(house, Departure)) == 1
    assert visitor.post(where, {"basis": "sale", "successor": "3"}).status_code == 302


def test_the_end_of_a_mandate_leads_to_who_takes_it_over(visit, house, dispute):
    number, visitor = filled(house, dispute), visit("moussa")
    where = address(number, "representatives/1/end/")
    page = visitor.post(where, {"reason": "", "words": "l’assemblée l’a dit"})
    assert "ne parle plus" in page.text and "l’assemblée l’a dit" in page.text
    answer = visitor.post(where, {"reason": "replaced", "after": "goes_on", **on(2021)})
    assert answer.location.endswith(address(number, "parties/2/representative/"))
    page = visitor.get(address(number)).text
    assert "fin du mandat, 2021 : remplacement" in page and "Qui parlait pour elle avant" in page
    assert visitor.get(where).status_code == 409


def test_an_organisation_that_speaks_is_told_as_one_that_did_not_sign(visit, house):
    with scope.looking_as(house.actor("moussa")):
        dispute = in_mediation(house)
        number = dispute.reference
        group = party(house, dispute, A, "Communauté", kind=PartyKind.COMMUNITY)
        representative(house, group, "Ousmane", quality="pour l’association")
        representative(house, group, "Association Monobèm", organisation=True)
        settled(house, dispute)
    page = visit("moussa").get(address(number)).text
    assert re.search(r"Association Monobèm · organisation [^<]*n’a pas signé", page)
    assert re.search(r"Ousmane · pour l’association · [^<]*a signé", page)


@pytest.mark.parametrize(("mark", "said"), [
    (Mark.SIGNED, "a signé"), (Mark.THUMBPRINT, "a mis son empreinte"), (Mark.REFUSED, "a refusé de signer"),
    (Mark.UNABLE, "n’a pas pu signer")])
def test_a_card_tells_the_mark_of_who_speaks_as_it_was_made(visit, house, mark, said):
    with scope.looking_as(house.actor("moussa")):
        agreement = read(house)
        speaker = representative(house, parties_of(agreement.dispute)[1], "Modibo")
        lines = tuple(replace(line, mark=mark, reason="sans motif") if (
            line.signer, line.number) == (Signer.REPRESENTATIVE, speaker.number) else line
                      for line in marked(house, agreement, Mark.THUMBPRINT, certified_by="Kadia"))
        service.sign_agreement(house.actor("moussa"), agreement, SignFacts(lines, days(0)))
        number = agreement.dispute.reference
    page = visit("moussa").get(address(number)).text
    assert re.search(rf"Modibo · [^<]*{said}", page) and re.search(r"Siaka Traoré · [^<]*a mis son empreinte", page)


def test_who_helps_is_written_amended_and_struck(visit, house, dispute):
    number, visitor = dispute.reference, visit("moussa")
    new = address(number, "intermediaries/new/")
    page = visitor.post(new, {"quality": "griot", "people": "2", "women": "3", "did": "ont apaisé les jeunes"})
    assert page.status_code == 200 and "plus petit que femmes et hommes" in page.text
    assert "ont apaisé les jeunes" in page.text and rows(house, Intermediary) == []
    sent = {"quality": "griot", "people": "2", "did": "ont apaisé les jeunes", "side": "1"}
    assert visitor.post(new, sent).status_code == 302
    page = visitor.get(address(number)).text
    assert "Griot · 2 personnes · du côté A" in page and "ont apaisé les jeunes" in page
    visitor.post(new, {"quality": "imam", "name": "Le vieux Bah", "reported_as": "M. Haidara", "source": "un journal"})
    where = address(number, "intermediaries/1/")
    page = visitor.get(where)
    assert "Le vieux Bah" in page.text
    assert visitor.post(where, {**sent, **given(page), "replaced_by": "2"}).status_code == 302
    page = visitor.get(address(number)).text
    assert "remplacée par Le vieux Bah" in page and "M. Haidara, selon un journal" in page
    assert visitor.post(address(number, "intermediaries/1/strike/"), {"reason": "erreur"}).status_code == 302
    assert visitor.get(where).status_code == 409 and "rayé\u00a0: erreur" in visitor.get(address(number)).text


def test_consents_are_recorded_together_and_withdrawn_apart(visit, house, dispute):
    number, visitor = filled(house, dispute), visit("moussa")
    new = address(number, "consents/new/")
    page = visitor.post(new, {"who": "party-1", "witnessed_by": "l’imam du quartier"})
    assert "Choisissez à quoi" in page.text and "l’imam du quartier" in page.text
    page = visitor.post(new, {"who": "", "scopes": "keeping"})
    assert "Choisissez qui consent" in page.text
    sent = {"who": "party-1", "scopes": ["keeping", "recording"], "form": "thumbprint", "language": "bamanankan"}
    assert visitor.post(new, sent).status_code == 302
    kept = [(one.number, one.scope) for one in rows(house, Consent)]
    assert kept == [(1, ConsentScope.MEDIATION), (2, ConsentScope.KEEPING), (3, ConsentScope.RECORDING)]
    assert "déjà noté" in visitor.post(new, sent).text
    withdraw = address(number, "consents/3/withdraw/")
    assert visitor.post(withdraw, {**on(2031), "words": "plus de photos"}).status_code == 200
    answer = visitor.post(withdraw, {"happened_on-precision": "unknown", "words": "plus de photos"})
    assert answer.status_code == 302 and visitor.get(withdraw).status_code == 409
    page = visitor.get(address(number)).text
    assert "2 consentements" in page and "plus de photos" in page and "La sœur · À la médiation" in page
    assert visitor.post(new, {"who": "witness-1", "scopes": "naming"}).status_code == 302
    visitor.post(address(number, "consents/2/strike/"), {"reason": "erreur"})
    assert "1 consentement<" in visitor.get(address(number)).text


def test_a_consent_is_written_down_also_on_a_closed_dispute_and_by_alias(visit, house):
    number = number_of(house, signed)
    page = visit("moussa").get(address(number, "consents/new/"))
    assert page.status_code == 200 and "Témoin 1" in page.text


def test_parties_that_left_are_equal_below_those_that_are_there(visit, house, dispute):
    number = filled(house, dispute)
    third = party(house, dispute, C, "Village de Kabala", kind=PartyKind.VILLAGE)
    left(house, third, reason=LeaveReason.MOVES, happened_on=in_year(2018))
    page = visit("moussa").get(address(number)).text
    cards = page.split('<div class="parties">')[1].split("</div>\n")[0]
    assert page.count('<article class="party">') == 2 and "Kabala" not in cards.split("</article>")[1]
    assert re.search(r"<details><summary>.*Village de Kabala · partie, 2018 : vit maintenant ailleurs", page)
    assert "a noté le départ d’une partie" in page.split('id="thread"')[1]


def test_the_file_asks_as_much_for_many_people_as_for_few(app, house, visit, dispute):
    number, visitor, asked = filled(house, dispute), visit("moussa"), []
    one, other = two_sides(house, dispute)
    left(house, party(house, dispute, C, "Kabala"))
    ended(house, representative(house, other), reason=MandateEnd.DIED)
    for several in (1, 8):
        for turn in range(several):
            extra = party(house, dispute, A, f"Partie {several}{turn}")
            succeeded(house, extra, heir=heir(f"Suite {several}{turn}"))
            ended(house, representative(house, one))
            helper(house, dispute, quality=HelperQuality.IMAM, replaced_by=1)
            consent(house, dispute, *ConsentScope, person=f"Personne {several}{turn}")
            consent(house, dispute, party=extra.number)
        assert visitor.get(address(number)).status_code == 200
        with statements(app) as made:
            visitor.get(address(number))
        asked.append(len(made))
    assert asked[0] == asked[1] <= 25, asked


@pytest.mark.parametrize("rest,query", [
    ("sessions/new/", "sessions"), ("agreements/new/", "agreements"), ("parties/2/succeed/", "succession")])
def test_a_page_asks_as_much_for_many_parties_as_for_few(app, house, visit, rest, query):
    with scope.looking_as(house.actor("moussa")):
        dispute, asked, visitor = in_mediation(house), [], visit("moussa")
        number = dispute.reference
        for several in (1, 8):
            for turn in range(several):
                left(house, party(house, dispute, A, f"Partie {several}{turn}"), happened_on=days(-3))
                representative(house, party(house, dispute, B, f"Groupe {several}{turn}", kind=PartyKind.LINEAGE))
            assert visitor.get(address(number, rest)).status_code == 200
            with statements(app) as made:
                visitor.get(address(number, rest))
            asked.append(len(made))
    assert asked[0] == asked[1], (query, asked)


HOSTILE = [
    {"reason": "x"}, {"reason": ["dies", "sells"]}, {"happened_on-precision": "day", "happened_on-day": "31",
     "happened_on-month": "2", "happened_on-year": "1990"}, {"words": "x" * 501}, {"words": "a\x00b"},
    {"successor": "999999999999999999999"}, {"successor": "a\x00", "basis": "y"}, {"name": "a\ufffd", "kind": "king"},
    {"people": "-3"}, {"people": "9" * 40}, {"replaced_by": "1"}, {"side": "99"}, {"who": "party-99999999999"},
    {"who": "party-x"}, {"who": "representative-1", "scopes": "keeping"}, {"scopes": ["keeping", "x"]},
    {"key": "x", "seen": "y"}, {"account_id": "x\x00"}, {"since": "2900-01-01"},
]


@pytest.mark.parametrize("rest", ADDING + ABOUT)
def test_hostile_input_never_breaks_a_page(visit, house, dispute, rest):
    number, visitor = filled(house, dispute), visit("moussa")
    for sent in HOSTILE:
        assert visitor.post(address(number, rest), sent).status_code in (200, 302, 409), sent


def test_the_pages_that_ask_something_of_the_parties_do_not_name_who_left(visit, house):
    with scope.looking_as(house.actor("moussa")):
        dispute = in_mediation(house)
        number = dispute.reference
        gone = party(house, dispute, C, "Village des Trois Marigots", kind=PartyKind.VILLAGE)
        left(house, gone, happened_on=days(-9))
    visitor = visit("moussa")
    for rest in ("sessions/new/", "summons/new/", "agreements/new/", "agreements/oral/"):
        page = visitor.get(address(number, rest))
        assert page.status_code == 200 and "Famille Traoré" in page.text and "Trois Marigots" not in page.text, rest
    assert "Village des Trois Marigots" in visitor.get(address(number, "consents/new/")).text


def test_the_thread_tells_each_act_in_words(visit, house, dispute):
    number = filled(house, dispute)
    with scope.looking_as(house.actor("moussa")):
        one = db.session.scalar(select(Party).where(Party.dispute_id == dispute.id, Party.number == 1))
        succeeded(house, one, heir=heir(), happened_on=in_year(2020))
        speaker = db.session.scalar(select(Representative).where(Representative.dispute_id == dispute.id))
        ended(house, speaker, reason=MandateEnd.DIED, happened_on=in_year(2021))
    thread = visit("moussa").get(address(number)).text.split('id="thread"')[1]
    for said in ("a noté qui succède à une partie", "A · Adama Coulibaly · partie, 2020\u00a0: succédée par Héritiers",
                 "a noté la fin d’un mandat", "Siaka Traoré · pour Famille Traoré · fin du mandat, 2021\u00a0: décès",
                 "a ajouté une personne qui aide", "Chef de village", "La sœur · À la médiation"):
        assert said in thread, said
