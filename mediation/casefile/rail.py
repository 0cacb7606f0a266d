"""The ten steps of a dispute from its facts, what the next one still needs, and the one act that goes there (`road`).

What is missing is said by the rules that refuse the acts; an ending aside from the road is a plain word,
never a failure.
"""

from dataclasses import dataclass

from mediation.acts.vocabulary import AgreementStage, Stage
from mediation.agreements.queries import bound_by
from mediation.agreements.rules import Person, Speaker, missing_to_sign
from mediation.casefile.buttons import Button, button
from mediation.casefile.days import short
from mediation.casefile.queries import File
from mediation.casefile.road import REPAIRS, WAITS, concluding, due_in, lacking, next_act, nobody_in_charge
from mediation.casefile.tellers.referrals import pause_said
from mediation.kernel import dates
from mediation.kernel.dates import ApproximateDate
from mediation.kernel.language import LazyText, _, _l
from mediation.referrals.models import Pause, Referral
from mediation.sessions.kinds import Result
from mediation.validity.models import RouteStep


@dataclass(frozen=True)
class Step:
    """A step: its word, when it was reached, and whether it is done, current, to come or optional."""

    name: str
    label: LazyText
    state: str
    note: str = ""


@dataclass(frozen=True)
class Missing:
    """One thing the next step needs, and where it is put right by this reader, if they may."""

    text: str
    url: str | None = None
    action: LazyText | None = None


@dataclass(frozen=True)
class Rail:
    """The steps, the word of a side ending, what hangs from the current step, and the one next act."""

    steps: list[Step]
    aside: str
    towards: str
    missing: list[Missing]
    next_act: Button | None
    waits: bool = False

    @property
    def heading(self) -> str:
        """What the box under the rail is about; of a dispute that waits, nothing is missing."""
        if self.waits:
            return self.towards
        return _("%(towards)s, il manque", towards=self.towards) if self.missing else _(
            "%(towards)s, il ne manque rien", towards=self.towards)


LABELS = {
    "registered": _l("Enregistré"), "accepted": _l("Accepté"), "summoned": _l("Convoqué"),
    "heard": _l("En médiation"), "agreed": _l("Accord"), "signed": _l("PV signé"), "endorsed": _l("Visé"),
    "judge": _l("Chez le juge"), "followed": _l("Suivi"), "closed": _l("Clos"),
}

TITLES = {
    "accepted": _l("Pour être accepté"), "summoned": _l("Pour entendre les parties"),
    "heard": _l("Pour entendre les parties"), "agreed": _l("Pour un accord"), "signed": _l("Pour être signé"),
    "followed": _l("Pour le suivi"), "closed": _l("Pour clore"),
}

# Steps that are optional: shown as what may come, never asked for.
LATER = ("endorsed", "judge")


def rail_of(file: File) -> Rail:
    """The rail of a dispute as it stands."""
    reached = reached_in(file)
    current = _current(file, reached)
    steps = [_step(name, reached, current, file.dispute) for name in LABELS]
    if file.dispute.stage in WAITS:
        return Rail(steps, _aside(file), str(WAITS[file.dispute.stage]), [], next_act(file, None), waits=True)
    offered = next_act(file, current)
    missing = [_without_button(one, offered) for one in _missing(file, current)]
    return Rail(steps, _aside(file), str(TITLES.get(current, "")), missing, offered)


def _without_button(one: Missing, offered: Button | None) -> Missing:
    """What is missing, without a link where the button beside it leads to the same page."""
    return Missing(one.text) if offered is not None and one.url == offered.url else one


def reached_in(file: File) -> dict[str, ApproximateDate | None]:
    """The steps that were reached, each with its day as far as it is known."""
    dispute, agreement = file.dispute, _in_force(file)
    reached = {"registered": dates.on(dispute.registered_on)}
    accepted = file.first("dispute.accept")
    if accepted is not None:
        reached["accepted"] = accepted.happened_on or dates.on(accepted.recorded_at.date())
    calls = [one for one in file.summons if one.struck_at is None]
    if calls:
        reached["summoned"] = calls[0].happened_on
    if file.heard:
        reached["heard"] = file.heard[0].held_on
    if agreement is not None:
        reached["agreed"] = agreement.happened_on
    if agreement is not None and agreement.was_signed:
        reached["signed"] = agreement.signed_on
        reached |= _on_route(file, agreement)
    if file.made and (agreement is not None or file.agreement is None):
        reached["followed"] = file.made[-1].happened_on
    if dispute.stage is Stage.CLOSED:
        reached["closed"] = dispute.ended_on
    return reached


def _in_force(file: File):
    """The settlement of which the rail tells; in an open dispute, none that bound and binds no more."""
    one = file.agreement
    return None if one is not None and one.ended and file.dispute.stage is not Stage.CLOSED else one


def _on_route(file: File, agreement) -> dict[str, ApproximateDate | None]:
    """The last visa, and the last that is known of its way to the judge."""
    steps = [one for one in file.of(RouteStep) if one.agreement_id == agreement.id and one.struck_at is None]
    return {"endorsed" if one.kind is AgreementStage.ENDORSED else "judge": one.happened_on for one in steps}


