"""The pages of the list of places: read by everybody who is signed in, written by administrators."""

from flask import Blueprint, redirect, render_template, request, url_for

from mediation.acts import house as acts
from mediation.acts.gate import attempt, needs, open_to_signed_in
from mediation.kernel.text import shown
from mediation.places import forms, queries, service

bp = Blueprint("places", __name__)


@bp.get("/places/")
@open_to_signed_in
def index():
    asked = shown(request.args.get("q", ""))[:200].strip()
    found = queries.containing(asked) if asked else queries.inside(None)
    return render_template("places/index.html", asked=asked, places=found, above=queries.above(found),
                           counts=queries.counted_inside(found))


@bp.get("/places/<code>/")
@open_to_signed_in
def show(code: str):
    place = queries.find(code)
    within = queries.inside(place)
    return render_template("places/show.html", place=place, places=within, above=queries.above([place]),
                           counts=queries.counted_inside(within))


@bp.route("/places/new/", methods=["GET", "POST"])
@needs(acts.ADD_PLACE)
def add_place():
    form = forms.PlaceForm(data={"parent": queries.coded(request.args.get("in", "")[:20])})
    form.parent.lookup = queries.listed
    if form.validate_on_submit() and (place := attempt(form, service.add_place, None)):
        return redirect(url_for("places.show", code=place.code))
    return render_template("places/add_place.html", form=form)


@bp.route("/places/<code>/amend/", methods=["GET", "POST"])
@needs(acts.AMEND_PLACE)
def amend_place(code: str):
    place = queries.find(code)
    form = forms.AmendPlaceForm(obj=place, seen=place.act_count)
    form.parent.lookup = queries.listed
    if form.validate_on_submit() and attempt(form, service.amend_place, place):
        return redirect(url_for("places.show", code=code))
    return render_template("places/amend_place.html", form=form, place=place)
