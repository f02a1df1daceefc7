from facet_desktop.domain.journal import (
    Entry,
    EntryKind,
    SetKey,
    SetResult,
    Value,
    exercises_done,
    set_results,
)
from facet_desktop.domain.step import StepSide


def ended(seq: int, set_no: int, reps: int, *, completed: bool, side: StepSide = StepSide.BOTH) -> Entry:
    data: dict[str, Value] = {
        "item_id": "a", "exercise": "bird-dog", "set_no": set_no, "side": side.value,
        "reps_done": reps, "reps_planned": 10, "work_ms": reps * 1000, "completed": completed,
    }  # fmt: skip
    return Entry(f"e{seq}", "s", seq, seq, EntryKind.SET_ENDED, data)


def test_a_repeated_set_replaces_a_lesser_result_but_never_a_better_one() -> None:
    key = SetKey("a", 1, StepSide.BOTH)
    better_later = [ended(1, 1, 4, completed=False), ended(2, 1, 10, completed=True)]
    worse_later = [*better_later, ended(3, 1, 2, completed=False)]
    expected = {key: SetResult("bird-dog", 10, 10_000, completed=True)}
    assert set_results(better_later) == expected
    assert set_results(worse_later) == expected


def test_an_exercise_is_done_when_every_set_of_both_sides_is() -> None:
    left = SetKey("a", 1, StepSide.LEFT)
    right = SetKey("a", 1, StepSide.RIGHT)
    required = {"a": frozenset({left, right}), "empty": frozenset[SetKey]()}
    one_side = set_results([ended(1, 1, 10, completed=True, side=StepSide.LEFT)])
    both = set_results(
        [ended(n, 1, 10, completed=True, side=side) for n, side in enumerate((left.side, right.side))]
    )
    assert exercises_done(required, one_side) == 0
    assert exercises_done(required, both) == 1


def test_other_entries_say_nothing_about_sets() -> None:
    assert set_results([Entry("e", "s", 1, 1, EntryKind.PAUSED, {"reason": "user"})]) == {}
