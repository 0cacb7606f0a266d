"""Questions about settlements, and the one sentence that tells a commitment on every page and paper."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from types import SimpleNamespace

from sqlalchemy import select
from sqlalchemy.orm import joinedload, selectinload

from mediation.acts.refusals import NotFound
from mediation.acts.vocabulary import BINDING, OWED, AgreementStage, CommitmentStage, SessionStage, Stage
from mediation.agreements import rules
from mediation.agreements.kinds import EVERYBODY, EarlierLink, Signer
from mediation.agreements.models import Agreement, Commitment
from mediation.agreements.rules import Person, Speaker
from mediation.commissions.models import Institution
from mediation.disputes.models import Dispute
from mediation.disputes.queries import LARGEST_NUMBER
from mediation.intake.queries import was_copied
from mediation.kernel import clock, dates
from mediation.kernel.dates import ApproximateDate, Precision, Season
from mediation.kernel.db import db
from mediation.kernel.language import _, _l, clauses, ngettext
from mediation.kernel.numbers import said_number
from mediation.land.queries import objects_of
from mediation.parties.models import Party
from mediation.sessions.models import MediationSession

ENDS_OF_SEASONS = {
    Season.RAINY: _l("avant la fin de l’hivernage %(year)s"),
    Season.COLD: _l("avant la fin de la saison froide %(year)s"),
    Season.HOT: _l("avant la fin de la saison chaude %(year)s"),
    Season.HARVEST: _l("avant la fin de la récolte %(year)s"),
}

# Page sign of a commitment by its stage; the word is the stage's own label.
SIGNS = {CommitmentStage.DUE: "open", CommitmentStage.KEPT: "kept", CommitmentStage.PARTLY_KEPT: "ongoing",
         CommitmentStage.NOT_KEPT: "off", CommitmentStage.COULD_NOT_CHECK: "open", CommitmentStage.RELEASED: "done"}

# What a settlement that rectifies another begins with.
CORRECTED = ("basis", "form", "total", "mediation_goes_on", "points", "remaining", "called", "recommended_by", "covers",
             "not_covered", "lasts_from", "lasts_until", "lasts_words", "unlimited", "condition_who", "condition_what",
             "condition_by", "condition_else", "condition_met", "sanctions", "no_commitment", "unseen", "commitments",
             "guarantors", "witnesses", "committee")


def _whole() -> tuple:
    return (joinedload(Agreement.session), joinedload(Agreement.replaced), selectinload(Agreement.every_commitment),
            selectinload(Agreement.every_guarantor), selectinload(Agreement.every_witness),
            selectinload(Agreement.every_member), selectinload(Agreement.readings),
            selectinload(Agreement.signatures))


def agreements_of(dispute: Dispute) -> list[Agreement]:
    """Every settlement of a dispute with all it holds, in order, abandoned ones included (seven statements)."""
    return list(
        db.session.scalars(
            select(Agreement)
            .where(Agreement.dispute_id == dispute.id)
            .order_by(Agreement.number)
            .options(*_whole())
        )
    )


def find_agreement(dispute: Dispute, number: int) -> Agreement:
    """One settlement with all it holds (`NotFound` if there is none)."""
    found = db.session.scalar(select(Agreement).where(
        Agreement.dispute_id == dispute.id, Agreement.number == min(number, LARGEST_NUMBER)).options(*_whole()))
    if found is None:
        raise NotFound(f"agreement {number}")
    return found


def may_still_be_agreed(dispute: Dispute, agreement: Agreement) -> bool:
    """Whether a text that is not signed may still be: in a closed dispute only what rectifies another, or what an
    old register tells."""
    return dispute.stage is not Stage.CLOSED or agreement.rectifies or told_by_a_register(dispute)


def told_by_a_register(dispute: Dispute) -> bool:
    """Whether the dispute is over, and only an old register tells of it (asked only of what is closed)."""
    return dispute.stage is Stage.CLOSED and was_copied(dispute)


def may_be_agreed(dispute: Dispute) -> bool:
    """Whether a settlement may be written: in a closed dispute what rectifies one that binds, or what was copied."""
    return dispute.stage is not Stage.CLOSED or bool(binding(dispute)) or told_by_a_register(dispute)


def text_to_correct(agreement: Agreement) -> SimpleNamespace:
    """The text of a settlement as the form of one that rectifies it begins; its day and its counts are its own."""
    return SimpleNamespace(**{name: getattr(agreement, name) for name in CORRECTED}, earlier=agreement.number,
                           earlier_link=EarlierLink.RECTIFIES)


def numbered(dispute: Dispute, number: int) -> Agreement | None:
    """The settlement of this number with its commitments; None if there is none."""
    return db.session.scalar(select(Agreement).where(
        Agreement.dispute_id == dispute.id, Agreement.number == number).options(
        selectinload(Agreement.every_commitment)))


def binding(dispute: Dispute) -> list[Agreement]:
    """The settlements that bind now: what a new one may rectify or renew."""
    return list(db.session.scalars(select(Agreement).where(
        Agreement.dispute_id == dispute.id, Agreement.stage.in_(sorted(BINDING))).order_by(Agreement.number)))


def chain_of(agreement: Agreement) -> list[int]:
    """The numbers of the settlements that this one replaces, and that those replaced in their turn."""
    found = []
    while (agreement := agreement.replaced) is not None and agreement.number not in found:
        found.append(agreement.number)
    return found


def current_agreement(dispute: Dispute) -> Agreement | None:
    """The last settlement that was not abandoned."""
    kept = [one for one in agreements_of(dispute) if one.stage is not AgreementStage.ABANDONED]
    return kept[-1] if kept else None


def people_of(dispute: Dispute) -> list[Person]:
    """The parties with who speaks for them, as the rules and the sentences need them.

    None struck out, none that left, no mere ally of a side; an organisation speaks and does not sign. Of a closed
    dispute that was copied from an old register, only who agreed is known.
    """
    copied = told_by_a_register(dispute)
    return [_person(party, [one for one in party.representatives if one.spoke() and not one.organisation], copied)
            for party in _parties_of(dispute) if party.was_here() and not party.ally]


def people_ever(dispute: Dispute) -> list[Person]:
    """The parties with whoever spoke for them, also those that left since: what was signed is told with them."""
    return [_person(party, [one for one in party.representatives if one.struck_at is None])
            for party in _parties_of(dispute)]


def _parties_of(dispute: Dispute) -> list[Party]:
    return list(db.session.scalars(
        select(Party).where(Party.dispute_id == dispute.id, Party.struck_at.is_(None)).order_by(
            Party.side, Party.number).options(selectinload(Party.representatives), selectinload(Party.departures))))


def _person(party: Party, speakers: list, copied: bool = False) -> Person:
    return Person(party.number, party.letter, party.name, party.kind, tuple(
        Speaker(one.number, one.name, one.quality, one.mandate) for one in speakers), party.quality, copied,
        party.language_words or (str(party.language.label) if party.language else ""))


def bound_by(agreement: Agreement, people: Iterable[Person]) -> set[str]:
    """The sides (letters) that the text of a settlement binds."""
    return rules.bound_letters((one.debtors for one in agreement.commitments), {one.letter for one in people})


def people_under(agreement: Agreement) -> list[Person]:
    """The people as this settlement tells of them: once it is signed, nobody who came to the dispute later."""
    if not agreement.was_signed:
        return people_of(agreement.dispute)
    people = people_ever(agreement.dispute)
    there = {key for key, ids in signers_of(agreement).items() for line in agreement.signatures
             if all(getattr(line, name) == value for name, value in ids.items())}
    spoke = {number for signer, number in there if signer is Signer.REPRESENTATIVE}
    found = (replace(person, speakers=tuple(one for one in person.speakers if one.number in spoke))
             for person in people)
    return [person for person in found if person.speakers or (Signer.PARTY, person.number) in there]


def about_of(dispute: Dispute) -> str:
    """What is contested, as a paper tells it: a line for each thing that is not struck out."""
    return "\n".join(
        " ".join(filter(None, (f"{one.description.rstrip('.')}.", one.limits and _(
            "Limites\u00a0: %(limits)s.", limits=one.limits.rstrip(".")))))
        for one in objects_of(dispute) if one.struck_at is None)


def sessions_held(dispute: Dispute) -> list[MediationSession]:
    """The sessions a settlement may come from, the last one first."""
    return list(db.session.scalars(select(MediationSession).where(
        MediationSession.dispute_id == dispute.id, MediationSession.stage == SessionStage.HELD,
        MediationSession.struck_at.is_(None)).order_by(MediationSession.number.desc())))


def signers_of(agreement: Agreement) -> dict[tuple[Signer, int], dict[str, int]]:
    """Whose row each line of signature stands for: by kind and number, the ids to keep with the mark."""
    found = {(Signer.GUARANTOR, one.number): {"guarantor_id": one.id} for one in agreement.guarantors}
    for party in db.session.scalars(select(Party).where(
            Party.dispute_id == agreement.dispute_id).options(selectinload(Party.representatives))):
        found[Signer.PARTY, party.number] = {"party_id": party.id}
        for one in party.representatives:
            found[Signer.REPRESENTATIVE, one.number] = {"party_id": party.id, "representative_id": one.id}
    return found


@dataclass(frozen=True)
class SaidCommitment:
    """A commitment in one sentence, in parts so that a page may underline or embolden them."""

    who: str
    what: str
    whom: str = ""
    by: str = ""
    checked: str = ""
    also: str = ""

    def __str__(self) -> str:
        return (
            " ".join(filter(None, (self.who, self.what, self.whom)))
            + "".join(f", {told}" for told in (self.by, self.also) if told)
            + "."
        )


def said_commitment(commitment: Commitment, parties: Iterable) -> SaidCommitment:
    """« La famille A et la famille B posent ensemble … pour …, avant le 15 mars 2026. »

    `commitment` is a row or its facts; `parties` are anything with a letter and a name. What was signed is
    told with the names it was signed with.
    """
    when = ", ".join(filter(None, (_every_year(commitment), commitment.window, said_due(commitment.due_on))))
    also = _in_return(commitment.exchange, commitment.reserved_clause)
    who, whom = getattr(commitment, "signed_who", None), getattr(commitment, "signed_whom", None)
    if who is None:
        who, whom = _said_sides(commitment, list(parties))
    return SaidCommitment(who, _what(commitment), whom or "", when, _checked(commitment), also)


def place_of(commitment: Commitment, several: bool) -> str:
    """A commitment by its place in its text, as it is read aloud and printed; where a dispute has several
    settlements, also which one."""
    return placed(commitment.position, commitment.agreement.number if several else None)


def placed(number: int, agreement: int | None) -> str:
    """The number of a commitment in its text, and of which settlement that is where it must be told."""
    return _("%(number)d (accord %(agreement)d)", number=number, agreement=agreement) if agreement else str(number)


def _every_year(commitment: Commitment) -> str:
    """That it is done every year, from and until when."""
    first, last = commitment.first_year, commitment.last_year
    if not (commitment.yearly or first or last):
        return ""
    if first and last:
        return _("chaque année de %(first)d à %(last)d", first=first, last=last)
    if first:
        return _("chaque année à partir de %(first)d", first=first)
    return _("chaque année jusqu’en %(last)d", last=last) if last else _("chaque année")


def _in_return(exchange: int | None, reserved: str | None) -> str:
    """For what it is done, and the clause that is left for later."""
    return ", ".join(filter(None, (
        _("en échange de l’engagement %(number)d", number=exchange) if exchange else "",
        _("clause réservée : %(words)s", words=reserved) if reserved else "")))


def _said_sides(commitment: Commitment, parties: list) -> tuple[str, str]:
    """Who is bound, and for whom, by the names of the parties as they stand."""
    who = _("Toutes les parties") if EVERYBODY in commitment.debtors else _names(commitment.debtors, parties)
    whom = ""
    if EVERYBODY in (commitment.creditors or ""):
        whom = _("pour toutes les parties")
    elif commitment.creditors:
        whom = _("pour %(names)s", names=_names(commitment.creditors, parties))
    return who[:1].upper() + who[1:], whom


def said_due(due: ApproximateDate | None) -> str:
    """By when: « avant le 15 mars 2026 », « avant fin mars 2026 », or as it was said."""
    if due is None:
        return ""
    today = clock.today()
    match due.precision:
        case Precision.DAY:
            return _("avant le %(day)s", day=dates.said(due, today))
        case Precision.MONTH:
            return _("avant fin %(month)s", month=dates.said(due, today))
        case Precision.YEAR:
            return _("avant fin %(year)s", year=due.latest.year)
        case Precision.SEASON if due.season:
            years = dict.fromkeys((due.earliest.year, due.latest.year))
            return ENDS_OF_SEASONS[due.season] % {"year": "–".join(map(str, years))}
        case Precision.UNKNOWN:
            return due.words
    return dates.said(due, today)


def said_term(agreement: Agreement) -> str:
    """How long a settlement lasts, as far as its text says."""
    today = clock.today()
    since, until = agreement.lasts_from, agreement.lasts_until
    return ", ".join(filter(None, (
        agreement.lasts_words, _("sans limite de durée") if agreement.unlimited else "",
        _("à partir de : %(day)s", day=dates.said(since, today)) if since else "",
        _("jusqu’à : %(day)s", day=dates.said(until, today)) if until else "")))


def said_condition(agreement: Agreement) -> str:
    """On whom a settlement depends, for what, by when, and whether it was fulfilled when it was written."""
    if not agreement.condition_who:
        return ""
    waits = _("pas encore remplie à la signature") if agreement.was_signed else _("pas encore remplie")
    met = {True: _("remplie"), False: waits}.get(agreement.condition_met, "")
    return ", ".join(filter(None, (
        _("%(who)s : %(what)s", who=agreement.condition_who, what=agreement.condition_what),
        said_due(agreement.condition_by),
        _("sinon : %(words)s", words=agreement.condition_else) if agreement.condition_else else "", met)))


def said_people(people: Iterable) -> str:
    """Those who stand beside a settlement, each with their quality, in one line."""
    return clauses(", ".join(filter(None, (one.name, one.quality))) for one in people)


def letters_of(sides: str | None, parties: Iterable) -> list[str]:
    """The letters to show for « AB » or for everybody."""
    return sorted({party.letter for party in parties}) if sides == EVERYBODY else list(sides or "")


def days_late(commitment: Commitment) -> int:
    """Days since the last day on which it was due; 0 when kept or released, reserved, or perhaps still to come."""
    if commitment.stage not in OWED or commitment.due_on is None or commitment.reserved_clause:
        return 0
    return commitment.due_on.days_late(clock.today())


def sign_of(stage: CommitmentStage) -> str:
    """The sign that stands for what has become of a commitment."""
    return SIGNS[stage]


def standing_of(commitment: Commitment, agreement: Agreement | None = None) -> tuple[str, str]:
    """The sign and the words of where a commitment stands, with the exact days when it is certainly late.

    Of an `agreement` that has ended nothing is due any more.
    """
    if agreement is not None and agreement.ended:
        due = commitment.stage is CommitmentStage.DUE
        return ("off", _("n’est plus à faire")) if due else (SIGNS[commitment.stage], str(commitment.stage.label))
    if commitment.reserved_clause and commitment.stage is CommitmentStage.DUE:
        return "later", _("clause réservée")
    late, words = days_late(commitment), str(commitment.stage.label)
    if not late:
        return SIGNS[commitment.stage], words
    lateness = ngettext("en retard de %(num)d jour", "en retard de %(num)d jours", late)
    return "late", lateness if commitment.stage is CommitmentStage.DUE else f"{words}, {lateness}"


def _names(letters: Iterable[str], parties: list) -> str:
    names = [party.name for letter in letters for party in parties if party.letter == letter]
    if len(names) < 2:
        return "".join(names) or ", ".join(letters)
    return _("%(names)s et %(last)s", names=", ".join(names[:-1]), last=names[-1])


def _what(commitment: Commitment) -> str:
    """What is done, with the amount and through whom, when they are told."""
    amount = said_number(commitment.quantity) if commitment.quantity is not None else ""
    said = _("dit « %(words)s »", words=commitment.said_amount) if commitment.said_amount else ""
    figures = ", ".join(filter(None, (" ".join(filter(None, (amount, commitment.unit))), said)))
    through = _("par %(person)s", person=commitment.through) if commitment.through else ""
    return " ".join(filter(None, (commitment.what, f"({figures})" if figures else "", through)))


def _checked(commitment: Commitment) -> str:
    means = str(commitment.checked_by.label) if commitment.checked_by else ""
    return ", ".join(filter(None, (means, commitment.checked_words)))


def no_woman_was_there(agreement: Agreement) -> bool:
    """Whether to warn that no woman was present, as far as somebody counted."""
    return rules.no_woman_was_there(agreement.women, agreement.session.women if agreement.session else None)


def heading_of(institution: Institution) -> list[str]:
    """The lines at the top of a paper: the State, the places above the institution, the institution."""
    above, place = [], institution.place.parent if institution.place is not None else None
    while place is not None:
        above.append(_("%(kind)s : %(name)s", kind=place.kind.label, name=place.name))
        place = place.parent
    places = " · ".join(reversed(above))
    return [
        line for line in (_("République du Mali"), places[:1].upper() + places[1:], institution.name) if line
    ]
