"""What is asked about a settlement: its text and commitments, the reading, the signatures."""

from dataclasses import replace

from wtforms import BooleanField, FormField, HiddenField

from mediation.agreements import rules
from mediation.agreements.kinds import AgreementForm, Basis, EarlierLink, Mark, Signer
from mediation.agreements.row_forms import (
    ALL_PARTIES,
    CommitmentRow,
    GuarantorRow,
    MemberRow,
    WitnessRow,
    commitments_told,
)
from mediation.kernel.clock import today
from mediation.kernel.date_field import ApproximateDateField
from mediation.kernel.dates import said
from mediation.kernel.fields import Chips, Choice, Choices, Count, Line, Words, YesNo
from mediation.kernel.forms import BaseForm
from mediation.kernel.language import _l
from mediation.kernel.rows import FieldList, FormOfRows, Row, more_asked, told
from mediation.parties.kinds import Language
from mediation.places.forms import PlaceField

ROWS = 40


class GrowingForm(FormOfRows):
    """A form with rows: one more may be asked for, and all that are told become facts."""

    def wants_more(self) -> bool:
        """Whether another commitment was asked for; then nothing is kept yet, and every full list grows."""
        return more_asked(self, self.commitments)

    def facts(self):
        """What is told, the rows that are not blank among it."""
        said = super().facts()
        lists = {field.short_name: told(field) for field in self if field.type == "FieldList"}
        if "commitments" in lists:
            lists["commitments"] = commitments_told(self.commitments)
        return replace(said, **lists)


class AgreementTextForm(GrowingForm):
    """The text of a settlement: the first two groups suffice."""

    facts_type = rules.AgreementFacts

    total = YesNo(_l("L’accord porte-t-il sur tous les points ?"),
                  required=_l("Dites si l’accord porte sur tous les points."))
    happened_on = ApproximateDateField(_l("Date de l’accord"), default_today=True)
    points = Words(_l("Points d’accord"))
    remaining = Words(_l("Points qui restent"), description=_l("Laissez vide si rien ne reste en litige."))
    mediation_goes_on = YesNo(_l("La médiation continue-t-elle sur le reste ?"),
                              description=_l("Seulement si l’accord est partiel."))
    commitments = FieldList(
        FormField(CommitmentRow), label=_l("Engagements"), one=_l("Engagement"), min_entries=1, max_entries=ROWS
    )
    no_commitment = BooleanField(_l("Cet accord ne contient aucun engagement"))
    unseen = Line(_l("Ce que personne n’a vu du texte"), longest=300,
                  description=_l("Si l’accord a été signé ailleurs : quatre points sur cinq, par exemple."))
    guarantors = FieldList(
        FormField(GuarantorRow), label=_l("Garants"), one=_l("Garant"),
                           min_entries=2, max_entries=ROWS
    )
    witnesses = FieldList(
        FormField(WitnessRow), label=_l("Témoins de l’accord"), one=_l("Témoin"), min_entries=1, max_entries=ROWS
    )
    found_at = Choice(_l("Trouvé à quelle séance"), blank=_l("hors séance, ou pas dit"))
    place = PlaceField(_l("Lieu de l’accord"))
    covers = Line(_l("Villages ou communes concernés"), longest=1000)
    not_covered = Line(_l("Villages ou communes laissés de côté"), longest=1000)
    women = Count(_l("Femmes présentes"), description=_l("Laissez vide si personne n’a compté."))
    men = Count(_l("Hommes présents"))
    basis = Chips(_l("Sur quoi l’accord repose"), Basis, default=Basis.PARTIES, required=True)
    form = Chips(_l("Forme de l’accord"), AgreementForm, default=AgreementForm.WRITTEN, required=True)
    called = Line(_l("Comment l’accord s’appelle"), description=_l("Convention de pêche, plan de sortie de crise…"))
    recommended_by = Line(_l("Qui l’a recommandé"), description=_l("Si c’est une recommandation."))
    unlimited = YesNo(_l("Sans limite de durée ?"))
    lasts_from = ApproximateDateField(_l("À partir de quand"), future=True)
    lasts_until = ApproximateDateField(_l("Jusqu’à quand"), future=True)
    lasts_words = Line(_l("La durée, comme on l’a dite"), description=_l("Un mois, trois campagnes…"))
    condition_who = Line(_l("De qui dépend la condition"), description=_l("Quelqu’un qui n’est pas partie à l’accord."))
    condition_what = Line(_l("Ce qui doit arriver"), longest=500)
    condition_by = ApproximateDateField(_l("Avant quand"), future=True)
    condition_else = Line(_l("Sinon"), longest=300, description=_l("Ce qui arrive si la condition n’est pas remplie."))
    condition_met = YesNo(_l("La condition est-elle déjà remplie ?"))
    sanctions = Words(_l("Sanctions prévues"), description=_l("Ce qui est prévu si un engagement n’est pas tenu."))
    committee = FieldList(
        FormField(MemberRow), label=_l("Comité de suivi"), one=_l("Membre du comité"), min_entries=1, max_entries=ROWS
    )
    earlier = Choice(_l("L’accord d’avant"), blank=_l("aucun"))
    earlier_link = Chips(_l("Que fait celui-ci de l’accord d’avant"), EarlierLink, blank=_l("rien"))
    earlier_words = Line(_l("Ou un accord hors de ce dossier"), longest=300,
                         description=_l("L’accord de Koro de 2018, par exemple."))


