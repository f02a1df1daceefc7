"""Enumerations that are made quickly must be those that the standard library makes, whatever is asked."""

import enum
import pickle
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facet_desktop.qt_enums import QuickEnums, quicken, sources

BASES = (enum.Enum, enum.IntEnum, enum.Flag, enum.IntFlag)
AS_QT_ASKS: dict[str, Any] = {
    **dict.fromkeys(("module", "qualname", "type")),
    "start": 1,
    "boundary": enum.KEEP,
}
QUICK = QuickEnums()
PLAIN_CREATE = enum.EnumType.__dict__["_create_"]

names = st.from_regex(r"[A-Za-z][A-Za-z0-9_]{0,6}", fullmatch=True)
values = st.one_of(st.integers(-3, 40), st.sampled_from([1 << bit for bit in range(12)]))
members = st.dictionaries(names, values, max_size=9).map(lambda found: list(found.items()))


def answers(made: Any, probes: list[int]) -> list[object]:
    """What an enumeration says of itself and of some values, without its identity."""
    told: list[object] = [repr(made), len(made), [repr(one) for one in made], list(made.__members__)]
    told += [(name, repr(one), one.name, one.value) for name, one in made.__members__.items()]
    for probe in probes:
        try:
            told.append(answer(made, probe))
        except (ValueError, TypeError, AttributeError) as error:
            told.append(f"{type(error).__name__} {error}")
    return told


def answer(made: Any, probe: int) -> list[object]:
    """What it says of a value, which need not be that of a member."""
    found = made(probe)
    told: list[object] = [repr(found), hash(found) == hash(made(probe)), found is made(probe), bool(found)]
    if issubclass(made, enum.Flag):
        told += [repr(~found), repr(found | made(1)), [repr(one) for one in found]]
    if issubclass(made, int):
        told += [found + 1, f"{found}", found == probe]
    return told


@pytest.mark.parametrize("base", BASES)
@settings(max_examples=50)
@given(members=members, probes=st.lists(values, min_size=1, max_size=4))
def test_every_enumeration_answers_as_the_plain_one(
    base: Any, members: list[tuple[str, int]], probes: list[int]
) -> None:
    quick = QUICK.create(base, "Kind", list(members), **AS_QT_ASKS)
    plain = PLAIN_CREATE(base, "Kind", list(members), **AS_QT_ASKS)
    assert answers(quick, probes) == answers(plain, probes)


def refuse(*_arguments: object, **_options: object) -> None:
    """No plain way from here on."""
    raise AssertionError("the plain way was taken")


@pytest.mark.parametrize("base", BASES)
def test_plain_members_are_made_the_quick_way_on_this_python(
    base: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    quick = QuickEnums()
    quick.create(base, "First", [("A", 1)], **AS_QT_ASKS)

    monkeypatch.setattr("facet_desktop.qt_enums._plain_create", refuse)
    assert quick.create(base, "Second", [("A", 1), ("B", 2)], **AS_QT_ASKS)(2).name == "B"


@pytest.mark.parametrize(
    ("members", "options"),
    [
        ("A B", {}),
        ([("A", 1)], {"start": 5}),
        ([("_private", 1)], {}),
        ([("name", 1)], {}),
        ([("A", 1)], {"type": str}),
    ],
)
def test_what_qt_never_asks_for_is_left_to_python(members: Any, options: dict[str, Any]) -> None:
    asked = {**AS_QT_ASKS, **options}
    made = QuickEnums().create(enum.Enum, "Kind", members, **asked)
    assert answers(made, [1]) == answers(PLAIN_CREATE(enum.Enum, "Kind", members, **asked), [1])


def test_a_python_that_keeps_members_otherwise_gets_its_own_way(monkeypatch: pytest.MonkeyPatch) -> None:
    class Other:
        """What a later Python might hang on every member."""

    def other_create(base: Any, name: str, members: Any, **options: Any) -> Any:
        made = PLAIN_CREATE(base, name, members, **options)
        for member in made:
            member._kept_ = Other
        return made

    monkeypatch.setattr("facet_desktop.qt_enums._plain_create", other_create)
    made = QuickEnums().create(enum.IntEnum, "Kind", [("A", 1)], **AS_QT_ASKS)
    assert made.A._kept_ is Other


def test_what_an_earlier_start_has_compared_is_not_compared_again(monkeypatch: pytest.MonkeyPatch) -> None:
    earlier = QuickEnums()
    earlier.create(enum.Flag, "First", [("A", 1)], **AS_QT_ASKS)
    monkeypatch.setattr("facet_desktop.qt_enums._is_true", refuse)
    later = QuickEnums(earlier.trusted)
    assert later.create(enum.Flag, "Second", [("A", 1), ("B", 2)], **AS_QT_ASKS)(2).name == "B"
    with pytest.raises(AssertionError):
        later.create(enum.IntFlag, "Third", [("A", 1)], **AS_QT_ASKS)


def test_another_version_of_a_source_is_compared_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = sources()
    assert before == sources()
    other = tmp_path / "enum.py"
    other.write_text("", encoding="utf-8")
    monkeypatch.setattr(enum, "__file__", str(other))
    assert sources() not in ("", before)
    other.unlink()
    assert sources() == ""


def test_enumerations_asked_for_as_qt_does_are_made_the_quick_way(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(enum.EnumType, "_create_", PLAIN_CREATE)
    quicken()
    ask: Any = enum.IntFlag
    ask("First", [("A", 1)], boundary=enum.KEEP)
    monkeypatch.setattr("facet_desktop.qt_enums._plain_create", refuse)
    made = ask("Second", [("A", 1), ("B", 2)], boundary=enum.KEEP)
    assert made(3) is made["A"] | made["B"]


def test_the_enumerations_of_qt_can_be_copied_and_pickled() -> None:
    from PySide6.QtCore import Qt

    for value in (Qt.Key.Key_A, Qt.AlignmentFlag.AlignLeft, Qt.Orientation.Vertical):
        assert pickle.loads(pickle.dumps(value)) is value
