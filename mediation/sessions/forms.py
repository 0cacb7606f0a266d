"""What is asked about sessions, summons, notes and failed mediations."""

import re

from wtforms import Form, FormField, HiddenField

from mediation.disputes.forms import LateForm
from mediation.kernel import numbers
from mediation.kernel.date_field import ApproximateDateField
from mediation.kernel.fields import Chips, Choice, Choices, Count, Line, Quantity, Words, YesNo
from mediation.kernel.forms import BaseForm
from mediation.kernel.language import _l
from mediation.kernel.rows import FieldList, FormOfRows
from mediation.parties.kinds import Language
from mediation.places.forms import PlaceField
from mediation.sessions import offer_rules, rules
from mediation.sessions.kinds import OfferAnswer, Presence, Result, Seat, SessionKind, SummonsChannel

MOST = 80
SPARE = 2
NOT_SAID = _l("pas dit")
WHO = re.compile(r"(party|representative|witness)-([0-9]{1,6})")


class Lines(FieldList):
    """Rows of people: those known are offered, a few more are left blank."""

    def offer(self, known: list, key: str, spare: dict) -> None:
        """Give every row the person it is about, add a row for whoever has none, and a few blank ones."""
        people = {getattr(person, key): person for person in known}
        told = {row.form[key].data for row in self.entries}
        for name, person in people.items():
            if name not in told and len(self.entries) < MOST:
                self.append_entry(person)
        for row in self.entries:
            row.form.person = people.get(row.form[key].data)
        blank = sum(row.form.person is None and not row.form["name"].data for row in self.entries)
        for _spare in range(min(SPARE - blank, MOST - len(self.entries))):
            self.append_entry(spare)

    def told(self) -> tuple:
        """The rows that say something, as facts."""
        return tuple(row.form.facts() for row in self.entries if row.form.told())

    def said(self) -> str:
        """The rows in words, to be read beside another version."""
        return " ; ".join(row.form.said() for row in self.entries if row.form.told())


class PresenceForm(Form):
    """Whether somebody came."""

    who = HiddenField()
    name = Line(_l("Nom"))
    quality = Line(_l("Qualité"), longest=120)
    presence = Chips(_l("Présence"), Presence)

    def __init__(self, formdata=None, obj=None, **kwargs):
        super().__init__(formdata, obj, **kwargs)
        self.person = obj if getattr(obj, "who", "") else None

    @property
    def known(self) -> re.Match | None:
        """Which person of the dispute the row is about, if any."""
        return WHO.fullmatch(self.who.data or "")

    @property
    def called(self) -> str:
        """By what name a message tells of the row."""
        return self.person.shown if self.person else self["name"].data or ""

    @property
    def begun(self) -> bool:
        """Whether somebody answered in this row."""
        return self.told()

    def told(self) -> bool:
        """Whether the row says something."""
        return bool(self.presence.data) if self.known else bool(self["name"].data or self.quality.data)

    def said(self) -> str:
        """The row in words."""
        return f"{self.called} ({self.presence.data.label if self.presence.data else NOT_SAID})"

    def facts(self) -> rules.PresenceFacts:
        """Somebody of the dispute by number; somebody else by name, who was there if nothing else is said."""
        if self.known:
            return rules.PresenceFacts(self.presence.data, **{self.known[1]: int(self.known[2])})
        presence = self.presence.data if self.presence.raw_data else Presence.CAME
        name, quality = self["name"].data or None, self.quality.data or None
        return rules.PresenceFacts(presence, name=name, quality=quality)


class SeatForm(Form):
    """Whether somebody sat, and chaired."""

    name = Line(_l("Nom"), longest=120)
    quality = Line(_l("Qualité"), longest=120)
    people = Count(_l("Si c’est un groupe, combien de personnes"))
    seat = Chips(_l("Place"), Seat)
    person = None

    @property
    def called(self) -> str:
        """By what name a message tells of the row."""
        return self["name"].data or ""

    @property
    def perhaps_a_group(self) -> bool:
        """Whether to ask how many sat: not of somebody who was only offered, or who has an account."""
        written_down = hasattr(self.person, "session_id") and self.person.account_id is None
        return written_down or bool(self.people.data or self.people.errors)

    @property
    def begun(self) -> bool:
        """Whether somebody answered in this row, whoever was offered: an answer stands beside a name."""
        return bool(self["name"].data and (self.seat.data or self.people.data is not None))

    def told(self) -> bool:
        """Whether the row says something; a name that was offered says nothing, one written by hand does."""
        if self.person or not self["name"].data:
            return bool(self.seat.data if self.person else self.quality.data or self.people.data is not None)
        return bool(self.seat.data or not self.seat.raw_data)

    def said(self) -> str:
        """The row in words."""
        said = (self["name"].data, numbers.said_number(self.people.data) if self.people.data else "")
        return f"{' · '.join(filter(None, said))} ({(self.seat.data or Seat.SAT).label})"

    def facts(self) -> rules.SeatFacts:
        """Who sat, by name."""
        name, quality = self["name"].data or None, self.quality.data or None
        return rules.SeatFacts(name, quality, self.seat.data is Seat.CHAIRED, self.people.data)


