"""Makes the tones of the player: `python tools/make_tones.py [FOLDER]`, resources/sounds by default.

Only the standard library is used, and nothing in it is left to chance: sine waves from
a table of sounds, soft at both ends so that nothing clicks, 16 bit, one channel.

Breath in rises and breath out falls over more than an octave; the rest are struck notes. So they can be told
apart with closed eyes and by people who hear high notes badly: nothing that matters lies above 1.1 kHz.
"""

from __future__ import annotations

import math
import struct
import sys
import wave
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

RATE_HZ = 22_050
PEAK = 0.62
"""Loudest sample, of 1: leaves room when two tones sound at once."""
ATTACK_S, RELEASE_S = 0.012, 0.03


@dataclass(frozen=True, slots=True)
class Note:
    """A struck note that fades: pitch, when it begins, how long it lasts, how loud it is (0 to 1)."""

    pitch_hz: float
    at_s: float = 0.0
    length_s: float = 0.35
    loudness: float = 1.0


@dataclass(frozen=True, slots=True)
class Glide:
    """A soft tone that slides from one pitch to another and swells in the middle, as a breath does."""

    from_hz: float
    to_hz: float
    length_s: float = 0.9


G4, C5, D5, E5, G5, C6 = 392.0, 523.25, 587.33, 659.26, 783.99, 1046.5

SOUNDS: Mapping[str, Glide | tuple[Note, ...]] = {
    "prepare": (Note(G4), Note(C5, 0.18)),
    "start": (Note(C5, 0.0, 0.18), Note(G5, 0.12, 0.5)),
    "halfway": (Note(E5, 0.0, 0.22, 0.8), Note(E5, 0.24, 0.4, 0.8)),
    "countdown": (Note(D5, 0.0, 0.16, 0.8),),
    "switch": (Note(C5, 0.0, 0.25), Note(G4, 0.2, 0.25), Note(C5, 0.4, 0.4)),
    "rest": (Note(G5, 0.0, 0.3), Note(C5, 0.2, 0.6)),
    "done": (Note(C5, 0.0, 0.4), Note(E5, 0.18, 0.4), Note(G5, 0.36, 0.5), Note(C6, 0.54, 1.0)),
    "breathe-in": Glide(220.0, 520.0),
    "breathe-out": Glide(520.0, 196.0, 1.1),
}

Wave = Callable[[float], float]


def _note(note: Note) -> Wave:
    def value(at_s: float) -> float:
        since = at_s - note.at_s
        if not 0 <= since < note.length_s:
            return 0.0
        edge = min(1.0, since / ATTACK_S, (note.length_s - since) / RELEASE_S)
        fade = math.exp(-4.0 * since / note.length_s)
        turn = math.tau * note.pitch_hz * since
        return note.loudness * edge * fade * (math.sin(turn) + 0.25 * math.sin(2 * turn)) / 1.25

    return value


def _glide(glide: Glide) -> Wave:
    steepness = math.log(glide.to_hz / glide.from_hz) / glide.length_s

    def value(at_s: float) -> float:
        swell: float = math.sin(math.pi * min(1.0, at_s / glide.length_s)) ** 0.7
        turn = math.tau * glide.from_hz * math.expm1(steepness * at_s) / steepness
        return 0.7 * swell * (math.sin(turn) + 0.12 * math.sin(3 * turn)) / 1.12

    return value


def samples(sound: Glide | tuple[Note, ...]) -> list[int]:
    """The samples of a sound, -32767 to 32767."""
    if isinstance(sound, Glide):
        waves, length_s = [_glide(sound)], sound.length_s
    else:
        waves, length_s = [_note(note) for note in sound], max(n.at_s + n.length_s for n in sound)
    times = (index / RATE_HZ for index in range(round(length_s * RATE_HZ)))
    raw = [sum(one(at_s) for one in waves) for at_s in times]
    loudest = max(1.0, *(abs(value) for value in raw))
    return [round(value / loudest * PEAK * 32_767) for value in raw]


def write(path: Path, values: list[int]) -> None:
    """One channel, 16 bit."""
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE_HZ)
        file.writeframes(struct.pack(f"<{len(values)}h", *values))


def main(arguments: list[str]) -> None:
    """Writes every sound into a folder."""
    folder = Path(arguments[0]) if arguments else Path(__file__).parents[1] / "resources" / "sounds"
    folder.mkdir(parents=True, exist_ok=True)
    for name, sound in SOUNDS.items():
        write(folder / f"{name}.wav", samples(sound))


if __name__ == "__main__":
    main(sys.argv[1:])
