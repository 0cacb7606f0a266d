"""What a settlement says, and the musts of its reading and signing; those of its text are in `text_rules`.

What is missing is told by the same functions that refuse.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from decimal import Decimal

from mediation.acts.refusals import BrokenRule, together
from mediation.acts.vocabulary import Stage
from mediation.agreements.kinds import (
    EVERYBODY,
    AgreementForm,
    Basis,
    Check,
    CommitmentKind,
    EarlierLink,
    Mark,
    Signer,
)
from mediation.disputes.rules import in_order
from mediation.kernel.dates import ApproximateDate
from mediation.kernel.language import LazyText, _l
from mediation.kernel.text import fold
from mediation.parties.kinds import Language, Mandate, PartyKind
from mediation.places.models import SaidPlace


@dataclass(frozen=True)
class CommitmentFacts:
    """Who does what, for whom, how much, by when; sides are letters, or ("*",) for all of them.

    `exchange` is the place in the text, from 1, of the commitment made in return; nought is none of them.
    """

    debtors: tuple[str, ...]
    what: str
    creditors: tuple[str, ...] = ()
    kind: CommitmentKind | None = None
    quantity: Decimal | None = None
    unit: str | None = None
    said_amount: str | None = None
    through: str | None = None
    yearly: bool | None = None
    first_year: int | None = None
    last_year: int | None = None
    window: str | None = None
    exchange: int | None = None
    reserved_clause: str | None = None
    due_on: ApproximateDate | None = None
    checked_by: Check | None = None
    checked_words: str | None = None


@dataclass(frozen=True)
class GuarantorFacts:
    """Somebody who answers for the agreement; `letter` is a side, None for the whole."""

    name: str
    quality: str | None = None
    letter: str | None = None


@dataclass(frozen=True)
class WitnessFacts:
    """Somebody before whom the agreement was made."""

    name: str
    quality: str | None = None


@dataclass(frozen=True)
class MemberFacts:
    """Somebody of the committee that follows the agreement; `letter` is a side, None for none of them."""

    name: str
    quality: str | None = None
    letter: str | None = None


@dataclass(frozen=True)
class AgreementFacts:
    """A settlement: what is agreed, what remains, who promises what; `found_at` is a session's number.

    `earlier` is the number of the settlement that it rectifies or renews, `earlier_words` one outside this
    dispute. `unseen` is what nobody who tells of it has seen of its text.
    """

    basis: Basis
    form: AgreementForm
    total: bool
    happened_on: ApproximateDate | None = None
    mediation_goes_on: bool | None = None
    place: SaidPlace | None = None
    found_at: int | None = None
    points: str | None = None
    remaining: str | None = None
    called: str | None = None
    recommended_by: str | None = None
    covers: str | None = None
    not_covered: str | None = None
    lasts_from: ApproximateDate | None = None
    lasts_until: ApproximateDate | None = None
    lasts_words: str | None = None
    unlimited: bool | None = None
    condition_who: str | None = None
    condition_what: str | None = None
    condition_by: ApproximateDate | None = None
    condition_else: str | None = None
    condition_met: bool | None = None
    sanctions: str | None = None
    earlier_link: EarlierLink | None = None
    earlier: int | None = None
    earlier_words: str | None = None
    no_commitment: bool = False
    unseen: str | None = None
    commitments: tuple[CommitmentFacts, ...] = ()
    guarantors: tuple[GuarantorFacts, ...] = ()
    witnesses: tuple[WitnessFacts, ...] = ()
    committee: tuple[MemberFacts, ...] = ()
    women: int | None = None
    men: int | None = None


@dataclass(frozen=True)
class AbandonFacts:
    """Why a draft is given up."""

    reason: str
    happened_on: ApproximateDate | None = None


@dataclass(frozen=True)
class ReadAloudFacts:
    """The reading: in which languages, by whom, and which sides (letters) understood."""

    languages: tuple[Language, ...] = ()
    reader: str | None = None
    understood: tuple[str, ...] = ()
    happened_on: ApproximateDate | None = None


@dataclass(frozen=True)
class LineFacts:
    """What stands on one line: whose it is (kind and number in the dispute), the mark, who saw it."""

    signer: Signer
    number: int
    mark: Mark | None = None
    certified_by: str | None = None
    read_in: Language | None = None
    read_by: str | None = None
    reason: str | None = None


@dataclass(frozen=True)
class SignFacts:
    """The signatures: one line for each person proposed."""

    lines: tuple[LineFacts, ...] = ()
    happened_on: ApproximateDate | None = None


@dataclass(frozen=True)
class OralFacts:
    """A small settlement heard, read back and given one's word on, all at once."""

    agreement: AgreementFacts
    lines: tuple[LineFacts, ...]
    happened_on: ApproximateDate | None = None


