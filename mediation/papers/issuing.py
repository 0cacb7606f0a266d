"""From the button to the file: a number in a commit of its own, the file made outside any lock, then the act.

What fails after the number was taken leaves the number visible, annulled with the reason; what stops in between
(a power cut) leaves it reserved, and whoever comes back annuls it or issues again.
"""

import uuid

from flask import url_for

from mediation.acts import catalogue as acts
from mediation.acts.refusals import BrokenRule, Refusal
from mediation.acts.scope import Actor
from mediation.acts.vocabulary import PaperStage
from mediation.disputes.models import Dispute
from mediation.kernel import clock, dates, files
from mediation.kernel.language import SOURCE, _, speaking
from mediation.papers import printing, queries, service
from mediation.papers.models import Paper
from mediation.papers.rules import AnnulFacts, IssueFacts, ReserveFacts

# A blank paper carries none; a paper is tried without one before its number is taken.
NO_STAMP = {"number": "", "code": "", "address": "", "made": "", "journal": "", "root": ""}


def issue(actor: Actor, dispute: Dispute, facts: ReserveFacts, *, key: str, seen: int | None = None) -> Paper:
    """Issue a paper whole. Refuses (`BrokenRule`) before a number is spent whatever can be refused by then."""
    row = queries.composer_of(facts.kind).find(dispute, facts.about)
    content = queries.composed(facts.kind, dispute, row)
    printing.draw(facts.kind, content.as_json(), NO_STAMP, clock.now())
    paper = service.reserve_paper(actor, dispute, facts, key=key)
    if paper.stage is not PaperStage.RESERVED:
        return paper
    try:
        return _finish(actor, paper, key)
    except (Refusal, files.StorageDown) as failed:
        reason = failed.text if isinstance(failed, BrokenRule) else _("le papier n’a pas pu être gardé")
        service.annul_paper(actor, paper, AnnulFacts(str(reason)))
        raise


issue.act, issue.several = acts.ISSUE_PAPER, True


def _finish(actor: Actor, paper: Paper, key: str) -> Paper:
    made = printing.draw(paper.kind, paper.content, stamp_of(paper), paper.reserved_at)
    fingerprint = files.put(made)
    return service.issue_paper(actor, paper, IssueFacts(fingerprint, len(made)), key=_next(key))


def stamp_of(paper: Paper) -> dict:
    """What is stamped on a paper: its number, its code and where to check it, when, the journal before it."""
    with speaking(SOURCE):
        return {
            "number": paper.reference, "code": code_of(paper),
            "address": url_for("papers.check_paper", code=paper.code, _external=True),
            "made": f"Établi le {dates.said_day(paper.reserved_at.date())} à {paper.reserved_at:%H h %M}",
            "journal": f"Journal, ligne {paper.journal_line}" if paper.journal_line else "",
            "root": paper.journal_root or "",
        }


def code_of(paper: Paper) -> str:
    """The code as it is printed, in two halves."""
    return f"{paper.code[:5]} {paper.code[5:]}"


def _next(key: str) -> str:
    """The key of the second act, the same for the same first one: a double click issues once."""
    return str(uuid.uuid5(uuid.UUID(key), "issue"))
