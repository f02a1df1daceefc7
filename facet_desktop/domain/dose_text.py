"""A dose typed in one go: "bridge 3x10 r45 3-2-4", "plank 4x20s each".

Words stand apart by spaces; numbers take "." or ",", ranges "-" ("3x8-12"):

* `3x10` sets and repetitions, `4x20s` sets and hold, `3x10x5s` sets, repetitions and hold, `2x400m` sets and
  distance; `12`, `30s`, `2min`, `400m` and `3sets` say one of them alone; `free` names no amount;
* `h5` hold of each repetition, `r45` or `r1:30` rest, `3-2-4` or `3-2-4-1` tempo (up, hold, down, pause);
* `each`, `alt` or `both` sides; `2/day`, `3/week`; `byhand` for repetitions counted by the person.

The first word always belongs to the name, so that an exercise may be called "90-90".
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from facet_desktop.domain.dose import Dose, Side, Span, Tempo
from facet_desktop.domain.dose_words import Value, Word, WordKind, split_words
from facet_desktop.domain.errors import mark
from facet_desktop.domain.values import frozen

_PLAIN = ("sets", "rest_s", "side", "times_per_day", "days_per_week", "by_hand")
_FIELD_WORDS = {
    "sets": mark("sets"),
    "reps": mark("repetitions"),
    "hold_s": mark("seconds of hold"),
    "distance_m": mark("metres"),
    "rest_s": mark("the rest"),
    "tempo": mark("the tempo"),
    "times_per_day": mark("times a day"),
    "days_per_week": mark("days a week"),
}
_HINTS = {
    "rest": mark("Write the rest as one word, such as r45."),
    "hold": mark("Write the hold as one word, such as h5."),
    "tempo": mark("Write the tempo as three numbers, such as 3-2-4."),
    "side": mark("Write each for one side after the other, or alt for turns."),
    "sides": mark("Write each for one side after the other, or alt for turns."),
}


@frozen
class TextProblem:
    """What is wrong with a part of the text. `message` may hold {names} filled from `values`."""

    start: int
    end: int
    message: str
    values: dict[str, str]

    def __str__(self) -> str:
        return self.message.format(**self.values)


@frozen
class TypedLine:
    """A typed line, taken apart. Its problems are those of spelling; `check` finds unsound numbers too."""

    text: str
    words: tuple[Word, ...]
    problems: tuple[TextProblem, ...]

    @property
    def name(self) -> str:
        """The words before the dose."""
        return " ".join(word.text for word in self.words if word.kind is WordKind.NAME)

    @property
    def has_dose(self) -> bool:
        """Whether any part of a dose was typed."""
        return any(word.given for word in self.words)

    def missing(self) -> tuple[WordKind, ...]:
        """Kinds of words that could still be typed, in the order in which people type them."""
        typed = {word.kind for word in self.words}
        order = (WordKind.AMOUNT, WordKind.REST, WordKind.TEMPO, WordKind.SIDE)
        return tuple(kind for kind in order if kind not in typed)

    def applied_to(self, dose: Dose) -> Dose:
        """The dose with what was typed put in place; parts that were not typed stay.

        An amount replaces another kind of amount: "4x20s" over ten repetitions means holds, not both.
        """
        given = {name: value for word in self.words for name, value in word.given.items()}
        changed = replace(dose, **_amount(dose, given))
        changed = replace(changed, **_tempo(changed, given))
        plain: dict[str, Any] = {name: given[name] for name in _PLAIN if name in given}
        return replace(changed, **plain)


def parse_line(text: str) -> TypedLine:
    """A line that begins with the name of an exercise."""
    return _parsed(text, has_name=True)


def parse_dose(text: str) -> TypedLine:
    """A line that is a dose and nothing else."""
    return _parsed(text, has_name=False)


def check(line: TypedLine, base: Dose) -> tuple[TextProblem, ...]:
    """Everything that keeps the line from being used over `base`: spelling first, then unsound numbers."""
    found = list(line.problems)
    for field, reason in line.applied_to(base).problems():
        word = next((one for one in line.words if field in one.given), None)
        start, end = (word.start, word.end) if word is not None else (0, len(line.text))
        text = word.text if word is not None else line.text.strip()
        values = {"word": text, "field": _FIELD_WORDS.get(field, field), "reason": reason}
        found.append(TextProblem(start, end, mark("\u201c{word}\u201d: {field} {reason}."), values))
    return tuple(found)


def format_dose(dose: Dose) -> str:
    """The text of a dose. Parsed and applied to a plain `Dose()`, it gives the same dose again."""
    words = [_amount_text(dose)]
    if dose.rest_s != Dose().rest_s or dose.sets.high > 1:
        words.append(f"r{_number(dose.rest_s)}")
    if dose.tempo is not None:
        words.append(_tempo_text(dose.tempo))
    if dose.side is not Side.BOTH:
        words.append("each" if dose.side is Side.EACH else "alt")
    if dose.times_per_day != Span(1, 1):
        words.append(f"{_span(dose.times_per_day)}/day")
    if dose.days_per_week != Span(7, 7):
        words.append(f"{_span(dose.days_per_week)}/week")
    if dose.by_hand:
        words.append("byhand")
    return " ".join(words)


def _parsed(text: str, *, has_name: bool) -> TypedLine:
    words = split_words(text, has_name=has_name)
    problems: list[TextProblem] = []
    said: set[str] = set()
    for word in words:
        if word.kind is WordKind.UNKNOWN:
            problems.append(_unknown(word))
        elif not said.isdisjoint(word.given):
            message = mark("\u201c{word}\u201d says something a second time.")
            problems.append(TextProblem(word.start, word.end, message, {"word": word.text}))
        said.update(word.given)
    return TypedLine(text, words, tuple(problems))


def _unknown(word: Word) -> TextProblem:
    general = mark("\u201c{word}\u201d is not understood. A dose reads like 3x10 r45 3-2-4 or 4x20s each.")
    message = _HINTS.get(word.text.lower(), general)
    return TextProblem(word.start, word.end, message, {"word": word.text})


def _amount(dose: Dose, given: dict[str, Value]) -> dict[str, Any]:
    if "free" in given:
        return {"reps": None, "hold_s": None, "distance_m": None}
    if "reps" in given:
        kept = dose.hold_s if dose.reps is not None else None
        return {"reps": given["reps"], "hold_s": given.get("hold_s", kept), "distance_m": None}
    if "distance_m" in given:
        return {"reps": None, "hold_s": None, "distance_m": given["distance_m"]}
    if "hold_s" in given:
        reps = None if "hold_alone" in given else dose.reps
        return {"reps": reps, "hold_s": given["hold_s"], "distance_m": None}
    return {}


def _tempo(dose: Dose, given: dict[str, Value]) -> dict[str, Any]:
    """A typed tempo says the hold as well, unless a hold was typed beside it."""
    if "tempo" not in given:
        return {}
    keeps_hold = dose.reps is None or "hold_s" in given
    return {"tempo": given["tempo"], "hold_s": dose.hold_s if keeps_hold else None}


def _amount_text(dose: Dose) -> str:
    sets = _span(dose.sets)
    if dose.reps is not None and dose.hold_s is not None:
        return f"{sets}x{_span(dose.reps)}x{_span(dose.hold_s)}s"
    if dose.reps is not None:
        return f"{sets}x{_span(dose.reps)}"
    if dose.hold_s is not None:
        return f"{sets}x{_span(dose.hold_s)}s"
    if dose.distance_m is not None:
        return f"{sets}x{_span(dose.distance_m)}m"
    return f"{sets}sets free"


def _tempo_text(tempo: Tempo) -> str:
    parts = [tempo.up_s, tempo.hold_s, tempo.down_s]
    if tempo.pause_s:
        parts.append(tempo.pause_s)
    return "-".join(_number(part) for part in parts)


def _span(span: Span) -> str:
    return f"{_number(span.low)}-{_number(span.high)}" if span.is_range else _number(span.low)


def _number(value: float) -> str:
    """A number without exponent and without needless decimals."""
    return str(int(value)) if value == int(value) else repr(value)
