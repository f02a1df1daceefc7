"""Builds the dose form from what is selected."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from facet_desktop.domain.dose import Dose, Span
from facet_desktop.domain.editing.doses import DoseField
from facet_desktop.domain.editing.summary import warnings
from facet_desktop.domain.figure_names import versioned
from facet_desktop.domain.library import Library
from facet_desktop.domain.program import Prescription
from facet_desktop.ui.editor.field_text import text_of
from facet_desktop.ui.editor.state import EditorState
from facet_desktop.ui.editor.view_model import FieldView, InspectorView, RuleView, Step, WarningView
from facet_desktop.ui.editor.words import DOT

ALWAYS = (DoseField.SETS, DoseField.REPS, DoseField.HOLD)
AFTER = (DoseField.TEMPO, DoseField.REST)


class InspectorBuilder:
    """Answers `view` for the present selection."""

    def __init__(self, state: EditorState) -> None:
        self._state = state
        self._listed: tuple[Library | None, tuple[Step, ...]] = (None, ())

    def view(self) -> InspectorView:
        """The form; for several exercises the values that they share."""
        chosen = self._state.selected_items()
        if not chosen:
            return InspectorView()
        doses = _different([item.dose for item in chosen])
        one = chosen[0] if len(chosen) == 1 else None
        return InspectorView(
            ids=tuple(item.id for item in chosen),
            slug=versioned(one.exercise, one.exercise_version) if one else "",
            title=one.name if one else self._state.own.exercises(len(chosen)),
            fields=tuple(self._field(field, doses, extra) for field, extra in _fields_of(doses)),
            side=_common([dose.side.value for dose in doses]),
            breath=_common([item.breath.value for item in chosen]),
            note=_common([item.note for item in chosen]),
            section=(one.section or "") if one else "",
            cue=_common([item.cue for item in chosen]),
            swap=_common([item.swap or "" for item in chosen]),
            by_hand=all(dose.by_hand for dose in doses),
            exercises=self.exercises(),
            rule=self._rule(one) if one else None,
            warning=self._warning(one) if one else None,
            can_group=len(chosen) > 1,
            can_ungroup=any(item.group for item in chosen),
        )

    def exercises(self) -> tuple[Step, ...]:
        """Every exercise by name; the same object as long as the library is."""
        library = self._state.services.library.library
        if self._listed[0] is not library:
            steps = (Step(label.name, slug) for slug, label in library.labels.items())
            self._listed = (library, tuple(sorted(steps, key=lambda one: one.text.casefold())))
        return self._listed[1]

    def _field(self, field: DoseField, doses: Sequence[Dose], extra: bool) -> FieldView:
        words = self._state.words.dose
        texts = list(dict.fromkeys(text_of(dose, field, words) for dose in doses))
        label = self._state.own.field(field)
        if len(texts) == 1:
            return FieldView(field, label, texts[0], is_extra=extra)
        return FieldView(field, label, "", DOT.join(text for text in texts if text), extra)

    def _rule(self, item: Prescription) -> RuleView:
        own, limits = self._state.own, self._state.services.settings.present.thresholds
        rule = item.rule
        return RuleView(
            progress=own.progress_when(rule) if rule else own.never_harder(),
            harder=self._step(rule.harder if rule else None),
            step_back=own.step_back_when(limits.amber_max, limits.amber_rise_max),
            easier=self._step(rule.easier if rule else None),
        )

    def _step(self, slug: str | None) -> Step | None:
        found = self._state.services.library.library.find(slug)
        return Step(found.name, found.slug) if found is not None else None

    def _warning(self, item: Prescription) -> WarningView | None:
        library = self._state.services.library.library
        found = warnings(self._state.prescribed(item), self._state.conditions())
        if not found:
            return None
        terms = self._state.words.terms
        reasons = tuple(self._state.own.reason(one, terms) for one in found.reasons)
        other = library.swap_for(item.exercise, self._state.avoided()) if found.avoid else None
        advice = tuple(one.condition.advice for one in found.reasons)
        return WarningView(reasons, advice, Step(other.name, other.slug) if other is not None else None)


def _different(doses: Sequence[Dose]) -> list[Dose]:
    """Each dose once. Most are the same object, which is seen faster than that they are equal."""
    return list(dict.fromkeys({id(dose): dose for dose in doses}.values()))


def _fields_of(doses: Sequence[Dose]) -> Iterator[tuple[DoseField, bool]]:
    """Fields to show, each with whether it is shown only with the seldom ones."""
    yield from ((field, False) for field in ALWAYS)
    yield DoseField.DISTANCE, all(dose.distance_m is None for dose in doses)
    yield from ((field, False) for field in AFTER)
    yield DoseField.TIMES_PER_DAY, all(dose.times_per_day == Span(1, 1) for dose in doses)
    yield DoseField.DAYS_PER_WEEK, True


def _common(values: Sequence[str]) -> str:
    return values[0] if len(set(values)) == 1 else ""
