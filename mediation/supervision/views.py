"""The pages of supervision: remarks on disputes, and their answers."""

from flask import Blueprint, render_template, request, url_for

from mediation.acts import catalogue as acts
from mediation.acts.gate import attempt, due, needs, needs_role
from mediation.acts.vocabulary import Role
from mediation.disputes.queries import find_in
from mediation.disputes.views import back_to
from mediation.supervision import forms, queries, service
from mediation.supervision.models import Remark

bp = Blueprint("supervision", __name__)


@bp.route("/remarks/")
@needs_role(Role.REVIEWER, Role.SECRETARY, Role.MEDIATOR, Role.CHAIR)
def list_remarks():
    found = queries.remarks(request.args.get("page"))
    pages = {name: url_for(".list_remarks", page=key) if key else None
             for name, key in (("before", found.before), ("after", found.after))}
    return render_template("supervision/list_remarks.html", remarks=found.rows, pages=pages,
                           waiting=queries.count_waiting())


@bp.route("/disputes/<reference>/remarks/new/", methods=["GET", "POST"])
@needs(acts.ADD_REMARK)
def add_remark(dispute):
    form = forms.RemarkForm()
    if form.validate_on_submit() and attempt(form, service.add_remark, dispute):
        return back_to(dispute)
    return render_template("supervision/add_remark.html", form=form, dispute=dispute)


@bp.route("/disputes/<reference>/remarks/<int:number>/answer/", methods=["GET", "POST"])
@needs(acts.ANSWER_REMARK)
def answer_remark(dispute, number: int):
    remark, form = due(find_in(Remark, dispute, number)), forms.AnswerForm()
    if form.validate_on_submit() and attempt(form, service.answer_remark, remark):
        return back_to(dispute)
    return render_template("supervision/answer_remark.html", form=form, dispute=dispute, remark=remark)
