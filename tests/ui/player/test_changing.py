"""Another exercise in place of the present one: what is offered, what is carried over, what is kept."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from facet_desktop.domain.dose import Dose, Span, Tempo
from facet_desktop.domain.engine import Status
from facet_desktop.domain.exercise import Phase
from facet_desktop.domain.journal import EntryKind
from facet_desktop.domain.program import Prescription, ProgressionRule
from facet_desktop.domain.step import StepKind
from facet_desktop.domain.templates import prescribe
from facet_desktop.ui.player.next_card import NextCard
from tests.domain.sessions import STRETCH, session
from tests.ui.player.house import House

Key = Qt.Key
SHORT = Dose(sets=Span.of(2), reps=Span.of(3), rest_s=20, tempo=Tempo(2, 1, 2, 1))


def planned(house: House, slug: str, dose: Dose = SHORT, **changed: object) -> Prescription:
    item = prescribe(house.services.library.library.exercise(slug), f"id-{slug}", Phase.EARLY)
    return replace(item, dose=dose, **changed)  # type: ignore[arg-type]


def offers(house: House) -> list[tuple[str, str, str]]:
    """Why, name and dose of every exercise on the card."""
    overlay = house.page.actions_here.change
    cards = [card for card in overlay.findChildren(NextCard) if card.isVisible()]
    found = []
    for card in cards:
        model = card.model()
        assert model is not None
        found.append((card.accessibleName().split(":")[0], model.name, model.line))
    return found


def test_the_card_shows_every_way_with_its_dose_and_why(house: House) -> None:
    played = house.begin(session(planned(house, "segmental-bridge"), STRETCH))
    house.run(8000)
    house.press(Key.Key_C)

    assert played.state.status is Status.PAUSED
    assert offers(house) == [
        ("Easier", "Pelvic tilt", "2 × 3 × 3–5 s hold, on your back"),
        ("In its place", "Sit to stand", "2 × 3, sitting"),
        ("Harder, as your plan allows", "Neutral-spine bridge", "2 × 3, on your back"),
    ]
    assert house.page.actions_here.change.accessibleName() == "Instead of Segmental bridge"


def test_what_is_taken_goes_on_in_this_set_with_the_planned_amount_and_its_reason(house: House) -> None:
    played = house.begin(session(planned(house, "segmental-bridge"), STRETCH))
    house.run(8000)
    house.press(Key.Key_C)
    house.click("effort_0")  # the first reason: too hard
    house.press(Key.Key_2, on=house.page.actions_here.change)

    step = played.frame().step
    assert (step.exercise, step.kind, step.set_no, step.sets) == ("sit-to-stand", StepKind.PREPARE, 1, 2)
    assert played.state.status is Status.RUNNING
    (row,) = house.of(EntryKind.SWAPPED)
    assert (row["from"], row["to"]) == ("segmental-bridge", "sit-to-stand")
    assert (row["kind"], row["reason"], row["set_no"]) == ("substitute", "too-hard", 1)
    house.run(10_000 + 20_000)
    assert played.planned.items[0].dose.played_reps == 3


def test_the_reason_may_be_left_out(house: House) -> None:
    house.begin(session(planned(house, "segmental-bridge")))
    house.press(Key.Key_C)
    house.click("change_to_pelvic-tilt")

    (row,) = house.of(EntryKind.SWAPPED)
    assert (row["kind"], row["reason"]) == ("easier", "")


def test_escape_keeps_the_exercise_and_goes_on(house: House) -> None:
    played = house.begin(session(planned(house, "segmental-bridge")))
    house.run(8000)
    house.click("player_change")
    house.press(Key.Key_Escape, on=house.page.actions_here.change)

    assert played.state.status is Status.RUNNING
    assert played.frame().step.exercise == "segmental-bridge"
    assert house.of(EntryKind.SWAPPED) == []


def test_a_pause_stays_a_pause(house: House) -> None:
    played = house.begin(session(planned(house, "segmental-bridge")))
    house.press(Key.Key_Space, Key.Key_C)
    house.press(Key.Key_1, on=house.page.actions_here.change)

    assert played.frame().step.exercise == "pelvic-tilt"
    assert played.state.status is Status.PAUSED


@pytest.mark.parametrize(("pain", "is_offered"), [(2, True), (4, False)])
def test_a_harder_one_is_offered_where_the_plan_names_it_and_pain_allows(
    house: House, pain: int, is_offered: bool
) -> None:
    rule = ProgressionRule(harder="neutral-bridge", max_pain_nprs=3)
    house.begin(session(planned(house, "segmental-bridge", rule=rule), STRETCH))
    house.run(24_000)
    house.press(Key(Key.Key_0.value + pain), Key.Key_C)

    harder = [name for why, name, _ in offers(house) if why == "Harder, as your plan allows"]
    assert harder == (["Neutral-spine bridge"] if is_offered else [])


def test_conditions_leave_out_what_clashes_and_find_something_else(house: House) -> None:
    house.services.patients.set_conditions(house.patient.id, ("knee-replacement",))
    house.begin(session(planned(house, "cat-cow")))
    house.press(Key.Key_C)
    library = house.services.library.library
    names = {one.name: one for one in library.exercises()}

    found = offers(house)
    assert found
    for _, name, _ in found:
        assert "kneel" not in {tag.value for tag in names[name].precautions}


def test_a_condition_for_clinicians_alone_keeps_to_the_plan(house: House) -> None:
    slug = next(key for key, one in house.services.library.library.conditions.items() if one.clinician_only)
    house.services.patients.set_conditions(house.patient.id, (slug,))
    unnamed = planned(house, "segmental-bridge", rule=None, swap=None)
    house.begin(session(unnamed))
    assert not house.is_shown("player_change")
    house.press(Key.Key_C)

    assert offers(house) == []
    assert "Nothing else suits you" in house.page.actions_here.change.text.text()


def test_in_the_rest_before_an_exercise_the_change_is_about_that_one_and_the_rest_goes_on(
    house: House,
) -> None:
    played = house.begin(session(STRETCH, planned(house, "segmental-bridge")))
    while played.frame().step.kind is not StepKind.REST:
        house.run(1000)
    left_ms = played.frame().remaining_ms
    house.press(Key.Key_C)
    house.press(Key.Key_1, on=house.page.actions_here.change)

    assert played.frame().step.kind is StepKind.REST
    assert played.frame().remaining_ms == left_ms
    following = house.page.stage.rest.next.model()
    assert following is not None
    assert following.name == "Pelvic tilt"


def test_a_swap_survives_the_end_of_the_program(house: House) -> None:
    played = house.begin(session(planned(house, "segmental-bridge"), STRETCH))
    house.run(8000)
    house.press(Key.Key_E)
    house.clock.sleep(9_000_000)

    again = house.services.play.take_up(house.record().id)

    assert again.timeline == played.timeline
    assert again.frame().step.exercise == "pelvic-tilt"