class SessionForm(FormOfRows, LateForm):
    """A session that was held: the first two groups suffice."""

    facts_type = rules.SessionFacts

    happened_on = ApproximateDateField(_l("Jour de la séance"), default_today=True)
    place = PlaceField(_l("Village ou lieu"))
    duration = Line(_l("Durée"), longest=80, description=_l("Par exemple : une matinée."))
    kind = Choice(_l("Sorte de séance"), SessionKind, blank=NOT_SAID)
    result = Chips(_l("Résultat"), Result, required=_l("Choisissez le résultat de la séance."))
    said = Words(_l("Ce qui a été dit"), description=_l("Une phrase suffit."))
    attendance = Lines(FormField(PresenceForm), label=_l("Qui était là"), max_entries=MOST)
    women = Count(_l("Femmes"))
    men = Count(_l("Hommes"))
    participants = Count(_l("En tout"))
    somebody_came = YesNo(_l("Quelqu’un est-il venu ?"),
                          description=_l("Seulement si rien n’est dit plus haut."))
    bench = Lines(FormField(SeatForm), label=_l("Qui siégeait"), max_entries=MOST)
    languages = Choices(_l("Langues parlées"), Language)
    decided = Words(_l("Ce qui est décidé"), description=_l("Un accord signé s’enregistre à part."))
    next_words = Line(_l("Ce qui reste à faire d’ici là"), longest=300)

    def offer(self, people: list, sitters: list) -> "SessionForm":
        """Offer the people of the dispute, and those who usually sit; returns the form."""
        self.attendance.offer(people, "who", {"presence": Presence.CAME})
        self.bench.offer(sitters, "name", {"seat": Seat.SAT})
        return self

    def rows_told(self, rows: Lines) -> list[FormField]:
        """The rows that became facts, in the order of the facts."""
        return [row for row in rows if row.form.told()]

    def offer_to_undo(self) -> "SessionForm":
        """Let what was told of people be taken back, in a session written down before; returns the form.

        That somebody came is asked again only where it does not follow from the rest.
        """
        self.somebody_came.blank = NOT_SAID
        if not self.is_submitted() and self.somebody_came.data == rules.came(self.facts()):
            self.somebody_came.data = None
        for row in self.attendance:
            row.form.presence.blank = NOT_SAID
        for row in self.bench:
            row.form.seat.blank = _l("pas là")
        return self

    def facts(self) -> rules.SessionFacts:
        """The session; rows left blank say nothing, and whether somebody came is said only by answering."""
        told = vars(super().facts())
        answered = self.somebody_came.data if self.somebody_came.raw_data else None
        return rules.SessionFacts(**{**told, "somebody_came": answered, "attendance": self.attendance.told(),
                                     "bench": self.bench.told()})


class ReportForm(SessionForm):
    """A session with the next one and the mediator's reserved note, in one go."""

    planned_on = ApproximateDateField(_l("Prochaine séance"), future=True)
    planned_hour = Line(_l("Heure"), longest=40, description=_l("Par exemple : 9 h, ou après la prière."))
    planned_place = PlaceField(_l("Lieu de la prochaine séance"))
    note = Words(_l("Note réservée"))

    def facts(self) -> rules.ReportFacts:
        """The session, the next one if it has a date, the note if there is one."""
        plan = None
        if self.planned_on.data or self.planned_hour.data or self.planned_place.data:
            plan = rules.PlanFacts(self.planned_on.data, self.planned_hour.data or None,
                                   self.planned_place.data or self.place.data)
        note = self.note.data or None if "note" in self else None
        return rules.ReportFacts(super().facts(), plan, note)


class PlanForm(BaseForm):
    """A session to come."""

    facts_type = rules.PlanFacts

    planned_on = ApproximateDateField(_l("Date prévue"), future=True,
                                      required=_l("Donnez la date prévue. Un mois ou une saison suffit."))
    planned_hour = Line(_l("Heure"), longest=40, description=_l("Par exemple : 9 h, ou après la prière."))
    place = PlaceField(_l("Village ou lieu"))
    kind = Choice(_l("Sorte de séance"), SessionKind, blank=NOT_SAID)


class PostponeForm(BaseForm):
    """Why a session is put off, and to when."""

    facts_type = rules.PostponeFacts

    reason = Line(_l("Pourquoi"), longest=500, required=_l("Écrivez pourquoi."))
    planned_on = ApproximateDateField(_l("Nouvelle date"), future=True,
                                      description=_l("Si elle est déjà connue."))
    planned_hour = Line(_l("Heure"), longest=40)
    place = PlaceField(_l("Village ou lieu"))


