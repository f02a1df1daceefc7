"""What a person can do with exercises; each is one step of the history."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from facet_desktop.domain.breathing import BreathCode
from facet_desktop.domain.dose import Dose, carried_over
from facet_desktop.domain.dose_text import TypedLine, check
from facet_desktop.domain.editing import doses, items, texts
from facet_desktop.domain.editing.doses import DoseField, Value
from facet_desktop.domain.errors import UserError, mark
from facet_desktop.domain.exercise import Exercise, Precaution
from facet_desktop.domain.program import Prescription, Program, ProgressionRule
from facet_desktop.domain.templates import prescribe
from facet_desktop.domain.values import changed
from facet_desktop.ui.editor.state import EditorState, added_items, neighbour_of_removed


class ItemIntents:
    """Edits of the exercises of the shown session. Each raises UserError when it is refused."""

    def __init__(self, state: EditorState) -> None:
        self._state = state

    def add(self, slugs: Sequence[str], at: int | None = None) -> None:
        """Adds exercises with their usual dose, after the selected ones or before position `at`."""
        found = [self._exercise(slug) for slug in slugs]
        self._add([self._prescribed(one) for one in found], at)

    def add_typed(self, slug: str, line: TypedLine) -> None:
        """Adds an exercise with the dose that was typed. Raises UserError for what is wrong in the text."""
        plain = self._prescribed(self._exercise(slug))
        problems = check(line, plain.dose)
        if problems:
            raise UserError(problems[0].message, **problems[0].values)
        self._add([replace(plain, dose=line.applied_to(plain.dose))], None)

    def take_over(self, taken: Sequence[Prescription]) -> None:
        """Adds exercises of another program with their doses; circuits stay together."""
        new_id = self._state.services.ids.new
        self._add(items.fresh_items(taken, new_id), None)

    def remove(self) -> str:
        """Removes what is selected; returns the note to show, empty when nothing was selected."""
        chosen = self._state.selected_items()
        if not chosen:
            return ""
        names = _names(chosen)
        ids = _ids(chosen)
        self._state.apply(
            lambda program: items.remove_items(program, ids),
            self._state.own.remove(names),
            select=neighbour_of_removed,
        )
        return self._state.own.removed(names)

    def duplicate(self) -> None:
        """Copies what is selected and selects the copies."""
        chosen = self._state.selected_items()
        self._state.apply(
            lambda program: items.duplicate_items(program, _ids(chosen), self._state.services.ids.new),
            self._state.own.duplicate(_names(chosen)),
            select=added_items,
        )

    def shift(self, by: int) -> None:
        """Moves what is selected one place up (-1) or down (+1)."""
        chosen = self._state.selected_items()
        session_id = self._state.session_id
        self._state.apply(
            lambda program: items.shift_items(program, session_id, _ids(chosen), by),
            self._state.own.move(_names(chosen)),
        )

    def move(self, item_ids: Sequence[str], before: int, session_id: str | None = None) -> None:
        """Moves exercises before a position of this session, or of another one."""
        goal = session_id or self._state.session_id
        wanted = set(item_ids)
        chosen = [
            item for _, one in self._state.program.sessions() for item in one.items if item.id in wanted
        ]
        self._state.apply(
            lambda program: items.move_items(program, item_ids, goal, before),
            self._state.own.move(_names(chosen)),
        )

    def set_field(self, field: DoseField, value: Value) -> None:
        """Sets a field of the dose over the selection; typing on in one field is one step."""
        self._change(
            lambda program, ids: doses.set_field(program, ids, field, value),
            self._state.own.field(field),
            f"dose.{field}",
        )

    def scale_field(self, field: DoseField, factor: float) -> None:
        """Multiplies a field of the dose over the selection."""
        label = self._state.own.field(field)
        self._change(lambda program, ids: doses.scale_field(program, ids, field, factor), label)

    def set_dose(self, dose: Dose, label: str) -> None:
        """Sets the whole dose of what is selected."""
        self._change(lambda program, ids: doses.change_dose(program, ids, lambda _: dose), label)

    def set_breath(self, breath: BreathCode, label: str) -> None:
        """Sets the breathing over the selection."""
        self._change(lambda program, ids: doses.set_breath(program, ids, breath), label)

    def set_note(self, note: str, label: str) -> None:
        """Sets the note to the patient; typing on is one step."""
        self._change(lambda program, ids: texts.set_note(program, ids, note), label, "note")

    def set_cue(self, cue: str, label: str) -> None:
        """Sets the cue over the selection."""
        self._change(lambda program, ids: texts.set_cue(program, ids, cue), label)

    def set_swap(self, slug: str | None, label: str) -> None:
        """Sets what is offered instead of the selected exercises."""
        self._change(lambda program, ids: texts.set_swap(program, ids, slug), label)

    def set_by_hand(self, by_hand: bool, label: str) -> None:
        """Sets who counts the repetitions over the selection."""
        self._change(lambda program, ids: doses.set_by_hand(program, ids, by_hand=by_hand), label)

    def set_section(self, heading: str, label: str) -> None:
        """Sets the heading above the first selected exercise."""
        chosen = self._state.selected_items()[:1]
        self._change(lambda program, ids: texts.set_section(program, ids[0], heading), label, only=chosen)

    def set_rule(self, rule: ProgressionRule | None, label: str) -> None:
        """Sets when the selected exercises may become harder."""
        self._change(lambda program, ids: texts.set_rule(program, ids, rule), label)

    def group(self, label: str) -> None:
        """Makes a circuit of what is selected."""
        name, session_id = self._state.services.ids.new(), self._state.session_id
        self._change(lambda program, ids: items.group_items(program, session_id, ids, name), label)

    def ungroup(self, label: str) -> None:
        """Takes what is selected out of its circuits."""
        self._change(items.ungroup_items, label)

    def swap(self, item_id: str, slug: str) -> None:
        """Puts another exercise in the place of one, with as much of its dose as fits."""
        old = self._state.session.items[self._state.session.index_of(item_id)]
        self._exchange([(old, self._exercise(slug))])

    def step(self, *, harder: bool) -> None:
        """Puts the next (or the easier) step of the ladder in the place of each selected exercise."""
        pairs = [(item, self._next_step(item, harder=harder)) for item in self._state.selected_items()]
        found = [(item, other) for item, other in pairs if other is not None]
        if not found:
            end = mark("This is the last step of its ladder.")
            raise UserError(end if harder else mark("This is the first step of its ladder."))
        self._exchange(found)

    def add_step(self) -> None:
        """Adds the next step of the ladder after the selected exercise, which stays."""
        chosen = self._state.selected_items()[-1:]
        other = self._next_step(chosen[0], harder=True) if chosen else None
        if other is None:
            raise UserError(mark("This is the last step of its ladder."))
        self._add([self._prescribed(other)], None)

    def swap_what_does_not_suit(self) -> None:
        """Swaps each selected exercise that the patient should leave out for the nearest that suits."""
        avoid = self._state.avoided()
        pairs = [(item, self._suiting(item, avoid)) for item in self._state.selected_items()]
        found = [(item, other) for item, other in pairs if other is not None]
        if not found:
            raise UserError(mark("Nothing here has to be swapped."))
        self._exchange(found)

    def _next_step(self, item: Prescription, *, harder: bool) -> Exercise | None:
        """What the rule names, else what the library knows."""
        library = self._state.services.library.library
        rule = item.rule
        named = library.find((rule.harder if harder else rule.easier) if rule is not None else None)
        if named is not None or item.exercise not in library:
            return named
        known = library.neighbours(item.exercise)
        return known.harder if harder else known.easier

    def _suiting(self, item: Prescription, avoid: frozenset[Precaution]) -> Exercise | None:
        library = self._state.services.library.library
        exercise = library.find(item.exercise)
        if exercise is None or avoid.isdisjoint(exercise.precautions):
            return None
        return library.swap_for(item.exercise, avoid)

    def _exchange(self, pairs: Sequence[tuple[Prescription, Exercise]]) -> None:
        made: dict[tuple[str, int], Prescription] = {}  # many exercises, few different ones and few doses
        others: dict[str, Prescription] = {}
        for old, exercise in pairs:
            like = made.get((exercise.slug, id(old.dose)))
            if like is None:
                new = self._prescribed(exercise)
                like = changed(new, dose=carried_over(old.dose, new.dose))
                made[exercise.slug, id(old.dose)] = like
            others[old.id] = changed(like, id=self._state.services.ids.new())
        self._state.apply(
            lambda program: items.replace_items(program, others),
            self._state.own.swap(_names(old for old, _ in pairs), _names(others.values())),
            select=added_items,
        )

    def _add(self, new: Sequence[Prescription], at: int | None) -> None:
        session_id = self._state.session_id
        where = self._after_selection() if at is None else at
        self._state.apply(
            lambda program: items.add_items(program, session_id, new, where),
            self._state.own.add(_names(new)),
            select=added_items,
        )

    def _after_selection(self) -> int | None:
        chosen = set(self._state.chosen())
        places = [place for place, item in enumerate(self._state.session.items) if item.id in chosen]
        return places[-1] + 1 if places else None

    def _change(
        self,
        change: Callable[[Program, Sequence[str]], Program],
        label: str,
        merge: str = "",
        only: Sequence[Prescription] | None = None,
    ) -> None:
        chosen = self._state.selected_items() if only is None else only
        ids = _ids(chosen)
        key = f"{merge}:{','.join(ids)}" if merge else None
        named = self._state.own.change(label, _names(chosen)) if chosen else label
        self._state.apply(lambda program: change(program, ids), named, merge_key=key)

    def _exercise(self, slug: str) -> Exercise:
        found = self._state.services.library.library.find(slug)
        if found is None:
            raise UserError(mark("This exercise is not in the library."))
        return found

    def _prescribed(self, exercise: Exercise) -> Prescription:
        return prescribe(exercise, self._state.services.ids.new(), self._state.phase.phase)


def _ids(chosen: Sequence[Prescription]) -> list[str]:
    return [item.id for item in chosen]


def _names(chosen: Iterable[Prescription]) -> list[str]:
    return [item.name for item in chosen]
