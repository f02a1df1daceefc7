from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from facet_desktop.domain.history import History


def test_changes_with_one_merge_key_are_undone_together() -> None:
    history = History("")
    history.push("1", "Change repetitions", merge_key="reps")
    history.push("12", "Change repetitions", merge_key="reps")
    assert history.undo_label == "Change repetitions"
    assert history.undo()
    assert history.present == ""
    assert history.redo()
    assert history.present == "12"


def test_a_closed_merge_starts_a_new_step() -> None:
    history = History(0)
    history.push(1, "a", merge_key="k")
    history.close_merge()
    history.push(2, "a", merge_key="k")
    history.undo()
    assert history.present == 1


def test_a_merge_that_has_not_ended_can_be_dropped_as_if_it_had_never_been() -> None:
    history = History("")
    history.push("a", "first")
    history.push("a9", "typing", merge_key="k")
    history.push("a90", "typing", merge_key="k")
    assert history.drop_merge()
    assert (history.present, history.undo_label, history.redo_label) == ("a", "first", None)
    assert not history.drop_merge()
    history.push("a1", "typing", merge_key="k")
    history.close_merge()
    assert not history.drop_merge()
    assert history.present == "a1"


def test_a_change_that_changes_nothing_leaves_no_step() -> None:
    history = History(1)
    history.push(1, "nothing")
    assert history.undo_label is None
    assert not history.undo()


class HistoryMachine(RuleBasedStateMachine):
    """Against a plain list with a position."""

    def __init__(self) -> None:
        super().__init__()
        self.history = History(0)
        self.values = [0]
        self.at = 0

    @rule(value=st.integers(0, 5))
    def push(self, value: int) -> None:
        changes = value != self.values[self.at]
        self.history.push(value, f"set {value}")
        if changes:
            self.values = [*self.values[: self.at + 1], value]
            self.at += 1

    @rule()
    def undo(self) -> None:
        assert self.history.undo() == (self.at > 0)
        self.at = max(0, self.at - 1)

    @rule()
    def redo(self) -> None:
        assert self.history.redo() == (self.at + 1 < len(self.values))
        self.at = min(len(self.values) - 1, self.at + 1)

    @invariant()
    def agrees(self) -> None:
        assert self.history.present == self.values[self.at]
        expected = f"set {self.values[self.at + 1]}" if self.at + 1 < len(self.values) else None
        assert self.history.redo_label == expected


TestHistory = HistoryMachine.TestCase
