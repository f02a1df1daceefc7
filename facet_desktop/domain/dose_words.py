"""The words of a typed dose ("3x10", "r45", "3-2-4") and what each one says."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from enum import StrEnum
from re import Match

from facet_desktop.domain.dose import Side, Span, Tempo
from facet_desktop.domain.values import frozen

Value = Span | Tempo | Side | float | bool
Given = dict[str, Value]


class WordKind(StrEnum):
    """What a word of a typed line is about."""

    NAME = "name"
    AMOUNT = "amount"
    """Sets, repetitions, hold or distance."""
    HOLD = "hold"
    REST = "rest"
    TEMPO = "tempo"
    SIDE = "side"
    FREQUENCY = "frequency"
    UNKNOWN = "unknown"


@frozen
class Word:
    """A word with its place in the text (`end` is just behind it) and the fields that it sets."""

    kind: WordKind
    start: int
    end: int
    text: str
    given: Mapping[str, Value]


_NUMBER = r"\d+(?:[.,]\d+)?"
_SPAN = rf"({_NUMBER})(?:[-\u2013]({_NUMBER}))?"
_TIMES = r"[x\u00d7*]"
_TIME_UNIT = r"(s|sec|secs|min|mins)"
_METRES = r"m"

_SPLIT = re.compile(
    rf"\d[\d.,\u2013-]*(?:\s*{_TIMES}\s*\d[\d.,\u2013-]*)*\s*(?:reps?|sets?|secs?|s|mins?|m)(?!\S)"
    rf"|\d[\d.,\u2013-]*(?:\s+{_TIMES}\s+\d[\d.,\u2013-]*)+(?!\S)"
    r"|\S+",
    re.IGNORECASE,
)


def _value(text: str) -> float:
    return float(text.replace(",", "."))


def _span(low: str, high: str | None, factor: float = 1) -> Span:
    start = _value(low) * factor
    return Span(start, _value(high) * factor if high is not None else start)


def _factor(unit: str | None) -> float:
    return 60 if unit is not None and unit.startswith("min") else 1


def _tempo(found: Match[str]) -> Given:
    up, hold, down, pause = (_value(part) if part is not None else 0.0 for part in found.groups())
    return {"tempo": Tempo(up, hold, down, pause)}


def _sets_reps_hold(found: Match[str]) -> Given:
    sets, reps = _span(found[1], found[2]), _span(found[3], found[4])
    return {"sets": sets, "reps": reps, "hold_s": _span(found[5], found[6], _factor(found[7]))}


def _sets_hold(found: Match[str]) -> Given:
    hold = _span(found[3], found[4], _factor(found[5]))
    return {"sets": _span(found[1], found[2]), "hold_s": hold, "hold_alone": True}


def _sets_distance(found: Match[str]) -> Given:
    return {"sets": _span(found[1], found[2]), "distance_m": _span(found[3], found[4])}


def _sets_reps(found: Match[str]) -> Given:
    return {"sets": _span(found[1], found[2]), "reps": _span(found[3], found[4])}


def _hold_alone(found: Match[str]) -> Given:
    return {"hold_s": _span(found[1], found[2], _factor(found[3])), "hold_alone": True}


def _one(field: str) -> Callable[[Match[str]], Given]:
    return lambda found: {field: _span(found[1], found[2])}


def _hold(found: Match[str]) -> Given:
    return {"hold_s": _span(found[1], found[2], _factor(found[3]))}


def _rest(found: Match[str]) -> Given:
    if found[1] is not None:
        return {"rest_s": float(int(found[1]) * 60 + int(found[2]))}
    return {"rest_s": _value(found[3]) * _factor(found[4])}


def _always(field: str, value: Value) -> Callable[[Match[str]], Given]:
    return lambda _: {field: value}


_RULES: tuple[tuple[WordKind, re.Pattern[str], Callable[[Match[str]], Given]], ...] = tuple(
    (kind, re.compile(pattern), given)
    for kind, pattern, given in (
        (WordKind.TEMPO, rf"({_NUMBER})-({_NUMBER})-({_NUMBER})(?:-({_NUMBER}))?", _tempo),
        (WordKind.AMOUNT, rf"{_SPAN}{_TIMES}{_SPAN}{_TIMES}{_SPAN}{_TIME_UNIT}?", _sets_reps_hold),
        (WordKind.AMOUNT, rf"{_SPAN}{_TIMES}{_SPAN}{_TIME_UNIT}", _sets_hold),
        (WordKind.AMOUNT, rf"{_SPAN}{_TIMES}{_SPAN}{_METRES}", _sets_distance),
        (WordKind.AMOUNT, rf"{_SPAN}{_TIMES}{_SPAN}(?:reps?)?", _sets_reps),
        (WordKind.AMOUNT, rf"{_TIMES}?{_SPAN}(?:reps?)?", _one("reps")),
        (WordKind.AMOUNT, rf"{_SPAN}{_TIME_UNIT}", _hold_alone),
        (WordKind.AMOUNT, rf"{_SPAN}{_METRES}", _one("distance_m")),
        (WordKind.AMOUNT, rf"{_SPAN}sets?", _one("sets")),
        (WordKind.AMOUNT, r"free", _always("free", True)),
        (WordKind.HOLD, rf"h(?:old)?{_SPAN}{_TIME_UNIT}?", _hold),
        (WordKind.REST, rf"r(?:est)?(?:(\d+):(\d\d)|({_NUMBER}){_TIME_UNIT}?)", _rest),
        (WordKind.SIDE, r"each|/side|each-side", _always("side", Side.EACH)),
        (WordKind.SIDE, r"alt|alternate|alternating", _always("side", Side.ALTERNATING)),
        (WordKind.SIDE, r"both", _always("side", Side.BOTH)),
        (WordKind.FREQUENCY, rf"{_SPAN}(?:x)?/(?:d|day)", _one("times_per_day")),
        (WordKind.FREQUENCY, rf"{_SPAN}(?:x)?/(?:w|wk|week)", _one("days_per_week")),
        (WordKind.FREQUENCY, r"byhand", _always("by_hand", True)),
    )
)


def split_words(text: str, *, has_name: bool) -> tuple[Word, ...]:
    """The words of a typed line. With `has_name` the words before the first dose word are its name."""
    words: list[Word] = []
    in_name = has_name
    for place, found in enumerate(_SPLIT.finditer(text)):
        kind, given = _meaning("".join(found.group().split()).lower())
        is_first = has_name and place == 0
        in_name = in_name and (is_first or kind is WordKind.UNKNOWN)
        if in_name:
            kind, given = WordKind.NAME, {}
        words.append(Word(kind, found.start(), found.end(), found.group(), given))
    return tuple(words)


def _meaning(word: str) -> tuple[WordKind, Given]:
    for kind, pattern, given in _RULES:
        found = pattern.fullmatch(word)
        if found is not None:
            return kind, given(found)
    return WordKind.UNKNOWN, {}
