"""Whatever is pressed, and whatever the clocks do, journal and session agree and nothing breaks.

A few courses each time; `pytest tests/e2e/test_play_random_keys.py --hypothesis-profile=search` plays 2,000.
"""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from facet_desktop.domain.engine import MAX_GAP_MS, Status
from facet_desktop.domain.journal import EntryKind, set_results
from facet_desktop.services.played_plan import plan_from
from facet_desktop.services.records import SessionStatus
from facet_desktop.ui.player.presenter import PlayerPresenter
from tests.domain.sessions import BRIDGE, BY_HAND, STRETCH, item, session
from tests.ui.player.house import open_house

Key = Qt.Key
ASKED_FOR = settings.get_profile(settings.get_current_profile_name()).max_examples
EXAMPLES = ASKED_FOR if ASKED_FOR > 100 else 10
STEPS = 25
FRAME_MS = 400
KEYS = (
    Key.Key_Space, Key.Key_Right, Key.Key_Left, Key.Key_Plus, Key.Key_E, Key.Key_C, Key.Key_H, Key.Key_M,
    Key.Key_L, Key.Key_Escape, Key.Key_F1, Key.Key_1, Key.Key_0, Key.Key_3, Key.Key_5, Key.Key_7, Key.Key_Tab,
    Key.Key_Return, Key.Key_PageDown, Key.Key_PageUp, Key.Key_F, Key.Key_A, Key.Key_W, Key.Key_P,
)  # fmt: skip


class Playing(RuleBasedStateMachine):
    """Somebody presses anything, on a computer that sleeps, whose clock jumps and whose power fails."""

    def __init__(self) -> None:
        super().__init__()
        self._open = ExitStack()
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        folder = Path(self._open.enter_context(TemporaryDirectory()))
        self.house = self._open.enter_context(open_house(app, folder / "data"))
        bridge = self.house.services.library.library.exercise("segmental-bridge")
        swappable = replace(item("Segmental bridge", BRIDGE.dose, bridge.breath), exercise=bridge.slug)
        self.planned = session(swappable, STRETCH, BY_HAND)
        self.house.begin(self.planned)
        self.passed_ms = 0
        """Time in which the computer was awake: nothing beyond it may ever count as exercise."""

    @property
    def player(self) -> PlayerPresenter | None:
        return self.house.page.presenter

    def is_playing(self) -> bool:
        return self.player is not None and not self.player.session.is_over

    @rule(key=st.sampled_from(KEYS), shift=st.sampled_from((False, False, False, True)))
    def press(self, key: Key, shift: bool) -> None:
        modifier = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
        QTest.keyClick(QApplication.focusWidget() or self.house.page, key, modifier)

    @precondition(lambda self: self.player is not None)
    @rule(which=st.integers(0, 1000))
    def click(self, which: int) -> None:
        """Any button on the screen, except those that leave the page or talk to the system."""
        overlays = [one for one in self.house.page.findChildren(QWidget) if _covers(one)]
        inside = overlays[-1] if overlays else self.house.page
        buttons = [one for one in inside.findChildren(QAbstractButton) if one.isVisible() and one.isEnabled()]
        buttons = [one for one in buttons if one.objectName() not in ("player_voice", "player_full_screen")]
        if buttons:
            buttons[which % len(buttons)].click()

    @precondition(lambda self: self.is_playing())
    @rule(key=st.sampled_from((Key.Key_1, Key.Key_2, Key.Key_3, Key.Key_Escape)))
    def take_another_exercise(self, key: Key) -> None:
        self.house.press(Key.Key_C)
        self.house.press(key, on=QApplication.focusWidget())

    @precondition(lambda self: self.is_playing())
    @rule(pain=st.integers(0, 9), which=st.integers(0, 1000))
    def say_that_it_hurts(self, pain: int, which: int) -> None:
        self.house.press(Key.Key_H)
        self.house.press(Key(Key.Key_0.value + pain), on=QApplication.focusWidget())
        self.click(which)

    @precondition(lambda self: self.is_playing())
    @rule(where=st.integers(0, 1000))
    def choose_on_the_timeline(self, where: int) -> None:
        boxes = self.house.page.stage.timeline.boxes()
        place = boxes[where % len(boxes)].center().toPoint()
        QTest.mouseClick(self.house.page.stage.timeline, Qt.MouseButton.LeftButton, pos=place)

    @rule(ms=st.integers(0, 12_000))
    def run(self, ms: int) -> None:
        self.passed_ms += ms
        self.house.run(ms, frame_ms=FRAME_MS)

    @rule(ms=st.integers(0, MAX_GAP_MS))
    def stall(self, ms: int) -> None:
        """The program is held up, but no longer than a slow computer may hold it up."""
        self.passed_ms += ms
        self.house.clock.advance(ms)

    @rule(ms=st.integers(MAX_GAP_MS + 1, 10_000_000))
    def sleep(self, ms: int) -> None:
        self.house.clock.sleep(ms)

    @rule(ms=st.integers(-10_000_000, 10_000_000))
    def set_the_clock(self, ms: int) -> None:
        self.house.clock.jump(ms)

    @precondition(lambda self: self.is_playing())
    @rule()
    def lose_power(self) -> None:
        """The program is gone at once; the next start takes the session up where it stood."""
        assert self.player is not None
        here = self.player.session.frame().step
        offer = self.house.services.play.offer(self.house.patient.id)
        assert offer is not None
        assert offer.step == here
        self.house.show(self.house.services.play.take_up(offer.record.id))
        assert self.player.session.frame().step == here
        assert self.player.session.state.status is Status.PAUSED

    @invariant()
    def journal_and_session_agree(self) -> None:
        assert self.house.reported == []
        head, entries = self.house.record(), self.house.journal()
        assert [entry.seq for entry in entries] == list(range(1, len(entries) + 1))
        kinds = {entry.kind for entry in entries}
        ended = bool(kinds & {EntryKind.FINISHED, EntryKind.STOPPED})
        stored = self.house.folder.store.sessions.get(head.id)
        assert stored == head
        assert (head.status is not SessionStatus.RUNNING) == ended
        if self.player is not None:
            assert self.player.trouble is None
            assert self.player.session.is_over == ended

    @precondition(lambda self: self.player is not None)
    @invariant()
    def journal_and_timeline_agree(self) -> None:
        assert self.player is not None
        played, entries = self.player.session, self.house.journal()
        assert plan_from(entries, self.planned).timeline() == played.timeline
        assert self.house.record().checkpoint_step == min(played.state.step, len(played.timeline.steps))
        results = set_results(entries)
        assert played.recorder.sets_done == sum(1 for result in results.values() if result.completed)
        for row in self.house.of(EntryKind.SET_ENDED):
            assert row["completed"] == (row["reps_done"] == row["reps_planned"])
        assert 0 <= played.state.credited_ms <= self.passed_ms

    def teardown(self) -> None:
        self._open.close()


def _covers(widget: QWidget) -> bool:
    return widget.isVisible() and widget.objectName().endswith("_overlay")


TestPlaying = pytest.mark.usefixtures("qapp")(Playing.TestCase)
TestPlaying.settings = settings(max_examples=EXAMPLES, stateful_step_count=STEPS)
