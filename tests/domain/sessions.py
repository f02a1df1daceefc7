"""Sessions that can be played: small, sound and random for property tests, and a few made by hand."""

from __future__ import annotations

from hypothesis import strategies as st

from facet_desktop.domain.breathing import BreathCode
from facet_desktop.domain.dose import Dose, Side, Span, Tempo
from facet_desktop.domain.program import PlannedSession, Prescription
from facet_desktop.domain.timeline import Pacing

PACING = Pacing(prepare_s=5, switch_s=4, between_exercises_s=10)


def item(
    name: str, dose: Dose, breath: BreathCode = BreathCode.FREE, group: str | None = None
) -> Prescription:
    """A prescription whose id and exercise are its name in lower case."""
    key = name.lower().replace(" ", "-")
    return Prescription(
        id=key, exercise=key, exercise_version=1, name=name, dose=dose, breath=breath, group=group
    )


def session(*items: Prescription) -> PlannedSession:
    """A session called Morning."""
    return PlannedSession(id="morning", name="Morning", items=items)


BRIDGE = item(
    "Bridge",
    Dose(sets=Span.of(2), reps=Span.of(3), rest_s=20, tempo=Tempo(2, 1, 2, 1)),
    BreathCode.EXHALE_ON_EFFORT,
)
STRETCH = item(
    "Stretch", Dose(sets=Span.of(1), hold_s=Span.of(30), side=Side.EACH, tempo=Tempo(3, 30, 3, 0)),
    BreathCode.STRETCH,
)  # fmt: skip
WALK = item("Walk", Dose())
BY_HAND = item("Squat", Dose(reps=Span.of(2), by_hand=True))

_whole = st.integers(0, 6).map(float)
_seconds = st.sampled_from((0.0, 0.25, 1.0, 1.001, 2.5, 4.0, 9.0))
_tempos = st.builds(Tempo, st.sampled_from((1.0, 2.0, 3.333)), _seconds, _seconds, _seconds)
_counts = st.integers(1, 3).map(Span.of)
_counted = st.builds(
    Dose, sets=_counts, reps=_counts, rest_s=_whole, tempo=st.none() | _tempos, side=st.sampled_from(Side)
)
_held = st.builds(
    Dose,
    sets=_counts,
    hold_s=st.sampled_from((0.5, 3.0, 20.0, 31.5)).map(Span.of),
    rest_s=_whole,
    tempo=st.none() | _tempos,
    side=st.sampled_from(Side),
)
timed_doses = _counted | _held
open_doses = st.sampled_from((Dose(), Dose(distance_m=Span.of(40)), Dose(reps=Span.of(2), by_hand=True)))


def _sessions(doses: st.SearchStrategy[Dose]) -> st.SearchStrategy[PlannedSession]:
    parts = st.tuples(doses, st.sampled_from(BreathCode), st.sampled_from((None, None, "circuit")))

    def build(rows: list[tuple[Dose, BreathCode, str | None]]) -> PlannedSession:
        items = (item(f"Exercise {n}", dose, code, group) for n, (dose, code, group) in enumerate(rows, 1))
        return session(*items)

    return st.lists(parts, min_size=1, max_size=4).map(build)


timed_sessions = _sessions(timed_doses)
"""Sessions in which the clock ends every step."""
any_sessions = _sessions(timed_doses | open_doses)
"""Sessions in which some steps wait for the person."""
pacings = st.builds(Pacing, _whole, _whole, _whole)
