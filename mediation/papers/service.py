"""The acts of a paper: take its number and freeze what it says, issue the file made from that, annul it."""

import secrets

from mediation.acts import catalogue as acts
from mediation.acts.act import Act
from mediation.acts.door import performs
from mediation.acts.ledger import named
from mediation.acts.refusals import NotPermitted
from mediation.acts.scope import Actor, next_number
from mediation.acts.vocabulary import PaperStage
from mediation.disputes.models import Dispute
from mediation.kernel import clock
from mediation.kernel.db import db
from mediation.kernel.references import next_reference
from mediation.papers import queries, rules
from mediation.papers.kinds import PaperKind
from mediation.papers.models import Paper

# Letters and digits that nobody confuses when they are read aloud; ten of them hold 48 bits.
SIGNS, LENGTH = "23456789ABCDEFGHJKLMNPQRSTVWXYZ", 10


@performs(acts.RESERVE_PAPER)
def reserve_paper(actor: Actor, dispute: Dispute, facts: rules.ReserveFacts) -> Paper:
    """Take the next number of the institution, and freeze what the paper says; the file is made after."""
    composer = queries.composer_of(facts.kind)
    _require_role(actor, acts.RESERVE_PAPER, facts.kind, dispute)
    row = composer.find(dispute, facts.about)
    rules.complete(composer.musts(row))
    content, note = queries.composed(facts.kind, dispute, row), queries.last_note()
    earlier = queries.current(dispute, facts.kind, row)
    rules.said_more_than_before(content.as_json(), earlier and earlier.content)
    paper = Paper(
        dispute=dispute, number=next_number(Paper, dispute), stage=PaperStage.RESERVED, kind=facts.kind,
        about=named(row), reference=next_reference(f"{dispute.lead.code}-P", clock.today().year), code=_code(),
        content=content.as_json(), rests_on="".join(f",{one}" for one in content.rests_on) + ",",
        journal_line=note and note.size, journal_root=note and note.root.hex(),
        reserved_at=clock.now(), reserved_by=actor.id)
    db.session.add(paper)
    return paper


@performs(acts.ISSUE_PAPER)
def issue_paper(actor: Actor, paper: Paper, facts: rules.IssueFacts) -> Paper:
    """Put a paper in force with its file, if what it says still stands; an earlier version is replaced by it."""
    _require_role(actor, acts.ISSUE_PAPER, paper.kind, paper.dispute)
    row = queries.row_of(paper)
    rules.nothing_moved(paper.content, queries.composed(paper.kind, paper.dispute, row).as_json())
    earlier = queries.current(paper.dispute, paper.kind, row)
    paper.stage, paper.issued_at = PaperStage.CURRENT, clock.now()
    paper.fingerprint, paper.size, paper.sealed = facts.fingerprint, facts.size, facts.sealed
    db.session.flush()
    if earlier is not None:
        earlier.replaced_by, earlier.stage = paper, PaperStage.SUPERSEDED
    return paper


@performs(acts.ANNUL_PAPER)
def annul_paper(actor: Actor, paper: Paper, facts: rules.AnnulFacts) -> Paper:
    """Annul a paper, or a number whose paper was never made; both stay visible."""
    _require_role(actor, acts.ANNUL_PAPER, paper.kind, paper.dispute)
    rules.annulled_for_a_reason(facts, paper.stage)
    paper.stage, paper.reason = PaperStage.ANNULLED, facts.reason
    return paper


def _require_role(actor: Actor, act: Act, kind: PaperKind, dispute: Dispute) -> None:
    """Each kind is for some roles only, also among those who may issue papers (`NotPermitted`)."""
    if not queries.may_issue(actor, kind, dispute):
        raise NotPermitted(act, dispute)


def _code() -> str:
    return "".join(secrets.choice(SIGNS) for _ in range(LENGTH))