@dataclass(frozen=True)
class Person:
    """A party as the rules need to know it: its side, and who speaks for it on which basis.

    `copied` when only an old register tells that it agreed: nobody can be asked any more who spoke for it. `language`
    is the one it is spoken to in, in words, where that is known.
    """

    number: int
    letter: str
    name: str
    kind: PartyKind
    speakers: tuple["Speaker", ...] = ()
    quality: str | None = None
    copied: bool = False
    language: str = ""

    @property
    def spoken_for(self) -> bool:
        """Whether somebody with a known mandate speaks for it; an armed group has no named representative."""
        if not self.kind.is_group or self.kind is PartyKind.ARMED_GROUP or self.copied:
            return True
        return any(speaker.mandate.known for speaker in self.speakers)


@dataclass(frozen=True)
class Speaker:
    """Somebody who speaks for a party."""

    number: int
    name: str
    quality: str | None
    mandate: Mandate


@dataclass(frozen=True)
class Line:
    """A line of signature to be filled: whose it is, and for which side."""

    signer: Signer
    number: int
    name: str
    quality: str | None
    letter: str | None


def given_up_for_a_reason(facts: AbandonFacts) -> None:
    """A draft is given up for a reason."""
    if not facts.reason:
        raise BrokenRule("reason", _l("Écrivez pourquoi ce projet est abandonné."))


def sides_known(field: str, letters: Iterable[str], known: Iterable[str]) -> None:
    """A side that is named has a party in this dispute."""
    if set(letters) - {*known, EVERYBODY}:
        raise BrokenRule(field, _l("Cette partie n’est pas dans le dossier. Choisissez-en une autre."))


def named_sides(letters: Iterable[str], known: Iterable[str]) -> set[str]:
    """The sides that are meant: those named, or all that there are."""
    letters = set(letters)
    return set(known) if EVERYBODY in letters else letters


def bound_letters(debtors: Iterable[str], known: Iterable[str]) -> set[str]:
    """The sides bound by these commitments (letters, or "*"); all of them when nothing is promised."""
    return named_sides("".join(debtors) or EVERYBODY, known)


def language_said(form: AgreementForm, facts: ReadAloudFacts, copied: bool = False) -> None:
    """The language of the reading and the reader are written down; not for words spoken in it, nor for what an old
    register tells without them."""
    if form is AgreementForm.ORAL or copied:
        return
    if not facts.languages:
        raise BrokenRule("languages", _l("Choisissez la langue de la lecture."))
    if not facts.reader:
        raise BrokenRule("reader", _l("Écrivez qui a lu l’accord."))


def understood_by_all(bound: Iterable[str], understood: Iterable[str]) -> None:
    """Every side that is bound has understood what was read."""
    left = sorted(set(bound) - set(understood))
    if left:
        raise BrokenRule(
            "understood",
            _l("Relisez à la partie qui n’a pas compris, puis cochez : %(letters)s.")
            % {"letters": ", ".join(left)},
        )


def read_after_agreement(agreed: ApproximateDate | None, read: ApproximateDate | None) -> None:
    """The reading is not certainly before the agreement."""
    in_order("happened_on", agreed, read, _l("La lecture est avant l’accord. Changez cette date."))


def signed_after_reading(read: ApproximateDate | None, signed: ApproximateDate | None) -> None:
    """The signing is not certainly before the reading."""
    in_order("happened_on", read, signed, _l("La signature est avant la lecture. Changez cette date."))


def lines_of(people: Iterable[Person], guarantors: Iterable[GuarantorFacts | object]) -> list[Line]:
    """The lines to fill: who speaks for each party, or the person; then the guarantors."""
    lines = []
    for person in people:
        if person.speakers:
            lines += [Line(Signer.REPRESENTATIVE, one.number, one.name, one.quality, person.letter)
                      for one in person.speakers]
        elif person.spoken_for:
            lines.append(Line(Signer.PARTY, person.number, person.name, person.quality, person.letter))
    return lines + [Line(Signer.GUARANTOR, one.number, one.name, one.quality, None) for one in guarantors]


