"""The door: one order, one commit, one entry, and nothing beside it."""

import json

import pytest
from sqlalchemy import select, text

from mediation.acts import scope
from mediation.acts.ledger import LedgerDetail, LedgerEntry
from mediation.acts.refusals import KeyReused, NotPermitted, OutsideAct, StaleForm, WrongStage
from mediation.acts.scope import KEEPER
from mediation.disputes import service
from mediation.disputes.kinds import Channel, DeclineReason
from mediation.disputes.models import Dispute
from mediation.disputes.queries import find
from mediation.disputes.rules import DeclineFacts, DisputeFacts
from mediation.kernel.db import db
from tests.builders import SAISINE

KEY = "0c7f2f9e-6b1e-4f6e-9a39-0d9f4f4f2b11"


def entries(stream: str) -> list[LedgerEntry]:
    return list(db.session.scalars(select(LedgerEntry).where(LedgerEntry.stream == stream).order_by(LedgerEntry.seq)))


def test_a_dispute_gets_its_number_at_once_and_one_entry(house):
    dispute = house.registered()
    assert dispute.reference.startswith("MSG-") and dispute.reference.endswith("-0001")
    (entry,) = entries(dispute.stream)
    assert (entry.act, entry.seq, entry.dispute_id) == ("dispute.register", 1, dispute.id)
    assert dispute.act_count == 1
    assert json.loads(entry.canon)["changes"][0][0] == "dispute"


def test_values_lie_in_the_detail_and_only_digests_in_the_entry(house):
    dispute = house.registered(title="Puits de la mare aux hérons")
    (entry,) = entries(dispute.stream)
    detail = db.session.scalar(select(LedgerDetail).where(LedgerDetail.entry_id == entry.id))
    assert "hérons" not in entry.canon
    assert "hérons" in detail.changes


def test_a_stranger_may_not_act_and_leaves_one_trace(house):
    dispute = house.registered()
    with pytest.raises(NotPermitted):
        service.decline_dispute(house.actor("kadia"), dispute, DeclineFacts(DeclineReason.COMPETENCE))
    refused = entries(f"account:{house.ids['kadia']}")[-1]
    assert refused.act == "act.refused" and json.loads(refused.canon)["refused"] == "dispute.decline"
    number = dispute.id
    with scope.seen_by(KEEPER):
        assert db.session.get(Dispute, number).ending is None


def test_the_same_key_counts_once_and_gives_the_first_result(house):
    actor, institution = house.actor("moussa"), house.institution()
    first = service.register_dispute(actor, institution, SAISINE, key=KEY).reference
    with scope.seen_by(KEEPER):
        again = service.register_dispute(actor, house.institution(), SAISINE, key=KEY)
        assert again.reference == first
        assert len(list(db.session.scalars(select(Dispute)))) == 1


def test_the_same_key_with_another_content_is_refused(house):
    service.register_dispute(house.actor("moussa"), house.institution(), SAISINE, key=KEY)
    with pytest.raises(KeyReused):
        other = DisputeFacts(**{**vars(SAISINE), "channel": Channel.WRITTEN})
        service.register_dispute(house.actor("moussa"), house.institution(), other, key=KEY)


def test_an_act_whose_stage_has_passed_is_refused(house):
    dispute = house.registered()
    facts = DeclineFacts(DeclineReason.COMPETENCE)
    service.decline_dispute(house.actor("moussa"), dispute, facts)
    with pytest.raises(WrongStage):
        service.decline_dispute(house.actor("moussa"), dispute, facts)


def test_what_another_did_between_two_acts_of_one_request_is_seen_by_the_second(app, house):
    actor, facts = house.actor("moussa"), DeclineFacts(DeclineReason.COMPETENCE)
    dispute = house.registered()
    # Nothing is read between the two: no transaction is open that could be rolled back.
    assert not db.session().in_transaction()
    with app.app_context(), scope.seen_by(actor):
        service.decline_dispute(actor, find(dispute.reference), facts)
    with pytest.raises(WrongStage):
        service.decline_dispute(actor, dispute, facts)


def test_the_second_of_two_edits_from_the_same_copy_is_refused(house):
    dispute = house.registered()
    changed = DisputeFacts(**{**vars(SAISINE), "title": "Autre titre"})
    service.amend_dispute(house.actor("moussa"), dispute, changed, seen=1)
    with pytest.raises(StaleForm):
        service.amend_dispute(house.actor("moussa"), dispute, SAISINE, seen=1)


def test_no_row_of_the_register_is_written_outside_an_act(house):
    dispute = house.registered()
    dispute.title = "Autre"
    with pytest.raises(OutsideAct):
        db.session.commit()
    db.session.rollback()
    with pytest.raises(OutsideAct):
        db.session.execute(text("UPDATE dispute SET title = 'x'"))
    db.session.rollback()
    with pytest.raises(OutsideAct):
        db.session.bulk_insert_mappings(Dispute, [{"reference": "X"}])
    db.session.rollback()
