"""Answers and attempts: what is kept at once, what waits, and what is never done twice."""

import pytest

from facet_desktop.domain.errors import StorageError, Trouble
from facet_desktop.domain.pain import PainContext
from facet_desktop.ui.player.answers import Answers, PainAnswer
from facet_desktop.ui.player.attempts import Attempts


def answer(pain_nprs: int, at_ms: int = 0, context: PainContext = PainContext.AFTER) -> PainAnswer:
    return PainAnswer(pain_nprs, context, None, at_ms)


class Disk:
    def __init__(self) -> None:
        self.kept: list[str] = []
        self.is_full = False

    def keep(self, what: object) -> None:
        if self.is_full:
            raise StorageError(Trouble.FULL, "told to fail")
        self.kept.append(str(what.pain_nprs if isinstance(what, PainAnswer) else what))


@pytest.fixture
def disk() -> Disk:
    return Disk()


def test_an_answer_is_kept_at_once(disk: Disk) -> None:
    Answers(disk.keep).give(answer(7))

    assert disk.kept == ["7"]


def test_a_one_waits_a_second_for_its_zero(disk: Disk) -> None:
    answers = Answers(disk.keep)
    answers.give(answer(1))
    answers.settle(1000)
    assert disk.kept == []

    answers.settle(1001)
    answers.settle(5000)

    assert disk.kept == ["1"]


def test_another_answer_to_the_same_question_replaces_a_waiting_one(disk: Disk) -> None:
    answers = Answers(disk.keep)
    answers.give(answer(1))
    answers.give(answer(10, 300))

    assert disk.kept == ["10"]


def test_a_waiting_answer_to_another_question_is_kept_first(disk: Disk) -> None:
    answers = Answers(disk.keep)
    answers.give(answer(1, context=PainContext.BEFORE))
    answers.give(answer(4, 300))

    assert disk.kept == ["1", "4"]


def test_an_answer_that_could_not_be_kept_goes_on_waiting(disk: Disk) -> None:
    answers = Answers(disk.keep)
    disk.is_full = True
    with pytest.raises(StorageError):
        answers.give(answer(5))

    disk.is_full = False
    answers.flush()

    assert disk.kept == ["5"]


def test_what_was_done_before_the_trouble_is_not_done_again(disk: Disk) -> None:
    attempts = Attempts()

    def fill() -> None:
        disk.is_full = True

    worked = attempts.run(
        "skip", lambda: disk.keep("a"), fill, lambda: disk.keep("b"), lambda: disk.keep("c")
    )
    assert (worked, attempts.trouble, disk.kept) == (False, Trouble.FULL, ["a"])

    disk.is_full = False

    assert attempts.again()
    assert (attempts.trouble, disk.kept) == (None, ["a", "b", "c"])


def test_the_same_wish_again_is_one_wish(disk: Disk) -> None:
    attempts = Attempts()
    disk.is_full = True
    attempts.run("skip", lambda: disk.keep("skip"))
    attempts.run("skip", lambda: disk.keep("skip"))
    disk.is_full = False

    attempts.run("skip", lambda: disk.keep("skip"))

    assert disk.kept == ["skip"]


def test_another_wish_comes_after_the_one_that_waits(disk: Disk) -> None:
    attempts = Attempts()
    disk.is_full = True
    attempts.run("effort", lambda: disk.keep("effort"))
    disk.is_full = False

    attempts.run("resume", lambda: disk.keep("resume"))

    assert disk.kept == ["effort", "resume"]


def test_a_defect_of_the_program_is_not_swallowed() -> None:
    with pytest.raises(ZeroDivisionError):
        Attempts().run("x", lambda: 1 // 0)