def missing_to_sign(people: Iterable[Person], read: bool,
                    bound: Collection[str] | None = None) -> list[tuple[str, LazyText | str]]:
    """What an agreement still needs before it can be signed: a reading, and who speaks for each group it binds.

    A side that it does not bind need not sign; while nothing is written, nobody knows which (`bound` is None).
    """
    missing = [] if read else [("reading", _l("la lecture aux parties"))]
    for person in people:
        if not person.spoken_for and (bound is None or person.letter in bound):
            missing.append(
                ("representative", _l("qui représente %(name)s, et son mandat") % {"name": person.name})
            )
    return missing


def may_be_signed(people: Iterable[Person], read: bool, bound: Collection[str] | None = None) -> None:
    """A group has a representative with the basis of the mandate before it signs (regulation, part 5)."""
    missing = missing_to_sign(people, read, bound)
    if missing:
        raise BrokenRule("", _l("Il manque encore : ") + ", ".join(str(words) for _, words in missing) + ".")


def missing_on_line(line: LineFacts | None) -> list[tuple[str, LazyText]]:
    """What a line still needs: a mark, and who saw it when it is not a name."""
    if line is None or line.mark is None:
        return [("mark", _l("Remplissez cette ligne : signé, empreinte, refuse…"))]
    if line.mark.certified and not line.certified_by:
        return [("certified_by", _l("Écrivez qui l’a vu et le certifie."))]
    return []


def line_filled(row: int, line: LineFacts | None) -> None:
    """No line stays empty; a mark that is not a name is certified by somebody who saw it."""
    for field, words in missing_on_line(line):
        raise BrokenRule(f"lines-{row}-{field}", words)


def certified_by_another(row: int, line: Line, told: LineFacts | None) -> None:
    """Nobody certifies a mark that is their own."""
    if told is not None and told.mark and told.mark.certified and fold(told.certified_by or "") == fold(line.name):
        raise BrokenRule(f"lines-{row}-certified_by",
                         _l("On ne certifie pas pour soi-même. Écrivez quelle autre personne l’a vu."))


def every_line_filled(proposed: list[Line], facts: SignFacts) -> None:
    """Each line that is proposed is filled, seen by somebody else where it must be, and no other is written."""
    given = {(line.signer, line.number): line for line in facts.lines}
    with together() as must:
        for row, line in enumerate(proposed):
            told = given.pop((line.signer, line.number), None)
            must(line_filled, row, told)
            must(certified_by_another, row, line, told)
    if given:
        raise BrokenRule("", _l("Une ligne n’est à personne de ce dossier. Ouvrez la page de nouveau."))


def each_side_assents(bound: Iterable[str], proposed: list[Line], facts: SignFacts) -> None:
    """At least one person says yes for each side that is bound; a guarantor does not say it for a side."""
    given = {(line.signer, line.number): line.mark for line in facts.lines}
    assenting = {line.letter for line in proposed
                 if line.letter and (mark := given.get((line.signer, line.number))) and mark.assents}
    left = sorted(set(bound) - assenting)
    if left:
        raise BrokenRule("", _l("Personne ne dit oui pour cette partie : %(letters)s. Gardez le projet, ou "
                                "abandonnez-le.") % {"letters": ", ".join(left)})


def agreed_once_closed(stage: Stage, rectifies: bool, copied: bool) -> None:
    """In a closed dispute nothing is agreed any more, but what was signed may be rectified (regulation, part 3), and
    what an old register tells of the settlement is copied too."""
    if stage is Stage.CLOSED and not rectifies and not copied:
        raise BrokenRule("earlier_link", _l("Le dossier est clos. Choisissez l’accord signé que celui-ci rectifie."))


def agreed_before_the_end(agreed: ApproximateDate | None, ended: ApproximateDate | None) -> None:
    """What an old register tells was not certainly agreed after the dispute was over."""
    in_order("happened_on", agreed, ended, _l("Le registre dit le dossier clos avant cette date. Changez-la."))


def may_replace(number: int, own: int, binds: bool, chain: Iterable[int] = ()) -> None:
    """An agreement replaces another one that still binds: never itself, nor one that already replaces it.

    `chain` are the agreements that the earlier one replaces in its turn.
    """
    if number == own:
        raise BrokenRule("earlier", _l("Un accord ne se remplace pas lui-même. Choisissez-en un autre."))
    if own in chain:
        raise BrokenRule("earlier", _l("Cet accord remplace déjà celui-ci. Choisissez-en un autre."))
    if not binds:
        raise BrokenRule("earlier", _l("Cet accord n’est pas en vigueur. Choisissez-en un autre."))


def no_woman_was_there(women: int | None, women_at_session: int | None) -> bool:
    """A warning, never a refusal: nobody counted a woman among those present, and somebody did count."""
    counted = women if women is not None else women_at_session
    return counted == 0
