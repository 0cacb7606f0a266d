"""The pages of pieces, and the files themselves; the words with which other pages tell of them."""

from flask import Blueprint, redirect, render_template, request, session, url_for

from mediation.acts import catalogue as acts
from mediation.acts.gate import actor, attempt, due, needs, open_to_signed_in
from mediation.acts.refusals import BrokenRule, NotFound
from mediation.disputes.forms import StrikeForm
from mediation.disputes.queries import find_in
from mediation.documents import forms, queries, service, serving, uploads
from mediation.documents.kinds import LARGEST_BODY, DocumentKind
from mediation.documents.models import Document
from mediation.sessions.forms import OpenForm

bp = Blueprint("documents", __name__)


@bp.url_value_preprocessor
def _take_files(endpoint: str, values: dict) -> None:
    """Here alone a form may be as long as a file, for whoever has signed in; before anything of it is read."""
    if endpoint == "documents.add_document" and "token" in session:
        request.max_content_length = LARGEST_BODY


@bp.app_context_processor
def _how_they_are_told() -> dict:
    """What the pages of a session, of a settlement and of a visit need to tell of their pieces."""
    return {"documents_about": queries.documents_about, "document_title": queries.title_of,
            "document_note": queries.note_of, "document_tie": queries.said_tie, "document_size": queries.said_size,
            "may_read_document": lambda one: queries.may_read(actor(), one)}


@bp.route("/disputes/<reference>/documents/")
@open_to_signed_in
def list_documents(dispute):
    documents = queries.documents_of(dispute)
    return render_template("documents/list_documents.html", dispute=dispute, documents=documents,
                           pictures=request.args.get("pictures") == "1",
                           drawn=[one for one in documents if one.is_image and not one.reserved])


@bp.route("/disputes/<reference>/documents/new/", methods=["GET", "POST"])
@needs(acts.ADD_DOCUMENT)
def add_document(dispute):
    asked = request.args
    form = forms.DocumentForm(about=asked.get("about"), kind=_kind(asked.get("kind")))
    form.about.members = [(value, label) for value, label in queries.ties_in(dispute)]
    if form.validate_on_submit() and _receive(form) and (added := attempt(form, service.add_document, dispute)):
        if "again" in request.form:
            return redirect(url_for(".add_document", reference=dispute.reference, about=form.about.data,
                                    kind=added.kind.value))
        return redirect(url_for(".show_document", reference=dispute.reference, number=added.number))
    return render_template("documents/add_document.html", form=form, dispute=dispute)


def _kind(given: str | None) -> DocumentKind | None:
    return next((one for one in DocumentKind if one.value == given), None)


def _receive(form: forms.DocumentForm) -> bool:
    """Keep the file of a form that is otherwise right; what is wrong with it is said beside it."""
    try:
        form.received = uploads.receive(form.file.data.stream, form.file.data.filename, form.kind.data)
    except BrokenRule as broken:
        form.refuse(broken.field, broken.text)
    return form.received is not None


@bp.route("/disputes/<reference>/documents/<int:number>/")
@open_to_signed_in
def show_document(dispute, number: int):
    document = find_in(Document, dispute, number)
    return render_template("documents/show_document.html", dispute=dispute, document=document,
                           words=queries.open_words(document), added_by=queries.adder(document),
                           large=request.args.get("large") == "1")


@bp.route("/disputes/<reference>/documents/<int:number>/open/", methods=["POST"])
@needs(acts.OPEN_DOCUMENT)
def open_document(dispute, number: int):
    document = find_in(Document, dispute, number)
    if not document.reserved:
        return redirect(url_for(".show_document", reference=dispute.reference, number=number))
    attempt(OpenForm(), service.open_document, document)
    return render_template("documents/open_document.html", dispute=dispute, document=document,
                           words=queries.words_of(document), added_by=queries.adder(document),
                           ticket=serving.ticket_for(actor(), document))


@bp.route("/disputes/<reference>/documents/<int:number>/unseal/", methods=["POST"])
@needs(acts.UNSEAL_DOCUMENT)
def unseal_document(dispute, number: int):
    document = find_in(Document, dispute, number)
    attempt(OpenForm(), service.unseal_document, document)
    return serving.original(document)


@bp.route("/disputes/<reference>/documents/<int:number>/strike/", methods=["GET", "POST"])
@needs(acts.STRIKE_DOCUMENT)
def strike_document(dispute, number: int):
    wrong, form = due(find_in(Document, dispute, number)), StrikeForm()
    if form.validate_on_submit() and attempt(form, service.strike_document, wrong):
        return redirect(url_for(".list_documents", reference=dispute.reference))
    return render_template("documents/strike_document.html", form=form, dispute=dispute, wrong=wrong)


@bp.route("/disputes/<reference>/documents/<int:number>/view/")
@open_to_signed_in
def view(dispute, number: int):
    return serving.view(_shown(dispute, number))


@bp.route("/disputes/<reference>/documents/<int:number>/thumbnail/")
@open_to_signed_in
def thumbnail(dispute, number: int):
    return serving.thumbnail(_shown(dispute, number))


@bp.route("/disputes/<reference>/documents/<int:number>/file/")
@open_to_signed_in
def file(dispute, number: int):
    document = _shown(dispute, number)
    return serving.view(document) if document.is_image else serving.original(document)


def _shown(dispute, number: int) -> Document:
    """A piece whose file this person may have now (`NotFound`): a reserved one only once it was opened."""
    document = find_in(Document, dispute, number)
    if document.reserved and not (queries.may_read(actor(), document)
                                  and serving.holds_ticket(actor(), document, request.args.get("ticket", ""))):
        raise NotFound(f"document {number}")
    return document
