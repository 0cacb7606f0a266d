"""The musts of the text of a settlement, whether it is new or amended."""

import re
from collections.abc import Iterable
from datetime import date

from mediation.acts.refusals import BrokenRule, together
from mediation.agreements.kinds import AgreementForm
from mediation.agreements.rules import AgreementFacts, CommitmentFacts, sides_known
from mediation.disputes.rules import in_order, not_still_to_come
from mediation.kernel.dates import ApproximateDate
from mediation.kernel.language import _l
from mediation.kernel.text import fold

YEARS = range(1900, 3000)


def names_a_commitment(facts: AgreementFacts) -> None:
    """An agreement names at least one commitment, or says that there is none (regulation, part 5).

    Of one that was signed elsewhere nobody may have seen the text: then nobody says that there is none.
    """
    if facts.unseen and facts.no_commitment:
        raise BrokenRule("no_commitment", _l("Le texte n’a pas été vu en entier. Décochez cette case."))
    if not facts.commitments and not facts.no_commitment and not facts.unseen:
        raise BrokenRule("commitments", _l("Écrivez un engagement, ou cochez qu’il n’y en a pas."))
    if facts.commitments and facts.no_commitment:
        raise BrokenRule("no_commitment", _l("Il y a des engagements. Décochez cette case, ou effacez-les."))


def says_what_follows(facts: AgreementFacts) -> None:
    """A partial agreement says whether the mediation goes on about the rest."""
    if not facts.total and facts.mediation_goes_on is None:
        raise BrokenRule("mediation_goes_on", _l("Dites si la médiation continue sur le reste."))


def somebody_bound(row: int, commitment: CommitmentFacts) -> None:
    """A commitment has a debtor, and says what is promised."""
    if not commitment.debtors:
        raise BrokenRule(f"commitments-{row}-who", _l("Choisissez qui s’engage."))
    if not commitment.what:
        raise BrokenRule(f"commitments-{row}-what", _l("Écrivez ce qui est promis."))


def counted_in_something(row: int, commitment: CommitmentFacts) -> None:
    """A quantity is of something: francs, sacks, metres."""
    if commitment.quantity is not None and not commitment.unit:
        raise BrokenRule(f"commitments-{row}-unit", _l("Écrivez l’unité : FCFA, sacs, têtes, mètres."))


def heard_by_witnesses(facts: AgreementFacts) -> None:
    """What is agreed by word of mouth is agreed before somebody."""
    if facts.form is AgreementForm.ORAL and not facts.witnesses:
        raise BrokenRule("witnesses", _l("Écrivez devant quels témoins la parole a été donnée."))


def due_after_agreement(row: int, commitment: CommitmentFacts, agreed: ApproximateDate | None) -> None:
    """Nothing is due certainly before it was promised."""
    in_order(f"commitments-{row}-due_on", agreed, commitment.due_on,
             _l("Cette date est avant l’accord. Changez l’une des deux."))


def named(field: str, name: str | None) -> None:
    """Whoever answers for an agreement has a name."""
    if not name:
        raise BrokenRule(field, _l("Écrivez le nom de cette personne."))


def covered_or_not(facts: AgreementFacts) -> None:
    """A village that the agreement leaves out is not among those it covers."""
    both = {fold(name): name for name in _names(facts.not_covered)}.keys() & {fold(n) for n in _names(facts.covers)}
    if both:
        name = next(one for one in _names(facts.not_covered) if fold(one) in both)
        raise BrokenRule("not_covered", _l("%(name)s est dans les deux listes. Gardez-le dans une seule.")
                         % {"name": name})


def _names(listed: str | None) -> list[str]:
    """The names of a list as it was typed."""
    return [name.strip() for name in re.split(r"[,;\n]", listed or "") if name.strip()]


def lasts_in_order(facts: AgreementFacts) -> None:
    """A term ends after it begins and after the agreement; what has no term has no last day."""
    if facts.unlimited and facts.lasts_until is not None:
        raise BrokenRule("lasts_until", _l("L’accord est sans limite de durée. Effacez cette date, ou dites non."))
    in_order("lasts_until", facts.lasts_from, facts.lasts_until,
             _l("La fin est avant le début. Changez l’une des deux dates."))
    in_order("lasts_until", facts.happened_on, facts.lasts_until,
             _l("Cette date est avant l’accord. Changez l’une des deux."))


