"""What a program asks for, computed while it is edited: loads, equipment, minutes a week, cautions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, TypeVar

from facet_desktop.domain.condition import Caution, Condition, cautions
from facet_desktop.domain.exercise import Exercise, Load, Precaution
from facet_desktop.domain.values import frozen

if TYPE_CHECKING:
    from facet_desktop.domain.editing.timing import SessionTimer, SessionTimes
    from facet_desktop.domain.program import PlannedSession, ProgramPhase

Key = TypeVar("Key")
Find = Callable[[str], Exercise | None]


def load_s(session: PlannedSession, times: SessionTimes, find: Find) -> dict[Load, int]:
    """Whole seconds of a session by direction of load; they add up to the length of the session.

    An exercise with two directions counts half for each. Exercises missing from the library count as neutral.
    """
    return _shared_out(session, times, lambda slug: _loads(find(slug)))


def region_s(session: PlannedSession, times: SessionTimes, find: Find) -> dict[str, int]:
    """Whole seconds of a session by what is trained; exercises that name nothing are not counted."""

    def targets(slug: str) -> tuple[str, ...]:
        exercise = find(slug)
        return exercise.targets if exercise is not None else ()

    return _shared_out(session, times, targets)


def week_ms(phase: ProgramPhase, timer: SessionTimer) -> int:
    """Planned milliseconds of a week of a phase."""
    return sum(
        timer.times(session).total_ms * session.schedule.times_per_day * len(session.schedule.weekdays)
        for session in phase.sessions
    )


def equipment(session: PlannedSession, find: Find) -> tuple[str, ...]:
    """Everything a session needs, each thing once, in order of first use."""
    needed: dict[str, None] = {}
    for slug in dict.fromkeys(item.exercise for item in session.items):
        exercise = find(slug)
        needed.update(dict.fromkeys(exercise.equipment if exercise is not None else ()))
    return tuple(needed)


@frozen
class Warnings:
    """What the conditions of a person say about one exercise: tags to avoid, tags to ease, and why."""

    avoid: frozenset[Precaution]
    ease: frozenset[Precaution]
    reasons: tuple[Caution, ...]

    def __bool__(self) -> bool:
        return bool(self.avoid or self.ease)


def warnings(exercise: Exercise | None, conditions: Iterable[Condition]) -> Warnings:
    """The warnings for an exercise; none for an exercise that the library does not know."""
    if exercise is None:
        return Warnings(frozenset(), frozenset(), ())
    found = tuple(one for one in cautions(exercise, conditions) if one.avoid or one.ease)
    avoid = frozenset[Precaution]().union(*(one.avoid for one in found))
    ease = frozenset[Precaution]().union(*(one.ease for one in found)) - avoid
    return Warnings(avoid, ease, found)


def _loads(exercise: Exercise | None) -> tuple[Load, ...]:
    return exercise.loads if exercise is not None and exercise.loads else (Load.NEUTRAL,)


def _shared_out(
    session: PlannedSession, times: SessionTimes, keys: Callable[[str], tuple[Key, ...]]
) -> dict[Key, int]:
    spent_ms: defaultdict[str, int] = defaultdict(int)
    for item, item_ms in zip(session.items, times.item_ms, strict=True):
        spent_ms[item.exercise] += item_ms
    exact: defaultdict[Key, float] = defaultdict(float)
    for slug, exercise_ms in spent_ms.items():
        found = keys(slug)
        for key in found:
            exact[key] += exercise_ms / len(found)
    return _whole_seconds(exact, -(-times.total_ms // 1000))


def _whole_seconds(exact_ms: Mapping[Key, float], total_s: int) -> dict[Key, int]:
    """Whole seconds near `exact_ms` that add up to `total_s`; the largest remainders are rounded up."""
    floors = {key: int(value // 1000) for key, value in exact_ms.items()}
    left = total_s - sum(floors.values()) if floors else 0
    by_remainder = sorted(exact_ms, key=lambda key: exact_ms[key] % 1000, reverse=True)
    for key in by_remainder[: max(0, left)]:
        floors[key] += 1
    return {key: value for key, value in sorted(floors.items(), key=lambda pair: -pair[1]) if value}
