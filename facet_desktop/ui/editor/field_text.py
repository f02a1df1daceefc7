"""A field of the dose as text, and back."""

from __future__ import annotations

from facet_desktop.domain.dose import Dose, Span, Tempo
from facet_desktop.domain.dose_fields import FieldTextError, read_seconds, read_span, read_tempo
from facet_desktop.domain.editing.doses import DoseField, Value
from facet_desktop.domain.errors import mark
from facet_desktop.services.wording.dose_words import DoseWords, number, span

_GAP = " \N{MIDDLE DOT} "


def text_of(dose: Dose, field: DoseField, words: DoseWords) -> str:
    """What stands in the field; empty where the dose has no such part."""
    value = getattr(dose, field.value)
    if value is None:
        return ""
    if isinstance(value, Tempo):
        return words.tr("%1 s").replace("%1", _tempo(value))
    if field is DoseField.HOLD:
        return words.seconds(value)
    if field is DoseField.REST:
        return words.seconds(Span.of(value))
    return f"{span(value)} m" if field is DoseField.DISTANCE else span(value)


def value_of(field: DoseField, text: str) -> Value:
    """The value that was typed; None for an empty text. Raises FieldTextError for what it cannot be."""
    if not text.strip():
        return None
    if field is DoseField.TEMPO:
        return read_tempo(text)
    if field is DoseField.HOLD:
        return read_seconds(text)
    if field is DoseField.REST:
        rest = read_seconds(text)
        if rest.is_range:
            raise FieldTextError(mark("Type one number, such as 45."))
        return rest.low
    return read_span(text, "m" if field is DoseField.DISTANCE else "")


def _tempo(tempo: Tempo) -> str:
    parts = [tempo.up_s, tempo.hold_s, tempo.down_s]
    if tempo.pause_s:
        parts.append(tempo.pause_s)
    return _GAP.join(map(number, parts))
