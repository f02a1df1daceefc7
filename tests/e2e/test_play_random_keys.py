"""Whatever is pressed, and whatever the clocks do, journal and session agree and nothing breaks."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from facet_desktop.domain.journal import EntryKind, set_results
from facet_desktop.services.records import SessionStatus
from tests.domain.sessions import BRIDGE, BY_HAND, STRETCH, session
from tests.ui.player.house import House, open_house

Key = Qt.Key
ASKED_FOR = settings.get_profile(settings.get_current_profile_name()).max_examples
EXAMPLES = ASKED_FOR if ASKED_FOR > 100 else 25
"""A few each time; with `--hypothesis-profile=search` as many as that asks for."""
KEYS = (
    Key.Key_Space, Key.Key_Right, Key.Key_Left, Key.Key_Plus, Key.Key_E, Key.Key_H, Key.Key_M, Key.Key_Escape,
    Key.Key_F1, Key.Key_1, Key.Key_0, Key.Key_7, Key.Key_Tab, Key.Key_Return, Key.Key_F, Key.Key_A, Key.Key_W,
    Key.Key_P,
)  # fmt: skip
happenings = st.one_of(
    st.tuples(st.just("press"), st.sampled_from(range(len(KEYS)))),
    st.tuples(st.just("run"), st.integers(0, 12_000)),
    st.tuples(st.just("sleep"), st.integers(0, 10_000_000)),
    st.tuples(st.just("jump"), st.integers(-10_000_000, 10_000_000)),
)


@settings(max_examples=EXAMPLES)
@given(course=st.lists(happenings, max_size=25))
def test_random_keys_and_clocks_never_break_a_session(
    qapp: QApplication, tmp_path_factory: pytest.TempPathFactory, course: list[tuple[str, int]]
) -> None:
    folder = tmp_path_factory.mktemp("keys")
    with open_house(qapp, folder / "data") as house:
        house.begin(session(BRIDGE, STRETCH, BY_HAND))
        for what, number in course:
            _happen(house, what, number)
        _check(house)


def _happen(house: House, what: str, number: int) -> None:
    match what:
        case "press":
            house.press(KEYS[number], on=QApplication.focusWidget() or house.page)
        case "run":
            house.run(number, frame_ms=400)
        case "sleep":
            house.clock.sleep(number)
        case _:
            house.clock.jump(number)


def _check(house: House) -> None:
    entries = house.journal()
    assert [entry.seq for entry in entries] == list(range(1, len(entries) + 1))
    presenter = house.page.presenter
    if presenter is None:
        assert house.record().status is not SessionStatus.RUNNING
        return
    stored = house.folder.store.sessions.get(house.record().id)
    assert stored is not None
    state = presenter.session.state
    assert stored.checkpoint_step == min(state.step, len(presenter.session.timeline.steps) - 1)
    assert (stored.status is SessionStatus.RUNNING) == (not presenter.session.is_over)
    assert presenter.trouble is None
    done = sum(1 for result in set_results(entries).values() if result.completed)
    assert presenter.session.recorder.sets_done == done
    kinds = {entry.kind for entry in entries}
    ended = bool(kinds & {EntryKind.FINISHED, EntryKind.STOPPED})
    assert ended == presenter.session.is_over
