"""The decorator of value classes: what its makers save at import must not be missed later."""

import copy
import pickle
from collections.abc import Callable, Mapping
from dataclasses import FrozenInstanceError, dataclass, field, fields, is_dataclass, replace
from typing import Any

import pytest

from facet_desktop.domain.values import changed, frozen


@frozen
class Hold:
    """How long and how often."""

    hold_s: float
    reps: int = 10
    labels: Mapping[str, str] = field(default_factory=dict)
    note: str = field(default="", compare=False)
    total_s: float = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "total_s", self.hold_s * self.reps)


@frozen
class Nothing:
    pass


@dataclass(frozen=True, slots=True)
class Standard:
    hold_s: float
    reps: int = 10


@frozen
class Shared:
    hold_s: float
    reps: int = 10


def test_fields_are_set_by_position_name_default_and_after_the_others() -> None:
    hold = Hold(5.0, labels={"side": "left"})

    assert (hold.hold_s, hold.reps, hold.labels, hold.note, hold.total_s) == (5, 10, {"side": "left"}, "", 50)


def test_every_instance_gets_a_default_of_its_own() -> None:
    assert Hold(5.0).labels is not Hold(5.0).labels


@pytest.mark.parametrize("change", [lambda one: setattr(one, "reps", 3), lambda one: delattr(one, "reps")])
def test_an_instance_cannot_be_changed(change: Callable[[Hold], None]) -> None:
    hold = Hold(5.0)

    with pytest.raises(FrozenInstanceError, match="Hold is immutable: 'reps'"):
        change(hold)
    assert hold.reps == 10


def test_a_misspelt_field_is_refused_too() -> None:
    hold: Any = Hold(5.0)

    with pytest.raises(FrozenInstanceError):
        hold.rep = 3


@pytest.mark.parametrize("arguments", [(), (1.0, 2, {}, "", 9.0)])
def test_wrong_arguments_are_named_as_the_standard_decorator_names_them(
    arguments: tuple[object, ...],
) -> None:
    made: Any = Hold

    with pytest.raises(TypeError, match=r"Hold\.__init__\(\) (missing|takes)"):
        made(*arguments)


def test_equal_fields_make_equal_values_with_equal_hashes() -> None:
    assert Shared(5.0) == Shared(5.0, 10)
    assert hash(Shared(5.0)) == hash(Shared(5.0, 10))
    assert Shared(5.0) != Shared(5.0, 11)
    assert Hold(5.0, note="slowly") == Hold(5.0, note="gently")
    assert Nothing() == Nothing()


def test_values_of_different_classes_differ() -> None:
    values: list[object] = [Shared(5.0), Standard(5.0), Nothing(), (Shared, 5.0, 10)]

    assert [values.index(one) for one in values] == [0, 1, 2, 3]


def test_a_value_shows_its_fields() -> None:
    assert repr(Hold(5.0)) == "Hold(hold_s=5.0, reps=10, labels={}, note='')"
    assert repr(Shared(5.0)) == repr(Standard(5.0)).replace("Standard", "Shared")


def test_the_tools_of_dataclasses_know_it() -> None:
    assert [one.name for one in fields(Shared)] == [one.name for one in fields(Standard)]
    assert replace(Hold(5.0), reps=2).total_s == 10
    assert Shared.__match_args__ == Standard.__match_args__
    assert is_dataclass(Shared)


@pytest.mark.parametrize("again", [copy.copy, copy.deepcopy, lambda one: pickle.loads(pickle.dumps(one))])
def test_a_copy_equals_the_original(again: Callable[[Hold], Hold]) -> None:
    hold = Hold(5.0, 3, {"side": "left"}, "slowly")

    assert again(hold) == hold
    assert again(hold).note == "slowly"
    assert again(hold).total_s == 15


def test_it_has_slots_and_no_dictionary() -> None:
    assert not hasattr(Shared(5.0), "__dict__")


def test_a_field_without_a_default_must_not_follow_one_with_a_default() -> None:
    made: Any = frozen(type("Odd", (), {"__annotations__": {"reps": "int", "sets": "int"}, "reps": 3}))

    with pytest.raises(TypeError, match="without a default"):
        made(1, 2)


def test_what_the_fields_are_is_told_as_by_the_standard_decorator() -> None:
    told = [(one.name, one.type, one.default, one.init, one.compare) for one in fields(Hold)]

    assert told[1] == ("reps", int, 10, True, True)
    assert [name for name, _, _, is_init, _ in told if not is_init] == ["total_s"]
    assert [name for name, *_, is_compared in told if not is_compared] == ["note", "total_s"]


def test_a_class_keeps_its_docstring() -> None:
    assert Hold.__doc__ == "How long and how often."


def test_a_changed_value_is_what_replace_would_make() -> None:
    before = Hold(2.0, labels={"a": "b"})
    after = changed(before, reps=3)
    assert after == replace(before, reps=3)
    assert (after.labels, after.total_s) == (before.labels, 6.0)
    assert before.reps == 10
    with pytest.raises(TypeError):
        changed(before, repeats=3)