def _current(file: File, reached: dict) -> str | None:
    """The step that comes next on the road; a dispute that was heard is not asked for a summons."""
    if "closed" in reached:
        return None
    stage = _stood_at(file)
    if stage is Stage.REGISTERED:
        return "accepted"
    if stage is Stage.NOT_SETTLED:
        return "closed"
    road = ["agreed", "signed", "followed", "closed"] if stage is not Stage.ACCEPTED else [
        "summoned", "heard", "agreed", "signed"]
    if stage is Stage.IN_MEDIATION and "signed" in reached:
        return "agreed"
    if stage is Stage.IN_FOLLOW_UP and not file.signed:
        return "closed"
    return next((name for name in road if name not in reached), "closed")


def _stood_at(file: File) -> Stage:
    """The stage of the dispute, or the one that it comes back to."""
    stage = file.dispute.stage
    left = file.of({Stage.SUSPENDED: Pause, Stage.REFERRED: Referral}.get(stage))
    return left[-1].from_stage if left else stage


def _step(name: str, reached: dict, current: str | None, dispute) -> Step:
    if name == current:
        return Step(name, LABELS[name], "current", _("à faire"))
    if name in reached:
        return Step(name, LABELS[name], "done", short(reached[name]))
    passed = current is None or list(LABELS).index(name) < list(LABELS).index(current)
    if name in LATER or passed and name == "summoned" and "heard" in reached:
        return Step(name, LABELS[name], "optional", _("facultatif"))
    return Step(name, LABELS[name], "todo")


def _aside(file: File) -> str:
    """The plain word of an ending, of a mediation without an agreement, or of an agreement that binds no more."""
    dispute = file.dispute
    if dispute.stage is Stage.CLOSED:
        return str(dispute.ending.label)
    if dispute.stage is Stage.SUSPENDED and file.of(Pause):
        return _("En pause\u00a0: %(why)s", why=pause_said(file.of(Pause)[-1]))
    if dispute.stage is Stage.REFERRED and file.of(Referral):
        return _("Renvoyé à %(name)s, réponse attendue", name=file.of(Referral)[-1].receiver_name)
    if dispute.stage is Stage.NOT_SETTLED:
        return str(dispute.stage.label)
    if file.agreement is not None and _in_force(file) is None:
        return _("Accord du %(day)s\u00a0: %(stage)s", day=short(file.agreement.signed_on),
                 stage=file.agreement.stage.label)
    return ""


def _missing(file: File, current: str | None) -> list[Missing]:
    """What the rules would refuse the next step for, each with the page that puts it right."""
    if current == "accepted":
        return [_repair(file, REPAIRS[code], file.dispute, words) for code, words in lacking(file)]
    if current == "signed":
        return _missing_to_sign(file)
    if current == "closed":
        due = due_in(file)
        return [Missing(_("l’engagement %(number)s, encore à vérifier", number=file.numbered(one))) for one in due]
    if nobody_in_charge(file, current):
        return [_repair(file, "dispute.assign", file.dispute, _("quelqu’un en charge")), Missing(str(STILL[current]))]
    if current == "agreed":
        return [Missing(str(FOUND[one.result])) for one in concluding(file)] or [Missing(str(STILL[current]))]
    return [Missing(str(STILL[current]))] if current in STILL else []


STILL = {"summoned": _l("une convocation, ou une séance où quelqu’un est venu"),
         "heard": _l("une séance où quelqu’un est venu"),
         "agreed": _l("un accord des parties, ou une non-conciliation"),
         "followed": _l("une visite de suivi")}

# What the last session came to, as long as it is not written down.
FOUND = {Result.AGREEMENT: _l("l’écrit de l’accord trouvé à la dernière séance"),
         Result.NO_AGREEMENT: _l("l’écrit de la non-conciliation, ou une autre séance")}


def _missing_to_sign(file: File) -> list[Missing]:
    """What the signing waits for; the groups for which nobody speaks come in the order of the parties."""
    people = people_of(file)
    bound = bound_by(file.agreement, people)
    found = missing_to_sign(people, file.agreement.reading is not None, bound)
    parties = {party.number: party for party in file.principals}
    silent = iter([parties[person.number] for person in people
                   if not person.spoken_for and person.letter in bound])
    return [_repair(file, REPAIRS[code], file.agreement if code == "reading" else next(silent), words)
            for code, words in found] or [Missing(_("les signatures"))]


def _repair(file: File, name: str, subject, words) -> Missing:
    there = button(name, subject, file.dispute)
    return Missing(str(words), there.url if there else None, there.label if there else None)


def people_of(file: File) -> list[Person]:
    """The parties with who speaks for them, as the rules of a settlement need to know them."""
    return [Person(party.number, party.letter, party.name, party.kind, tuple(
        Speaker(one.number, one.name, one.quality, one.mandate)
        for one in party.representatives if one.spoke() and not one.organisation)) for party in file.principals]
