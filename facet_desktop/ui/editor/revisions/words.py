"""What changed between two programs, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facet_desktop.domain.comparison import (
    Change,
    Comparison,
    ItemPair,
    PhasePair,
    Place,
    SessionPair,
)
from facet_desktop.domain.editing.doses import DoseField
from facet_desktop.domain.program import Gate, Prescription, ProgramPhase, ProgressionRule
from facet_desktop.services.wording.base import Wording
from facet_desktop.ui.editor.field_text import text_of
from facet_desktop.ui.editor.words import DOT, EditorWords

if TYPE_CHECKING:
    from facet_desktop.domain.dose import Dose
    from facet_desktop.domain.library import Library
    from facet_desktop.services.wording.all_words import Words

ARROW = "\N{RIGHTWARDS ARROW}"
_DOSE = "dose."


class ComparisonWords(Wording):
    """Sentences and chips of the comparison."""

    def change(self, change: Change) -> str:
        """The word of a chip; nothing for what stayed the same."""
        return {
            Change.SAME: "",
            Change.ADDED: self.tr("added"),
            Change.REMOVED: self.tr("removed"),
            Change.CHANGED: self.tr("changed"),
            Change.MOVED: self.tr("moved"),
        }[change]

    def change_of(self, pair: ItemPair) -> str:
        """The word of the chip of an exercise, both words where it moved to another session and changed."""
        if pair.moved_from is not None and pair.change is Change.CHANGED:
            return f"{self.change(Change.MOVED)}, {self.change(Change.CHANGED)}"
        return self.change(pair.change)

    def elsewhere(self, pair: ItemPair, here: ProgramPhase | None) -> str:
        """Where an exercise is that stands in another session in one of both programs; empty for others."""
        if pair.moved_to is not None:
            return self.tr("now in: %1").replace("%1", _place(pair.moved_to, here))
        if pair.moved_from is not None:
            return self.tr("before in: %1").replace("%1", _place(pair.moved_from, here))
        return ""

    def summary(self, comparison: Comparison) -> str:
        """Such as "2 added, 1 removed, 3 changed"."""
        parts = (
            (Change.ADDED, self.tr("%1 added")),
            (Change.REMOVED, self.tr("%1 removed")),
            (Change.CHANGED, self.tr("%1 changed")),
            (Change.MOVED, self.tr("%1 moved")),
        )
        counts = [(comparison.count(change), text) for change, text in parts]
        said = [text.replace("%1", str(count)) for count, text in counts if count]
        if said:
            return self.tr("Exercises: %1").replace("%1", ", ".join(said))
        if any(phase.change is not Change.SAME for phase in comparison.phases):
            return self.tr("The exercises are the same; names, days or phases differ.")
        return self.tr("Both are the same.")

    def draft(self) -> str:
        """The program as it is being edited."""
        return self.tr("Draft, as it is now")

    def revision(self, number: int, day: str) -> str:
        """Such as "Revision 3 · 20 November 2026"."""
        return self.tr("Revision %1").replace("%1", str(number)) + DOT + day

    def played(self, count: int, last: str) -> str:
        """How often sessions were played from a revision."""
        if not count:
            return self.tr("not played yet")
        return self.tr("%n session(s) played", count) + self.tr(", last on %1").replace("%1", last)

    def nothing(self) -> str:
        """Stands for an empty text."""
        return self.tr("none")


class ChangeSentences:
    """The differences of a pair, one short sentence each."""

    def __init__(self, words: Words, own: EditorWords, comparison: ComparisonWords, library: Library) -> None:
        self._words = words
        self._own = own
        self._said = comparison
        self._library = library

    def of_item(self, pair: ItemPair) -> tuple[str, ...]:
        """What differs about an exercise."""
        old, new = pair.old, pair.new
        if old is None or new is None:
            return ()
        return tuple(self._field(old, new, name) for name in pair.fields)

    def of_session(self, pair: SessionPair) -> tuple[str, ...]:
        """What differs about the session itself."""
        old, new = pair.old, pair.new
        if old is None or new is None:
            return ()
        return tuple(
            _step(label, before, after)
            for label, before, after in (
                (self._own.name_label(), old.name, new.name),
                (
                    self._own.days_label(),
                    self._own.schedule(old.schedule, self._words.terms),
                    self._own.schedule(new.schedule, self._words.terms),
                ),
            )
            if before != after
        )

    def of_phase(self, pair: PhasePair) -> tuple[str, ...]:
        """What differs about the phase itself."""
        old, new = pair.old, pair.new
        if old is None or new is None:
            return ()
        return tuple(
            _step(label, before or self._said.nothing(), after or self._said.nothing())
            for label, before, after in (
                (self._own.name_label(), old.title, new.title),
                (self._own.gate_label(), self._gate(old.gate), self._gate(new.gate)),
            )
            if before != after
        )

    def dose(self, item: Prescription) -> str:
        """The dose on one line."""
        return DOT.join(self._words.dose.chips(item.dose))

    def _field(self, old: Prescription, new: Prescription, name: str) -> str:
        if name == "group":
            return self._own.in_circuit() if new.group else self._own.out_of_circuit()
        before, after = self._text(old, name), self._text(new, name)
        return _step(self._label(name), before or self._said.nothing(), after or self._said.nothing())

    def _label(self, name: str) -> str:
        if name.startswith(_DOSE) and name != "dose.by_hand":
            return self._own.field(DoseField(name.removeprefix(_DOSE)))
        return self._own.part(name)

    def _text(self, item: Prescription, name: str) -> str:
        if name.startswith(_DOSE):
            return self._dose_text(item.dose, name)
        if name == "breath":
            return self._words.terms.breath(item.breath)
        if name == "rule":
            return self._rule(item.rule)
        value = getattr(item, name)
        return self._name(value) if name in ("exercise", "swap") else value or ""

    def _dose_text(self, dose: Dose, name: str) -> str:
        if name == "dose.by_hand":
            return self._own.counted(by_hand=dose.by_hand)
        if name == "dose.side":
            return self._words.dose.side(dose.side) or self._own.both_sides()
        return text_of(dose, DoseField(name.removeprefix(_DOSE)), self._words.dose)

    def _rule(self, rule: ProgressionRule | None) -> str:
        if rule is None:
            return self._own.never_harder()
        ends = [self._name(slug) for slug in (rule.harder, rule.easier) if slug]
        return ", ".join([self._own.progress_when(rule), *ends])

    def _name(self, slug: str | None) -> str:
        found = self._library.find(slug)
        return found.name if found is not None else slug or ""

    def _gate(self, gate: Gate | None) -> str:
        return " ".join(self._own.gate(gate))


def _place(place: Place, here: ProgramPhase | None) -> str:
    is_here = here is not None and here.id == place.phase.id
    return place.session.name if is_here else place.phase.title + DOT + place.session.name


def _step(label: str, before: str, after: str) -> str:
    return f"{label}: {before} {ARROW} {after}"
