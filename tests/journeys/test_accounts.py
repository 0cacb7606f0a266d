"""The table of the accounts: each fact and where it is kept; what waits, is refused, or lacks a field."""

from importlib import import_module
from pathlib import Path

from sqlalchemy import inspect

from mediation.acts.catalogue import CATALOGUE
from tests.journeys.account import model_of, plain

HERE = Path(__file__).parent
FILES = sorted([*HERE.glob("test_[0-9]*.py"), HERE / "test_default.py"])
ACCOUNTS = [import_module(f"tests.journeys.{path.stem}").ACCOUNT for path in FILES]
FACTS = [(account, fact) for account in ACCOUNTS for fact in account.facts]

# Fields of free words: what is kept there must say why no other field is its place.
FREE = {"dispute.story", "mediation_session.said", "mediation_session.next_words", "reserved_note.text",
        "visit.said", "party.said", "witness.told", "attempt.told", "visit.planned_words"}

# The acts of the whole regulation for which a fact may wait; none of them is built yet.
NEXT = {
    "proceeding.add", "proceeding.amend", "alert.set", "party.join", "party.leave", "party.succeed",
    "representative.end", "intermediary.add", "intermediary.amend", "consent.record",
    "consent.withdraw", "interest.declare", "bench.replace", "standin.name", "dispute.replace_mediator",
    "dispute.release_mediator", "dispute.set_lead", "dispute.suspend", "dispute.resume",
    "dispute.orient", "dispute.refer", "dispute.answer_referral", "dispute.recall", "dispute.take_over",
    "dispute.reopen", "dispute.link", "dispute.unlink", "dispute.transcribe", "measure.record",
    "measure.lift", "offer.record", "agreement.denounce", "agreement.reject", "agreement.replace",
    "agreement.lapse", "agreement.endorse", "agreement.transmit", "agreement.homologate",
    "agreement.return", "copy.give", "source.record",
}

# What is never kept (regulation, end of part 5).
NEVER = {"narrative of crimes", "a person tied to an armed group", "ethnicity", "biometrics"}

# Facts of the main path that have no field of their own yet, each kept in the nearest one meanwhile.
LACKING: set[str] = set()


def field_of(kept: str) -> bool:
    """Whether a `table.field` is a field of a model."""
    table, _, name = kept.partition(".")
    model = model_of(table)
    return model is not None and name in inspect(model).all_orm_descriptors


def table() -> list[str]:
    """The lines of the table: account, fact, where it is kept, the words that the page says."""
    lines = [f"{'account':9} {'fact':62} {'kept in':34} words"]
    for account in ACCOUNTS:
        places = [(one.fact, f"{one.kept} [lacks {one.lacks}]" if one.lacks else one.kept, plain(one.said))
                  for one in account.facts]
        places += [(one.fact, f"waits for {one.act}", "") for one in account.waiting]
        places += [(one.fact, f"refused: {one.reason}", "") for one in account.refused]
        lines += [f"{account.number:9} {fact:62.62} {place:34} {words:.60}".rstrip() for fact, place,
                  words in places]
    return lines


def test_the_table_tells_of_each_fact_where_it_is_kept():
    """Read it with `-s`."""
    print("", *table(), sep="\n")
    told = sum(len(account.facts) + len(account.waiting) + len(account.refused) for account in ACCOUNTS)
    assert len(table()) == told + 1


def test_at_least_six_published_accounts_and_an_invented_one_are_told():
    numbers = [account.number for account in ACCOUNTS]
    assert {"24", "63"} <= set(numbers) and len(set(numbers) - {"invented"}) >= 6 and "invented" in numbers


def test_each_fact_has_a_field():
    assert [fact.kept for _, fact in FACTS if not field_of(fact.kept)] == []


def test_a_fact_in_free_words_says_why():
    assert [fact.fact for _, fact in FACTS if fact.kept in FREE and not fact.because] == []


def test_a_row_and_field_keeps_one_fact_unless_it_lacks_a_field():
    """One field for two facts would be a field short."""
    for account in ACCOUNTS:
        kept = [(fact.of, fact.kept, fact.row, fact.page) for fact in account.facts if not fact.lacks]
        assert sorted(kept) == sorted(set(kept)), account.number


def test_what_lacks_a_field_is_known_and_still_lacking():
    assert {fact.lacks for _, fact in FACTS if fact.lacks} == LACKING
    assert [name for name in LACKING if field_of(name)] == []


def test_what_waits_waits_for_an_act_of_the_next_issue():
    acts = {one.act for account in ACCOUNTS for one in account.waiting}
    assert acts <= NEXT and not acts & CATALOGUE.keys()


def test_what_is_refused_is_refused_on_purpose():
    assert {one.reason for account in ACCOUNTS for one in account.refused} <= NEVER