class CancelForm(BaseForm):
    """Why a session will not be held."""

    facts_type = rules.CancelFacts

    reason = Line(_l("Pourquoi"), longest=500, required=_l("Écrivez pourquoi."))


class SummonsForm(LateForm):
    """Whom a summons or an invitation calls, and to what."""

    facts_type = rules.SummonsFacts

    party = Choice(_l("À quelle partie"), (), blank=_l("une autre personne"))
    person = Line(_l("Ou le nom de la personne"), description=_l("Un témoin, un ancien, une autorité."))
    session = Choice(_l("Pour quelle séance"), (), blank=_l("pas encore fixée"))
    channel = Choice(_l("Par quel moyen"), SummonsChannel, blank=NOT_SAID)
    happened_on = ApproximateDateField(_l("Date d’envoi"), default_today=True)
    text = Words(_l("Ce qu’elle dit"), description=_l("Si aucune séance n’est choisie : le jour et le lieu."))


class ServiceForm(LateForm):
    """Whether it reached the person."""

    facts_type = rules.ServiceFacts

    served = YesNo(_l("A-t-elle été remise ?"), required=_l("Dites si elle a été remise."))
    happened_on = ApproximateDateField(_l("Quand"), default_today=True)
    served_by = Line(_l("Remise par"))
    received_by = Line(_l("Reçue par"), description=_l("La personne elle-même, ou qui l’a prise pour elle."))
    reason = Line(_l("Sinon, pourquoi"), longest=500)


class NoteForm(BaseForm):
    """What only its author will read."""

    facts_type = rules.NoteFacts

    text = Words(_l("Note réservée"), description=_l("Personne d’autre ne peut la lire."),
                 required=_l("Écrivez la note."))
    session = Choice(_l("Sur quelle séance"), (), blank=_l("sur tout le dossier"))


class OpenForm(BaseForm):
    """The button that opens a note: it asks nothing."""

    def facts(self) -> None:
        """Nothing is told."""


class FailForm(BaseForm):
    """That nobody agreed."""

    facts_type = rules.FailFacts

    happened_on = ApproximateDateField(_l("Date"), default_today=True)
    points = Words(_l("Ce qui reste entre les parties"))
    reason = Words(_l("Pourquoi il n’y a pas d’accord"))


class DefaultForm(BaseForm):
    """That a party never came."""

    facts_type = rules.DefaultFacts

    happened_on = ApproximateDateField(_l("Date"), default_today=True)
    reason = Words(_l("Ce qui est constaté"))


class ResumeForm(BaseForm):
    """Why the mediation is taken up again."""

    facts_type = rules.ResumeFacts

    reason = Line(_l("Pourquoi"), longest=500, required=_l("Écrivez pourquoi."))
    happened_on = ApproximateDateField(_l("Date"), default_today=True)


class AnswerForm(LateForm):
    """What became of an offer."""

    facts_type = offer_rules.AnswerFacts

    answer = Chips(_l("Ce que l’offre est devenue"), OfferAnswer, required=_l("Choisissez ce que l’offre est devenue."))
    answer_side = Choice(_l("Quel côté a répondu"), (), blank=NOT_SAID)
    answered_by = Line(_l("Qui a répondu"))
    happened_on = ApproximateDateField(_l("Quand"), default_today=True)
    answer_reason = Line(_l("Pourquoi"), longest=500)


class OfferForm(LateForm):
    """What was offered, by whom, to whom, and what became of it."""

    facts_type = offer_rules.OfferFacts

    side = Choice(_l("Quel côté fait l’offre"), (), blank=_l("une autre personne"))
    made_by = Line(_l("Ou qui d’autre"), description=_l("Une autorité, une personne qui aide."))
    what = Words(_l("Ce qui est offert"), longest=1000, required=_l("Écrivez ce qui est offert."))
    to_sides = Choices(_l("À qui"))
    quantity = Quantity(_l("Combien"))
    unit = Line(_l("Unité"), longest=60, description=_l("FCFA, sacs de mil, têtes, mètres…"))
    happened_on = ApproximateDateField(_l("Quand"))
    session = Choice(_l("À quelle séance"), (), blank=_l("entre deux séances"))
    answer = Chips(_l("Ce que l’offre est devenue"), OfferAnswer, blank=_l("pas encore dit"))
    answer_side = Choice(_l("Quel côté a répondu"), (), blank=NOT_SAID)
    answered_by = Line(_l("Qui a répondu"))
    answered_on = ApproximateDateField(_l("Quand on a répondu"))
    answer_reason = Line(_l("Pourquoi"), longest=500)

    def offer(self, sides: list, sessions: list) -> "OfferForm":
        """Offer the sides of the dispute, and the sessions held; returns the form."""
        self.side.members = self.to_sides.members = self.answer_side.members = sides
        self.session.members = sessions
        return self
