"""The acts on pieces: adding one, crossing it out, opening a reserved one, taking a sealed original out."""

from mediation.acts import catalogue as acts
from mediation.acts.door import performs
from mediation.acts.refusals import NotPermitted
from mediation.acts.scope import Actor, next_number
from mediation.acts.strike import StrikeFacts, strike
from mediation.disputes.models import Dispute
from mediation.disputes.rules import not_still_to_come
from mediation.documents import queries, rules
from mediation.documents.models import Document, ReservedWords
from mediation.kernel import clock, files
from mediation.kernel.db import db

SAID = ("title", "description", "source")


@performs(acts.ADD_DOCUMENT)
def add_document(actor: Actor, dispute: Dispute, facts: rules.DocumentFacts) -> Document:
    """Put a kept file into the dispute; of a reserved one, what is said goes where nobody reads it unasked."""
    rules.made_of_what_it_may(facts.kind, facts.file.file_type.family)
    rules.may_be_reserved(facts.kind, facts.reserved)
    not_still_to_come("happened_on", facts.happened_on, clock.today())
    column, row = queries.hung_on(dispute, facts.about)
    rules.hangs_on_something(facts.about, row)
    weight = facts.file.size + (facts.file.view_size or 0)
    rules.room_left(queries.size_held(dispute), weight, files.room_in_a_dispute())
    told = {name: getattr(facts, name) for name in SAID} | {"file_name": facts.file.file_name}
    document = Document(
        dispute=dispute, number=next_number(Document, dispute), kind=facts.kind, reserved=bool(facts.reserved),
        happened_on=facts.happened_on, added_by=actor.id, added_on=clock.today(),
        **{**vars(facts.file), "file_name": None}, **({column: row} if row else {}))
    db.session.add(document)
    if document.reserved:
        db.session.flush()
        db.session.add(ReservedWords(dispute=dispute, number=next_number(ReservedWords, dispute),
                                     document_id=document.id, **told))
        return document
    for name, words in told.items():
        setattr(document, name, words)
    return document


@performs(acts.STRIKE_DOCUMENT)
def strike_document(actor: Actor, document: Document, facts: StrikeFacts) -> Document:
    """Cross out a piece added by mistake; its file stays, and a paper that rests on it forbids it."""
    return strike(actor, document, facts)


@performs(acts.OPEN_DOCUMENT)
def open_document(actor: Actor, document: Document, facts: None) -> None:
    """Open a reserved piece; that it was opened stays in the ledger (`NotPermitted`)."""
    _may_be_read_by(actor, document, acts.OPEN_DOCUMENT)


@performs(acts.UNSEAL_DOCUMENT)
def unseal_document(actor: Actor, document: Document, facts: None) -> None:
    """Take the original of an image as it came; that it was taken stays in the ledger (`NotPermitted`)."""
    _may_be_read_by(actor, document, acts.UNSEAL_DOCUMENT)


def _may_be_read_by(actor: Actor, document: Document, act) -> None:
    if not queries.may_read(actor, document):
        raise NotPermitted(act, document)
