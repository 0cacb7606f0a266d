"""The page of figures, and the page of what an authority was sent; neither shows a dispute."""

from flask import Blueprint, render_template

from mediation.acts.gate import actor, needs_role
from mediation.acts.vocabulary import Role
from mediation.kernel import files
from mediation.papers.serving import pdf
from mediation.reports import queries
from mediation.reports.rules import FEWEST

bp = Blueprint("reports", __name__)


@bp.get("/figures/")
@needs_role(*queries.READERS, Role.ANALYST)
def show_figures():
    return render_template("reports/show_figures.html", own=queries.own_figures(actor()),
                           territory=queries.territory_figures(actor()), fewest=FEWEST)


@bp.get("/received/")
@needs_role(Role.AUTHORITY)
def list_received():
    return render_template("reports/list_received.html", papers=queries.papers_sent_to(actor()))


@bp.get("/received/<code>/file/")
@needs_role(Role.AUTHORITY)
def download_received(code: str):
    sent = queries.file_sent_to(actor(), code)
    return pdf(files.read(sent.fingerprint), sent.reference)
