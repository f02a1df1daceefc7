"""Random programs for property tests, sound and unsound ones alike."""

from hypothesis import strategies as st

from facet_desktop.domain.breathing import BreathCode
from facet_desktop.domain.dose import Dose, Side, Span, Tempo
from facet_desktop.domain.exercise import Phase
from facet_desktop.domain.program import (
    Gate,
    PlannedSession,
    Prescription,
    Program,
    ProgramPhase,
    ProgressionRule,
    Schedule,
)

ids = st.uuids(version=4).map(str)
texts = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=12)
counts = st.integers(0, 500)
seconds = st.floats(0, 4000, allow_nan=False).map(lambda value: round(value, 3)) | counts
spans = st.builds(Span, seconds, seconds)
doses = st.builds(
    Dose,
    sets=spans,
    reps=st.none() | spans,
    hold_s=st.none() | spans,
    distance_m=st.none() | spans,
    rest_s=seconds,
    tempo=st.none() | st.builds(Tempo, seconds, seconds, seconds, seconds),
    side=st.sampled_from(Side),
    times_per_day=spans,
    days_per_week=spans,
    by_hand=st.booleans(),
)
rules = st.builds(ProgressionRule, counts, counts, counts, st.none() | texts, st.none() | texts)
prescriptions = st.builds(
    Prescription,
    id=ids,
    exercise=texts,
    exercise_version=counts,
    name=texts,
    dose=doses,
    breath=st.sampled_from(BreathCode),
    note=texts,
    cue=texts,
    tempo_words=st.none() | st.tuples(texts, texts, texts),
    swap=st.none() | texts,
    rule=st.none() | rules,
    group=st.none() | texts,
    section=st.none() | texts,
    prepare_s=st.none() | seconds,
)
sessions = st.builds(
    PlannedSession,
    id=ids,
    name=texts,
    schedule=st.builds(Schedule, st.frozensets(st.integers(0, 6)), counts),
    items=st.lists(prescriptions, max_size=3).map(tuple),
)
gates = st.builds(Gate, st.lists(texts, max_size=3).map(tuple), counts)
phases = st.builds(
    ProgramPhase,
    id=ids,
    phase=st.sampled_from(Phase),
    title=texts,
    sessions=st.lists(sessions, max_size=2).map(tuple),
    gate=st.none() | gates,
)
programs = st.builds(
    Program,
    id=ids,
    title=texts,
    phases=st.lists(phases, max_size=2).map(tuple),
    notes=texts,
    template=st.none() | texts,
)
