"""The table of the accounts: each fact and where it is kept; what is refused, or lacks a field."""

from importlib import import_module
from pathlib import Path

from sqlalchemy import inspect

from tests.journeys.account import model_of, plain

HERE = Path(__file__).parent
FILES = sorted([*HERE.glob("test_[0-9]*.py"), HERE / "test_default.py"])
ACCOUNTS = [import_module(f"tests.journeys.{path.stem}").ACCOUNT for path in FILES]
FACTS = [(account, fact) for account in ACCOUNTS for fact in account.facts]

# Every published account of which the facts were given, by its number.
PUBLISHED = {"01", "03", "06", "09", "12", "15", "17", "19", "22", "24", "25", "26", "28", "31", "34", "45", "48", "50",
             "53", "55", "57", "63"}

# Fields of free words: what is kept there must say why no other field is its place.
FREE = {"dispute.story", "mediation_session.said", "mediation_session.next_words", "reserved_note.text",
        "visit.said", "party.said", "witness.told", "attempt.told", "visit.planned_words", "visit_finding.note",
        "departure.words"}

# What is never kept (regulation, end of part 5).
NEVER = {"narrative of crimes", "a person tied to an armed group", "ethnicity", "biometrics"}

# Facts that have no field of their own yet, each kept in the nearest one meanwhile.
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
        places += [(one.fact, f"refused: {one.reason}", "") for one in account.refused]
        lines += [f"{account.number:9} {fact:62.62} {place:34} {words:.60}".rstrip() for fact, place,
                  words in places]
    return lines


def test_the_table_tells_of_each_fact_where_it_is_kept():
    """Read it with `-s`."""
    print("", *table(), sep="\n")
    assert len(table()) == len(FACTS) + sum(len(account.refused) for account in ACCOUNTS) + 1


def test_each_of_the_published_accounts_and_an_invented_one_is_told_once():
    assert sorted(account.number for account in ACCOUNTS) == sorted({*PUBLISHED, "invented"})
    assert len(PUBLISHED) == 22


def test_each_fact_has_a_field():
    assert [fact.kept for _, fact in FACTS if not field_of(fact.kept)] == []


def test_a_fact_in_free_words_says_why():
    assert [fact.fact for _, fact in FACTS if fact.kept in FREE and not fact.because] == []


def test_a_row_and_field_keeps_one_fact_unless_it_lacks_a_field():
    """One field for two facts would be a field short."""
    for account in ACCOUNTS:
        kept = [(fact.of, fact.kept, fact.row) for fact in account.facts if not fact.lacks]
        assert sorted(kept) == sorted(set(kept)), account.number


def test_what_lacks_a_field_is_known_and_still_lacking():
    assert {fact.lacks for _, fact in FACTS if fact.lacks} == LACKING
    assert [name for name in LACKING if field_of(name)] == []


def test_what_is_refused_is_refused_on_purpose():
    assert {one.reason for account in ACCOUNTS for one in account.refused} <= NEVER