class AbandonForm(BaseForm):
    """Why a draft is given up."""

    facts_type = rules.AbandonFacts

    reason = Line(_l("Pourquoi"), longest=500, required=_l("Écrivez pourquoi ce projet est abandonné."))
    happened_on = ApproximateDateField(_l("Quand"), default_today=True)


class ReadAloudForm(BaseForm):
    """How the text was read, and who understood."""

    facts_type = rules.ReadAloudFacts

    understood = Choices(_l("Compris par"), required=_l("Cochez les parties qui ont compris."))
    languages = Choices(_l("Lu en quelle langue"), Language)
    reader = Line(_l("Lu par"))
    happened_on = ApproximateDateField(_l("Date de la lecture"), default_today=True)


class WordRow(Row):
    """The word of one person; `signer` says whose it is."""

    preset = frozenset({"signer"})

    signer = HiddenField()
    mark = Chips(_l("La parole"), (Mark.WORD, Mark.REFUSED, Mark.UNABLE))
    reason = Line(_l("Pourquoi"), longest=300, description=_l("Si la personne refuse ou ne peut pas."))

    def validate(self, extra_validators=None) -> bool:
        """Say of every line what it still needs, by the rule that refuses the signing."""
        valid = super().validate(extra_validators)
        missing = [(name, words) for name, words in rules.missing_on_line(self.facts()) if name in self]
        for name, words in missing:
            self[name].errors = [*self[name].errors, str(words)]
        return valid and not missing

    def facts(self) -> rules.LineFacts | None:
        """The line as told; None when it is nobody’s."""
        kind, _, number = (self.signer.data or "").partition("-")
        if kind not in set(Signer) or not (number.isascii() and number.isdigit() and len(number) < 10):
            return None
        more = [name for name in ("certified_by", "read_in", "read_by", "reason") if name in self]
        return rules.LineFacts(Signer(kind), int(number), self.mark.data,
                               **{name: self[name].data or None for name in more})


class LineRow(WordRow):
    """One line of signature."""

    preset = frozenset({"signer", "read_in", "read_by"})

    mark = Chips(_l("Ce qui est sur la ligne"), Mark)
    certified_by = Line(_l("Vu et certifié par"), description=_l("Sauf pour qui a signé, ou refuse."))
    read_in = Choice(_l("Lu en"), Language, blank=_l("pas dit"))
    read_by = Line(_l("Lu par"))


class SignForm(GrowingForm):
    """The lines of signature, one for each person proposed, none filled beforehand."""

    facts_type = rules.SignFacts

    happened_on = ApproximateDateField(_l("Date des signatures"), default_today=True)
    lines = FieldList(FormField(LineRow), label=_l("Une ligne par personne"), one=_l("Ligne"))

    def propose(self, lines: list[rules.Line], reading=None) -> "SignForm":
        """Give every person a line; the language and the reader of the reading are there already."""
        languages = reading.languages if reading else ()
        del self.lines.entries[len(lines):]
        for line in lines[len(self.lines):]:
            self.lines.append_entry({
                "signer": f"{line.signer}-{line.number}", "read_by": reading.reader if reading else None,
                "read_in": languages[0] if len(languages) == 1 else None})
        for row, line in zip(self.lines, lines, strict=True):
            row.form.called = line.name
        return self

    def rows_told(self, rows: FieldList) -> list[FormField]:
        """Every line counts, also an empty one."""
        return list(rows)

    def facts(self) -> rules.SignFacts:
        """What stands on the lines."""
        lines = (row.form.facts() for row in self.lines)
        return rules.SignFacts(tuple(line for line in lines if line), self.happened_on.data)


