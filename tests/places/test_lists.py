"""Lists of places from files: as a whole or not at all, a second time only what differs."""

import pytest
from sqlalchemy import func, select

from mediation.acts.ledger import LedgerEntry
from mediation.kernel.db import db
from mediation.places import lists, queries
from mediation.places.models import Place

HEAD = "code,name,kind,parent_code,other_names\n"
LIST = HEAD + """ML04,Ségou,region,,
ML0407,Macina,cercle,ML04,
ML040701,Macina,commune,ML0407,Masina|Matina
ML040701001,Kara,village,ML040701,
ML040701002,Kara,village,ML040701,
"""


@pytest.fixture
def written(tmp_path, house):
    def file(text: str | bytes, name: str = "essai.csv"):
        path = tmp_path / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    return file


def entries() -> int:
    return db.session.scalar(select(func.count(LedgerEntry.id)).where(LedgerEntry.act == "place.load"))


def test_a_list_is_taken_over_one_act_for_each_cercle(written):
    taken = lists.take_over(written(LIST), "essai")
    assert (taken.added, taken.changed, taken.unchanged, taken.missing) == (5, 0, 0, [])
    assert entries() == 2
    assert queries.find("ML040701002").path == "ML04/ML0407/ML040701/ML040701002/"
    assert [place.code for place in queries.named("masina", "ML04/")] == ["ML040701"]
    assert len(queries.named("kara", "ML04/")) == 2


def test_a_second_load_changes_only_what_differs(written):
    lists.take_over(written(LIST), "essai")
    again = lists.take_over(written(LIST), "essai")
    assert (again.added, again.changed, again.unchanged) == (0, 0, 5) and entries() == 2
    other = lists.take_over(written(LIST.replace("002,Kara", "002,Karadié")), "essai")
    assert (other.added, other.changed, other.unchanged) == (0, 1, 4) and entries() == 3
    assert queries.find("ML040701002").name == "Karadié"


def test_a_place_that_left_the_list_is_told_and_stays(written):
    lists.take_over(written(LIST), "essai")
    taken = lists.take_over(written("".join(LIST.splitlines(keepends=True)[:-1])), "essai")
    assert taken.missing == ["ML040701002 Kara"] and queries.find("ML040701002").until is None


def test_a_place_that_changed_its_container_is_moved(written):
    lists.take_over(written(LIST), "essai")
    moved = LIST.replace("ML040701,Macina,commune,ML0407", "ML0408,Niono,cercle,ML04,\nML040701,Macina,commune,ML0408")
    taken = lists.take_over(written(moved), "essai")
    assert (taken.added, taken.changed) == (1, 1)
    assert queries.find("ML040701001").path == "ML04/ML0408/ML040701/ML040701001/"


def test_semicolons_a_byte_order_mark_comments_and_french_kinds_are_read(written):
    text = "\ufeff" + "# source\n# note\n" + LIST.replace(",", ";").replace("region", "Région")
    assert lists.take_over(written(text), "essai").added == 5


@pytest.mark.parametrize(("text", "line"), [
    (LIST + "ML040701001,Encore,village,ML040701,\n", 7), (LIST + "X1,Perdu,village,NON,\n", 7),
    (LIST + "X1,Perdu,village,ML04,\n", 7), (LIST + "x 1,Perdu,village,ML040701,\n", 7),
    (LIST + "X1,,village,ML040701,\n", 7), (LIST + "X1,Perdu,planète,ML040701,\n", 7),
    (LIST + "X1\n", 7), (LIST + f"X1,{'a' * 121},village,ML040701,\n", 7), ("# note\ncode,name\n", 2),
    (HEAD, 0), ("", 1), (LIST.encode("latin-1"), 0), (LIST + "X1,a\x00b,village,ML040701,\n", 7),
    (LIST + f"X1,\"{'a' * 200_000}\",village,ML040701,\n", 0), (b"\xff\xfe\x00", 0)])
def test_a_list_with_one_bad_line_is_refused_as_a_whole(written, text, line):
    places = db.session.scalar(select(func.count(Place.id)))
    with pytest.raises(lists.BadList) as bad:
        lists.take_over(written(text), "essai")
    assert str(bad.value).startswith(f"{line}: ") if line else not str(bad.value)[0].isdigit()
    assert db.session.scalar(select(func.count(Place.id))) == places


def test_the_list_that_comes_with_the_program_is_loaded_whole(app, house):
    answer = app.test_cli_runner().invoke(args=["places", "load"])
    assert answer.exit_code == 0 and "179 ajoutés" in answer.output
    assert "0 ajoutés, 0 changés, 179 déjà là" in app.test_cli_runner().invoke(args=["places", "load"]).output
    db.session.rollback()
    assert queries.find("0101").edition == "mali-2023"


def test_the_command_ends_with_one_line_about_a_bad_list(app, written):
    answer = app.test_cli_runner().invoke(args=["places", "load", str(written(LIST + "X1,Perdu,village,NON,\n"))])
    assert answer.exit_code == 1 and "essai.csv, 7:" in answer.output
    assert app.test_cli_runner().invoke(args=["places", "load", "absent.csv"]).exit_code == 2


def test_a_long_list_is_taken_over_in_acts_of_two_hundred_places(written):
    villages = "".join(f"V{number},Village {number},village,ML040701,\n" for number in range(450))
    assert lists.take_over(written(LIST + villages), "essai").added == 455
    assert entries() == 4
