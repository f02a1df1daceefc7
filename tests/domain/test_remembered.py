"""Answers are found again by the object itself."""

from __future__ import annotations

from facet_desktop.domain.dose import Span
from facet_desktop.domain.remembered import MAX_KEPT, Remembered


def test_each_object_is_asked_about_once() -> None:
    asked: list[Span] = []

    def ask(span: Span) -> int:
        asked.append(span)
        return len(asked)

    remembered = Remembered(ask)
    one, equal = Span.of(1), Span.of(1)
    assert [remembered(one), remembered(equal), remembered(one)] == [1, 2, 1]
    remembered.forget()
    assert remembered(one) == 3


def test_no_answer_is_mistaken_for_that_of_an_object_that_is_gone() -> None:
    remembered: Remembered[Span, float] = Remembered(lambda span: span.low)
    assert all(remembered(Span.of(number)) == number for number in range(MAX_KEPT * 2 + 1))
