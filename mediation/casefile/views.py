"""The pages that read: what to do, the list, finding, the case file of a dispute and its chronology."""

from flask import Blueprint, redirect, render_template, request, url_for

from mediation.acts.gate import actor, needs_role, open_to_signed_in
from mediation.casefile import finding, lists, on_paper, quality, timeline
from mediation.casefile.buttons import new_dispute
from mediation.casefile.forms import FilterForm
from mediation.casefile.home import READERS, Day
from mediation.casefile.linking import LinkedDisputes
from mediation.casefile.listing import ListPage
from mediation.casefile.page import CasePage
from mediation.casefile.queries import file_of

bp = Blueprint("casefile", __name__)

# Each enters the papers that it composes.
ON_PAPER = (on_paper, quality)


@bp.route("/")
@open_to_signed_in
def home():
    return render_template("casefile/home.html", day=Day(actor()), new_url=new_dispute(actor()))


@bp.route("/disputes/")
@needs_role(*READERS)
def list_disputes():
    view = _one_of(lists.views_of(actor()), "view")
    listing = ListPage(actor(), FilterForm(request.args), view, request.args.get("page"))
    return render_template("casefile/list_disputes.html", listing=listing, new_url=new_dispute(actor()))


@bp.route("/find/")
@open_to_signed_in
def find():
    asked = finding.asked_for(request.args.get("q", ""))
    if number := finding.number_of(asked):
        return redirect(url_for(".show", reference=number))
    if paper := finding.paper_of(asked):
        reference, number = paper
        return redirect(url_for("papers.show_paper", reference=reference, number=number))
    return render_template("casefile/find.html", asked=asked, found=finding.find(asked))


@bp.route("/disputes/<reference>/")
@open_to_signed_in
def show(dispute):
    file, kind = file_of(dispute), _one_of(timeline.Show, "show")
    oldest_first = request.args.get("order") == "asc"
    return render_template("casefile/show.html", dispute=dispute, file=file, page=CasePage(file), kind=kind,
                           kinds=timeline.Show, oldest_first=oldest_first,
                           thread=timeline.thread(file, kind, oldest_first))


@bp.route("/disputes/<reference>/chronology/")
@open_to_signed_in
def chronology(dispute):
    file = file_of(dispute)
    return render_template("casefile/chronology.html", dispute=dispute, page=CasePage(file),
                           thread=timeline.thread(file, oldest_first=True, shown=len(file.entries)))


@bp.route("/disputes/<reference>/thread/")
@open_to_signed_in
def linked_disputes(dispute):
    return render_template("casefile/linked_disputes.html", dispute=dispute, linked=LinkedDisputes(dispute))


def _one_of(known, name: str):
    """The member of a list that the address names, the first one when it names none of them."""
    given = request.args.get(name)
    return next((one for one in known if one.value == given), next(iter(known)))