class OralForm(SignForm):
    """A small settlement heard, read back, and given one's word on: one page."""

    happened_on = ApproximateDateField(_l("Quand"), default_today=True)
    place = PlaceField(_l("Où"))
    found_at = Choice(_l("À quelle séance"), blank=_l("hors séance, ou pas dit"))
    points = Words(_l("Ce qui a été convenu"))
    commitments = FieldList(
        FormField(CommitmentRow), label=_l("Engagements"), one=_l("Engagement"), min_entries=1, max_entries=ROWS
    )
    witnesses = FieldList(
        FormField(WitnessRow), label=_l("Devant quels témoins"), one=_l("Témoin"), min_entries=3, max_entries=ROWS
    )
    lines = FieldList(FormField(WordRow), label=_l("Qui a donné sa parole"))

    def rows_told(self, rows: FieldList) -> list[FormField]:
        """Every line counts; of the other rows, those that were begun."""
        return list(rows) if rows is self.lines else [row for row in rows if row.form.begun]

    def refuse(self, name: str, text) -> None:
        """Who saw a word given is asked once for all, as witnesses."""
        super().refuse("witnesses" if name.endswith("-certified_by") else name, text)

    def facts(self) -> rules.OralFacts:
        """The settlement and the words given, certified by its witnesses."""
        witnesses = told(self.witnesses)
        seen_by = ", ".join(witness.name or "" for witness in witnesses)[:200] or None
        agreement = rules.AgreementFacts(
            Basis.PARTIES,
            AgreementForm.ORAL,
            total=True,
            happened_on=self.happened_on.data,
            place=self.place.data,
            found_at=self.found_at.data,
            points=self.points.data or None,
            commitments=commitments_told(self.commitments),
            witnesses=witnesses,
        )
        lines = super().facts().lines
        return rules.OralFacts(agreement, tuple(replace(line, certified_by=seen_by) for line in lines),
                               self.happened_on.data)


def offer(form, people: list[rules.Person], sessions=(), earlier=()):
    """Let a form choose among the sides, the sessions and the earlier settlements of this dispute; returns it."""
    names: dict[str, list[str]] = {}
    for person in people:
        names.setdefault(person.letter, []).append(person.name)
    sides = [(letter, f"{letter} · {', '.join(of)}") for letter, of in names.items()]
    whole = [*sides, ALL_PARTIES]
    for row in form.commitments if "commitments" in form else ():
        row.form.who.members = whole
        row.form.whom.members = whole
        row.form.exchange.members = [(place, str(place)) for place in range(1, len(form.commitments) + 1)]
    for name in ("guarantors", "committee"):
        _let_each_choose(form, name, sides)
    if "understood" in form:
        form.understood.members = sides
    if "found_at" in form:
        form.found_at.members = [(one.number, _said_session(one)) for one in sessions]
    if "earlier" in form:
        form.earlier.members = [(one.number, _said_agreement(one)) for one in earlier]
    return form


def _let_each_choose(form, name: str, members: list[tuple]) -> None:
    """Let the people of a list, if the form has it, be of one of these sides."""
    if name in form:
        for row in form[name]:
            row.form.letter.members = members


def _said_agreement(agreement) -> str:
    """A settlement as it is chosen: its number, and when it was made."""
    words = _l("Accord %(number)d") % {"number": agreement.number}
    return f"{words}, {said(agreement.happened_on, today())}" if agreement.happened_on else words


def _said_session(session) -> str:
    """A session as it is chosen: its kind, and when it was held."""
    kind = session.kind.label if session.kind else _l("séance")
    return f"{kind}, {said(session.held_on, today())}" if session.held_on else str(kind)
