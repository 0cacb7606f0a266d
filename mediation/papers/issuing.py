"""From the button to the file: a number in a commit of its own, the file made outside any lock, then the act.

What fails after the number was taken leaves the number visible, annulled with the reason; what stops in between
(a power cut) leaves it reserved, and whoever comes back annuls it or issues again.
"""

import uuid
from datetime import datetime

from flask import current_app, has_request_context, url_for

from mediation.acts import catalogue as acts
from mediation.acts.refusals import BrokenRule, KeyReused
from mediation.acts.scope import Actor
from mediation.acts.vocabulary import PaperStage
from mediation.disputes.models import Dispute
from mediation.kernel import clock, dates, files
from mediation.kernel.db import db
from mediation.kernel.language import SOURCE, _, speaking
from mediation.papers import printing, queries, seals, service
from mediation.papers.kinds import PaperKind
from mediation.papers.models import Paper
from mediation.papers.rules import AnnulFacts, IssueFacts, ReserveFacts

# A blank paper carries none; a paper is tried without one before its number is taken.
NO_STAMP = {"number": "", "code": "", "address": "", "made": "", "journal": "", "root": ""}


def issue(actor: Actor, dispute: Dispute, facts: ReserveFacts, *, key: str | None, seen: int | None = None) -> Paper:
    """Issue a paper whole. Refuses (`BrokenRule`) before a number is spent whatever can be refused by then."""
    key = key or str(uuid.uuid4())
    row = queries.composer_of(facts.kind).find(dispute, facts.about)
    _drawn(facts.kind, queries.composed(facts.kind, dispute, row).as_json(), NO_STAMP, clock.now())
    paper = service.reserve_paper(actor, dispute, facts, key=key)
    if paper.stage is not PaperStage.RESERVED:
        return paper
    try:
        return _finish(actor, paper, key)
    except Exception as failed:
        _give_up(actor, paper, failed)
        raise


issue.act, issue.several = acts.ISSUE_PAPER, True


def _finish(actor: Actor, paper: Paper, key: str) -> Paper:
    made, sealed = seals.sealed(_drawn(paper.kind, paper.content, stamp_of(paper), paper.reserved_at))
    fingerprint = files.put(made)
    try:
        return service.issue_paper(actor, paper, IssueFacts(fingerprint, len(made), sealed), key=_next(key))
    except KeyReused:
        # Pressed twice, and sealed twice, which never gives the same bytes: the first file is the one.
        return paper


def _drawn(kind: PaperKind, content: str, stamp: dict, at: datetime) -> bytes:
    """Draw while nothing is being read: the database waits for nobody's paper."""
    db.session.rollback()
    return printing.draw(kind, content, stamp, at)


def _give_up(actor: Actor, paper: Paper, failed: Exception) -> None:
    """Annul the number of a paper that could not be made; that this fails too must not hide why it was done.

    Whoever pressed twice may have made it meanwhile: then it stands.
    """
    reason = failed.text if isinstance(failed, BrokenRule) else _("le papier n’a pas pu être fait ou gardé")
    try:
        service.annul_paper(actor, paper, AnnulFacts(str(reason), unfinished=True))
    except Exception:
        current_app.logger.exception("paper %s stays reserved: its number could not be annulled", paper)


def stamp_of(paper: Paper) -> dict:
    """What is stamped on a paper: its number, its code and where to check it, when, the journal before it."""
    with speaking(SOURCE):
        return {
            "number": paper.reference, "code": code_of(paper),
            "address": _address(paper),
            "made": f"Établi le {dates.said_day(paper.reserved_at.date())} à {paper.reserved_at:%H h %M}",
            "journal": f"Journal, ligne {paper.journal_line}" if paper.journal_line else "",
            "root": paper.journal_root or "",
        }


def _address(paper: Paper) -> str:
    """Where anybody checks it: the address that was settled, or the browser's own; none from a command."""
    if settled := current_app.config["ADDRESS"]:
        return f"{settled}/check/{paper.code}/"
    return url_for("papers.check_paper", code=paper.code, _external=True) if has_request_context() else ""


def code_of(paper: Paper) -> str:
    """The code as it is printed, in two halves."""
    return f"{paper.code[:5]} {paper.code[5:]}"


def _next(key: str) -> str:
    """The key of the second act, the same for the same first one: a double click issues once."""
    return str(uuid.uuid5(uuid.UUID(key), "issue"))
