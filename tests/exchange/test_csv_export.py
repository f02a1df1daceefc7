"""Tables as CSV that a spreadsheet opens as they are meant."""

import csv
import io
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facet_desktop.domain.errors import UserError
from facet_desktop.exchange.csv_export import CsvFiles, csv_bytes

texts = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=20)


def read(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_the_file_is_utf_8_with_a_mark_and_windows_line_ends() -> None:
    content = csv_bytes(["Dan", "Bolečina"], [["četrtek", 3]])
    assert content == "\ufeffDan,Bolečina\r\nčetrtek,3\r\n".encode()


def test_days_are_iso_decimals_have_a_point_and_nothing_is_an_empty_cell() -> None:
    rows = read(csv_bytes(["a", "b", "c", "d"], [[date(2026, 1, 5), 4.5, None, -2]]))
    assert rows[1] == ["2026-01-05", "4.5", "", "-2"]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1"])
def test_a_text_that_a_spreadsheet_would_take_for_a_formula_is_marked_as_text(text: str) -> None:
    assert read(csv_bytes(["head"], [[text]]))[1] == ["'" + text]


def test_heads_are_never_formulas_either() -> None:
    assert read(csv_bytes(["=1+1"], []))[0] == ["'=1+1"]


@given(st.lists(st.lists(texts, min_size=2, max_size=2), max_size=5))
def test_any_text_comes_back_as_it_was_but_for_the_mark(rows: list[list[str]]) -> None:
    back = read(csv_bytes(["a", "b"], rows))[1:]
    assert [[cell.removeprefix("'") for cell in row] for row in back] == [
        [cell.removeprefix("'") for cell in row] for row in rows
    ]


def test_an_old_file_is_replaced_whole_and_nothing_else_is_left(tmp_path: Path) -> None:
    path = tmp_path / "progress.csv"
    path.write_text("old " * 1000, encoding="utf-8")
    CsvFiles().write(path, ["a"], [[1]])
    assert read(path.read_bytes()) == [["a"], ["1"]]
    assert [one.name for one in tmp_path.iterdir()] == ["progress.csv"]


def test_a_folder_that_is_gone_is_told_in_plain_words(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"progress\.csv could not be saved") as caught:
        CsvFiles().write(tmp_path / "gone" / "progress.csv", ["a"], [])
    assert caught.value.advice


def test_when_writing_fails_the_old_file_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "progress.csv"
    path.write_text("old", encoding="utf-8")

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(UserError):
        CsvFiles().write(path, ["a"], [[1]])
    assert path.read_text(encoding="utf-8") == "old"
    assert [one.name for one in tmp_path.iterdir()] == ["progress.csv"]
