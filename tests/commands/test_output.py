"""Answers on consoles that cannot write every letter, as on many a Windows computer."""

from __future__ import annotations

import io
import json
import sys

import pytest

from facet_desktop.commands.output import say, say_json

TITLE = "\u010casovni na\u010drt caf\u00e9 \u2600 \U0001f9d8"


def answered(monkeypatch: pytest.MonkeyPatch, encoding: str) -> io.BytesIO:
    """Puts a console of that encoding in place of stdout; what it gets."""
    got = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(got, encoding=encoding, write_through=True))
    return got


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "cp1250", "utf-8"])
def test_json_is_whole_on_every_console(encoding: str, monkeypatch: pytest.MonkeyPatch) -> None:
    got = answered(monkeypatch, encoding)
    say_json({"title": TITLE, "file": "broken\udcff.toml"})
    assert json.loads(got.getvalue().decode(encoding)) == {"title": TITLE, "file": "broken\udcff.toml"}


@pytest.mark.parametrize(
    ("encoding", "written"),
    [("utf-8", "\u010daj caf\u00e9"), ("cp1252", "\\u010daj caf\u00e9"), ("ascii", "\\u010daj caf\\xe9")],
)
def test_plain_text_escapes_only_what_the_console_cannot_write(
    encoding: str, written: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    got = answered(monkeypatch, encoding)
    say(["\u010daj caf\u00e9"])
    assert got.getvalue().decode(encoding).strip() == written


def test_letters_stay_readable_in_json_where_they_can_be_written(monkeypatch: pytest.MonkeyPatch) -> None:
    got = answered(monkeypatch, "utf-8")
    say_json({"title": TITLE})
    assert TITLE in got.getvalue().decode()