def condition_told(facts: AgreementFacts) -> None:
    """A condition names on whom it depends and what they do; it is not due before the agreement."""
    said = (facts.condition_who, facts.condition_what, facts.condition_by, facts.condition_else, facts.condition_met)
    if all(one is None for one in said):
        return
    if not facts.condition_who:
        raise BrokenRule("condition_who", _l("Écrivez de qui dépend la condition."))
    if not facts.condition_what:
        raise BrokenRule("condition_what", _l("Écrivez ce qui doit arriver."))
    in_order("condition_by", facts.happened_on, facts.condition_by,
             _l("Cette date est avant l’accord. Changez l’une des deux."))


def earlier_told(facts: AgreementFacts) -> None:
    """What rectifies or renews says which agreement, and once; what names an earlier one says what it does to it."""
    if facts.earlier_link is None and (facts.earlier is not None or facts.earlier_words):
        raise BrokenRule("earlier_link", _l("Dites ce que celui-ci fait de l’accord d’avant."))
    if facts.earlier_link is not None and facts.earlier is None and not facts.earlier_words:
        raise BrokenRule("earlier", _l("Choisissez l’accord d’avant, ou écrivez lequel."))
    if facts.earlier is not None and facts.earlier_words:
        raise BrokenRule("earlier_words", _l("Vous avez choisi un accord du dossier. Effacez ces mots."))


def paid_in_years(row: int, commitment: CommitmentFacts) -> None:
    """The first and the last year are of something paid or done every year, and in this order."""
    for name in ("first_year", "last_year"):
        year = getattr(commitment, name)
        if year is not None and commitment.yearly is False:
            raise BrokenRule(f"commitments-{row}-{name}", _l("Ce n’est pas chaque année. Effacez cette année."))
        if year is not None and year not in YEARS:
            raise BrokenRule(f"commitments-{row}-{name}", _l("Écrivez l’année avec quatre chiffres, par exemple 2019."))
    if commitment.first_year and commitment.last_year and commitment.last_year < commitment.first_year:
        raise BrokenRule(f"commitments-{row}-last_year", _l("La dernière année est avant la première. Changez-en une."))


def in_exchange(commitments: tuple[CommitmentFacts, ...]) -> None:
    """A commitment is in exchange for another one of this text, and that one for nothing else."""
    for row, commitment in enumerate(commitments):
        other = commitment.exchange
        if other is None:
            continue
        if other == row + 1:
            raise BrokenRule(f"commitments-{row}-exchange", _l("C’est le même engagement. Choisissez-en un autre."))
        if not 1 <= other <= len(commitments):
            raise BrokenRule(f"commitments-{row}-exchange", _l(
                "Cet engagement n’est pas écrit. Choisissez-en un autre."))
        back = {commitments[other - 1].exchange} | {
            place for place, one in enumerate(commitments, start=1) if one.exchange == other}
        if back - {None, row + 1}:
            raise BrokenRule(f"commitments-{row}-exchange", _l(
                "L’engagement %(number)d est déjà en échange d’un autre. Choisissez-en un autre.") % {"number": other})


def exchanges(commitments: tuple[CommitmentFacts, ...]) -> list[int | None]:
    """For each commitment the one made in return, each naming the other though only one of them said it."""
    found = [one.exchange for one in commitments]
    for place, other in enumerate(list(found), start=1):
        if other is not None:
            found[other - 1] = place
    return found


def may_be_written(facts: AgreementFacts, known: Iterable[str], today: date,
                   promised: ApproximateDate | None = None) -> None:
    """Every must of the text of a settlement; `promised` is when what it only rectifies was first promised."""
    known = set(known)
    with together() as must:
        must(not_still_to_come, "happened_on", facts.happened_on, today)
        for rule in (says_what_follows, names_a_commitment, heard_by_witnesses, covered_or_not, lasts_in_order,
                     condition_told, earlier_told):
            must(rule, facts)
        must(in_exchange, facts.commitments)
        for row, commitment in enumerate(facts.commitments):
            must(somebody_bound, row, commitment)
            must(counted_in_something, row, commitment)
            must(sides_known, f"commitments-{row}-who", commitment.debtors, known)
            must(sides_known, f"commitments-{row}-whom", commitment.creditors, known)
            must(due_after_agreement, row, commitment, promised or facts.happened_on)
            must(paid_in_years, row, commitment)
        for row, guarantor in enumerate(facts.guarantors):
            must(named, f"guarantors-{row}-name", guarantor.name)
            must(sides_known, f"guarantors-{row}-letter", guarantor.letter or "", known)
        for row, witness in enumerate(facts.witnesses):
            must(named, f"witnesses-{row}-name", witness.name)
        for row, member in enumerate(facts.committee):
            must(named, f"committee-{row}-name", member.name)
            must(sides_known, f"committee-{row}-letter", member.letter or "", known)
