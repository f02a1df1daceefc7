"""The traffic light in the player: what a rating says, offers, and does; and signs that end a session."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QWidget

from facet_desktop.domain.engine import PauseReason, Status
from facet_desktop.domain.journal import EntryKind
from facet_desktop.domain.pain import Thresholds
from facet_desktop.domain.step import StepKind
from facet_desktop.services.playing import PlayedSession
from facet_desktop.services.records import ScreenContext, SessionStatus
from facet_desktop.ui.player.verdict_card import VerdictCard
from facet_desktop.ui.widgets.banner import TintedIcon
from tests.domain.sessions import BRIDGE, STRETCH, item, session
from tests.ui.player.house import House

Key = Qt.Key
FIRST_REST_MS, LAST_REST_MS = 23_000, 60_500


def at_rest(house: House, before: int = 2) -> PlayedSession:
    """In the rest after the first set of the bridge, with that pain told before."""
    played = house.begin(session(BRIDGE, STRETCH))
    house.press(*(Key(Key.Key_0.value + before) for _ in range(1)))
    house.run(FIRST_REST_MS)
    assert played.frame().step.kind is StepKind.REST
    return played


def shown(house: House, place: str = "rest") -> tuple[str, str]:
    assert house.is_shown(f"{place}_verdict")
    return house.text(f"{place}_verdict_title"), house.text(f"{place}_verdict_text")


def offered(house: House, place: str = "rest") -> list[str]:
    card = house.page.findChild(VerdictCard, f"{place}_verdict")
    assert card is not None
    return [one.text() for one in card.findChildren(QAbstractButton) if one.isVisible()]


def sign_of(house: House, place: str = "rest") -> str:
    card = house.page.findChild(VerdictCard, f"{place}_verdict")
    assert card is not None
    icon = card.findChild(TintedIcon)
    assert icon is not None
    return icon.icon_name()


def test_green_says_nothing_and_the_rest_goes_on(house: House) -> None:
    played = at_rest(house)
    house.press(Key.Key_3)

    assert not house.is_shown("rest_verdict")
    assert played.state.status is Status.RUNNING


def test_amber_says_why_and_lowers_the_dose_when_asked(house: House) -> None:
    played = at_rest(house)
    house.press(Key.Key_4)

    title, text = shown(house)
    assert title == "Take a little care"
    assert "You said 4. Up to 3 is fine. That is 2 more than before." in text
    assert "2 repetitions a set instead of 3 for the rest of Bridge." in text
    assert (offered(house), sign_of(house)) == (["Do less"], "triangle-alert")
    house.click("rest_light_lower")

    assert "Changed. Bridge: 2 repetitions a set instead of 3." in shown(house)[1]
    assert offered(house) == []
    assert played.frame().step.kind is StepKind.REST
    assert played.state.status is Status.RUNNING
    (note,) = house.of(EntryKind.HURTS)
    assert (note["answer"], note["zone"], note["pain_nprs"]) == ("lower", "amber", 4)
    assert note["reason"] == "level+rise"
    house.run(25_000)
    assert (played.frame().step.set_no, played.frame().step.reps) == (2, 2)


def test_doing_less_needs_one_key_and_only_where_it_is_offered(house: House) -> None:
    played = at_rest(house)
    house.press(Key.Key_L)
    assert max(step.reps for step in played.timeline.steps) == 3
    house.press(Key.Key_4, Key.Key_L, Key.Key_L)

    assert len(house.of(EntryKind.SWAPPED)) == 1
    assert played.planned.items[0].dose.played_reps == 2


def test_red_waits_says_why_and_offers_the_ways_out(house: House) -> None:
    library = house.services.library.library
    bridge = library.exercise("segmental-bridge")
    played = house.begin(session(item("Segmental bridge", bridge.dose)))
    while played.frame().step.kind is not StepKind.REST:
        house.run(1000)
    house.press(Key.Key_6)

    title, text = shown(house)
    assert title == "This is too much for now"
    assert "You said 6. Above 5 is more than your back should bear." in text
    assert offered(house) == [
        "Easier: Pelvic tilt", "Skip it", "Stop here", "Warning signs",
    ]  # fmt: skip
    assert sign_of(house) == "octagon-alert"
    assert played.state.pause_reason is PauseReason.HURTS
    house.click("rest_light_easier")

    assert played.frame().step.exercise == "pelvic-tilt"
    assert played.state.status is Status.RUNNING
    (swap,) = house.of(EntryKind.SWAPPED)
    assert (swap["kind"], swap["reason"], swap["to"]) == ("easier", "hurts", "pelvic-tilt")


def test_red_and_skip_goes_on_with_the_next_exercise(house: House) -> None:
    played = at_rest(house)
    house.press(Key.Key_6)
    house.click("rest_light_skip")

    assert (played.frame().step.name, played.state.status) == ("Stretch", Status.RUNNING)
    assert house.of(EntryKind.HURTS)[0]["answer"] == "skip"


def test_from_seven_on_only_stopping_is_offered(house: House) -> None:
    at_rest(house)
    house.press(Key.Key_7)

    title, text = shown(house)
    assert title == "Please stop for today"
    assert "From 7 on it is better to stop" in text
    assert offered(house) == ["Stop here", "Warning signs"]
    house.click("rest_light_stop")

    assert house.record().status is SessionStatus.STOPPED
    assert house.is_shown("done_title")


def test_whoever_usually_has_much_pain_is_judged_by_the_change(house: House) -> None:
    for _ in range(4):
        house.services.pain.rate(house.patient.id, 5)
        house.clock.jump(86_400_000)
    house.services.pain.rate(house.patient.id, 5)
    house.begin(session(BRIDGE, STRETCH))
    house.run(FIRST_REST_MS)
    house.press(Key.Key_6)
    assert not house.is_shown("rest_verdict")
    house.press(Key.Key_7)

    assert "From 7 on" in shown(house)[1]


def test_the_limits_of_the_settings_decide(house: House) -> None:
    house.services.settings.change(thresholds=Thresholds(green_max=1, amber_max=2))
    at_rest(house, before=2)
    house.press(Key.Key_3)

    assert "You said 3. Above 2" in shown(house)[1]


def test_a_corrected_rating_is_judged_again(house: House) -> None:
    at_rest(house)
    house.press(Key.Key_5)
    assert house.is_shown("rest_verdict")
    house.press(Key.Key_2)

    assert not house.is_shown("rest_verdict")


def test_before_the_next_exercise_less_and_easier_are_about_that_one(house: House) -> None:
    played = at_rest(house)
    house.run(LAST_REST_MS - FIRST_REST_MS)
    house.press(Key.Key_4)
    assert "21 s instead of 30 s in Stretch, which comes next." in shown(house)[1]
    house.click("rest_light_lower")

    assert played.frame().step.kind is StepKind.REST
    assert house.page.stage.rest.next.model().line == "21 s each side"  # type: ignore[union-attr]


def test_it_hurts_judges_the_rating_too(house: House) -> None:
    played = house.begin(session(BRIDGE, STRETCH))
    house.run(8000)
    house.press(Key.Key_H)
    hurts = house.page.actions_here.hurts
    house.press(Key.Key_5, on=hurts)
    assert shown(house, "hurts")[0] == "Take a little care"
    assert house.is_shown("hurts_go-on")
    house.press(Key.Key_8, on=hurts)

    assert shown(house, "hurts")[0] == "Please stop for today"
    for answer in ("go-on", "lower", "easier", "skip"):
        assert not house.is_shown(f"hurts_{answer}")
    house.click("hurts_stop")
    assert played.is_over
    assert house.of(EntryKind.HURTS)[0]["pain_nprs"] == 8


def test_something_new_stops_locks_and_leads_to_what_to_do(house: House) -> None:
    played = house.begin(session(BRIDGE, STRETCH))
    house.run(8000)
    house.press(Key.Key_H)
    house.click("hurts_warning-sign")
    boxes = house.page.actions_here.signs.findChildren(QCheckBox)
    assert boxes[0].objectName() == "sign_leg-new"
    assert "sign_inflammatory" not in [box.objectName() for box in boxes]
    stop = house.page.findChild(QWidget, "signs_stop")
    assert stop is not None
    assert not stop.isEnabled()
    boxes[0].click()
    house.click("signs_stop")

    assert played.state.status is Status.STOPPED
    (head,) = house.closed
    assert head is not None
    journal = house.folder.store.sessions.journal(head.id)
    (note,) = [dict(one.data) for one in journal if one.kind is EntryKind.HURTS]
    assert (note["answer"], note["reason"], note["signs"]) == ("warning-sign", "new-symptom", "leg-new")
    lock = house.services.safety.lock(house.patient.id)
    assert lock is not None
    assert [flag.slug for flag in lock.raised] == ["leg-new"]
    kept = house.folder.store.safety.last_screening(house.patient.id)
    assert kept is not None
    assert kept.context is ScreenContext.DURING_SESSION


def test_every_sign_in_a_session_is_one_that_locks(house: House) -> None:
    house.begin(session(BRIDGE))
    presenter = house.page.presenter
    assert presenter is not None
    offered = [flag.slug for flag in presenter.signs()]
    for slug in offered:
        assert house.services.safety.answer(house.patient.id, {slug: True}, ScreenContext.WEEKLY).locks
    assert len(offered) == 13


def test_none_of_these_leaves_the_session_standing(house: House) -> None:
    played = house.begin(session(BRIDGE))
    house.run(8000)
    house.press(Key.Key_H)
    house.click("hurts_warning-sign")
    house.press(Key.Key_Escape, on=house.page.actions_here.signs)

    assert played.state.pause_reason is PauseReason.HURTS
    assert house.services.safety.lock(house.patient.id) is None


@pytest.mark.parametrize(("pain", "actions"), [(4, []), (6, ["Warning signs"])])
def test_after_the_session_a_rating_says_what_it_means(house: House, pain: int, actions: list[str]) -> None:
    house.begin(session(BRIDGE))
    house.press(Key.Key_3)
    house.run(100_000)
    house.press(Key(Key.Key_0.value + pain))

    assert f"You said {pain}." in shown(house, "done")[1]
    assert offered(house, "done") == actions


def test_something_new_can_be_told_after_any_session(house: House) -> None:
    house.begin(session(BRIDGE))
    house.run(100_000)
    signs = house.page.findChild(QAbstractButton, "done_signs")
    assert signs is not None
    signs.click()
    house.page.actions_here.signs.findChildren(QCheckBox)[0].click()
    house.click("signs_stop")

    assert house.services.safety.lock(house.patient.id) is not None
    assert len(house.closed) == 1


def test_signs_after_the_session_lead_to_what_to_do_as_well(house: House) -> None:
    house.begin(session(BRIDGE))
    house.run(100_000)
    house.press(Key.Key_9)
    house.click("done_light_warning-sign")
    house.page.actions_here.signs.findChildren(QCheckBox)[0].click()
    house.click("signs_stop")

    assert house.services.safety.lock(house.patient.id) is not None
    (head,) = house.closed
    assert head is not None
    assert head.status is SessionStatus.FINISHED
    assert head.pain_after_nprs == 9
