"""An agreement that rectifies or renews an earlier one, also when the dispute is closed."""

from dataclasses import replace

import pytest

from mediation.acts.refusals import BrokenRule, WrongStage
from mediation.acts.vocabulary import AgreementStage, CommitmentStage, Stage
from mediation.agreements import rules, service
from mediation.agreements.kinds import EarlierLink
from mediation.followup.queries import commitments_signed
from tests.builders.agreements import PASSAGE, READ, STONES, TEXT, drafted, in_mediation, lines, signed
from tests.builders.followup import visited
from tests.builders.sessions import days
from tests.builders.validity import closed, denounced, rectifying, returned, sign


def refused(field: str, act, *given) -> str:
    with pytest.raises(BrokenRule) as broken:
        act(*given)
    assert broken.value.field == field
    return str(broken.value.text)


def test_an_agreement_replaces_another_that_binds_and_is_not_itself():
    rules.may_replace(1, 2, True)
    refused("earlier", rules.may_replace, 2, 2, True)
    refused("earlier", rules.may_replace, 1, 2, False)


def test_an_agreement_does_not_replace_one_that_replaces_it():
    rules.may_replace(3, 4, True, [2, 1])
    refused("earlier", rules.may_replace, 3, 1, True, [2, 1])


@pytest.mark.parametrize("link", list(EarlierLink))
def test_signing_it_replaces_the_earlier_one(house, link):
    earlier = signed(house)
    later = rectifying(house, earlier, link)
    assert earlier.stage is AgreementStage.SIGNED and later.earlier == 1
    sign(house, later)
    assert earlier.stage is AgreementStage.REPLACED and later.stage is AgreementStage.SIGNED
    assert {one.agreement_id for one in commitments_signed(earlier.dispute)} == {later.id}


def test_what_was_seen_kept_stays_kept_when_it_is_only_rectified_and_begins_again_when_renewed(house):
    dispute = in_mediation(house)
    earlier = signed(house, dispute)
    visited(house, earlier, CommitmentStage.KEPT, CommitmentStage.NOT_KEPT)
    wider = replace(PASSAGE, what="laisse un passage de 6 m")
    later = sign(house, rectifying(house, earlier, commitments=(STONES, wider)))
    assert [one.stage for one in later.commitments] == [CommitmentStage.KEPT, CommitmentStage.DUE]
    again = sign(house, rectifying(house, later, EarlierLink.RENEWS, commitments=(STONES, wider)))
    assert [one.stage for one in again.commitments] == [CommitmentStage.DUE, CommitmentStage.DUE]


def test_a_promise_that_is_only_carried_on_may_be_due_before_the_correction(house):
    earlier = signed(house, happened_on=days(-20), commitments=(replace(STONES, due_on=days(-10)),))
    text = {"happened_on": days(-2), "commitments": (replace(STONES, due_on=days(-10)),)}
    assert refused("commitments-0-due_on", lambda: rectifying(house, earlier, EarlierLink.RENEWS, **text))
    rectifying(house, earlier, **text)


def test_a_returned_agreement_is_corrected_by_a_rectifying_one(house):
    earlier = signed(house)
    returned(house, earlier)
    sign(house, rectifying(house, earlier))
    assert earlier.stage is AgreementStage.REPLACED


def test_one_that_has_ended_was_never_signed_or_is_not_here_is_not_rectified(house):
    dispute = in_mediation(house)
    ended = denounced(house, signed(house, dispute))
    draft = drafted(house, dispute)
    refused("earlier", rectifying, house, ended)
    refused("earlier", rectifying, house, draft)
    facts = replace(TEXT, earlier=9, earlier_link=EarlierLink.RECTIFIES)
    refused("earlier", service.record_agreement, house.actor("moussa"), dispute, facts)


def test_a_draft_does_not_rectify_itself(house):
    draft = drafted(house)
    facts = replace(TEXT, earlier=draft.number, earlier_link=EarlierLink.RECTIFIES)
    refused("earlier", service.amend_agreement, house.actor("moussa"), draft, facts)


def test_what_ended_meanwhile_is_not_replaced_by_signing(house):
    earlier = signed(house)
    later = rectifying(house, earlier)
    service.read_aloud_agreement(house.actor("moussa"), later, READ)
    denounced(house, earlier)
    refused("earlier", sign_only, house, later)
    assert earlier.stage is AgreementStage.DENOUNCED and later.stage is AgreementStage.READ


def sign_only(house, draft):
    service.sign_agreement(house.actor("moussa"), draft, rules.SignFacts(lines(house, draft), days(-1)))


def test_a_closed_dispute_takes_what_rectifies_and_stays_closed(house):
    earlier = signed(house)
    dispute = closed(house, earlier.dispute)
    later = sign(house, rectifying(house, earlier))
    assert dispute.stage is Stage.CLOSED and earlier.stage is AgreementStage.REPLACED
    assert later.stage is AgreementStage.SIGNED


def test_a_closed_dispute_takes_nothing_that_only_renews_or_is_new(house):
    earlier = signed(house)
    dispute = closed(house, earlier.dispute)
    refused("earlier_link", rectifying, house, earlier, EarlierLink.RENEWS)
    refused("earlier_link", drafted, house, dispute)


def test_an_old_draft_of_a_closed_dispute_goes_no_further(house):
    dispute = in_mediation(house)
    signed(house, dispute)
    draft = drafted(house, dispute)
    closed(house, dispute)
    moussa = house.actor("moussa")
    for act, facts in ((service.read_aloud_agreement, READ), (service.amend_agreement, TEXT),
                       (service.abandon_agreement, rules.AbandonFacts("oublié"))):
        with pytest.raises(WrongStage):
            act(moussa, draft, facts)
