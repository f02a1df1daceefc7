import importlib.util
import math
import struct
import sys
import wave
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from types import ModuleType

import pytest

from facet_desktop.domain.cues import CueKind
from facet_desktop.resources import resources_dir

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def tones() -> Iterator[ModuleType]:
    """The script that makes the tones."""
    spec = importlib.util.spec_from_file_location("make_tones", ROOT / "tools" / "make_tones.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look their module up there
    spec.loader.exec_module(module)
    yield module
    del sys.modules[spec.name]


def shipped(kind: CueKind) -> list[int]:
    with wave.open(str(resources_dir() / "sounds" / f"{kind.value}.wav")) as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, 22_050)
        raw = file.readframes(file.getnframes())
    return list(struct.unpack(f"<{len(raw) // 2}h", raw))


@pytest.mark.parametrize("kind", CueKind)
def test_every_kind_of_cue_has_the_tone_that_the_script_makes(kind: CueKind, tones: ModuleType) -> None:
    made = tones.samples(tones.SOUNDS[kind.value])
    stored = shipped(kind)

    assert len(stored) == len(made)
    # One step of 32,767 is what another machine's sine may differ by.
    assert max(abs(one - two) for one, two in zip(stored, made, strict=True)) <= 1


@pytest.mark.parametrize("kind", CueKind)
def test_tones_are_short_begin_and_end_in_silence_and_never_clip(kind: CueKind) -> None:
    values = shipped(kind)

    assert len(values) / 22_050 <= 1.6
    assert abs(values[0]) < 400
    assert abs(values[-1]) < 400
    assert 4000 < max(map(abs, values)) < 26_000


def pitch_hz(values: list[int], begin: float, end: float) -> float:
    """Mean pitch of a part of a tone, from its zero crossings."""
    part = values[round(begin * len(values)) : round(end * len(values))]
    crossings = sum(1 for one, two in pairwise(part) if one < 0 <= two)
    return crossings * 22_050 / len(part)


def test_breathing_in_rises_and_breathing_out_falls_by_far() -> None:
    breath_in, breath_out = shipped(CueKind.BREATHE_IN), shipped(CueKind.BREATHE_OUT)

    assert pitch_hz(breath_in, 0.7, 0.95) / pitch_hz(breath_in, 0.05, 0.3) > math.sqrt(2)
    assert pitch_hz(breath_out, 0.05, 0.3) / pitch_hz(breath_out, 0.7, 0.95) > math.sqrt(2)
