"""Words of the program editor: names of changes, counts, warnings and rules."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from facet_desktop.domain.condition import Caution
from facet_desktop.domain.editing.doses import DoseField
from facet_desktop.domain.exercise import Precaution
from facet_desktop.domain.program import Gate, Prescription, ProgressionRule, Schedule
from facet_desktop.services.wording.base import Wording
from facet_desktop.services.wording.term_words import TermWords

DOT = " \N{MIDDLE DOT} "
TIMES = "\N{MULTIPLICATION SIGN}"


class EditorWords(Wording):
    """Everything the editor says that is not a label of its own."""

    def add(self, names: Sequence[str]) -> str:
        """Name of the change that adds exercises."""
        return self.tr("Add %1").replace("%1", self._what(names))

    def remove(self, names: Sequence[str]) -> str:
        """Name of the change that removes exercises."""
        return self.tr("Remove %1").replace("%1", self._what(names))

    def removed(self, names: Sequence[str]) -> str:
        """Note after exercises were removed."""
        return self.tr("%1 removed.").replace("%1", self._what(names))

    def move(self, names: Sequence[str]) -> str:
        """Name of the change that moves exercises."""
        return self.tr("Move %1").replace("%1", self._what(names))

    def duplicate(self, names: Sequence[str]) -> str:
        """Name of the change that copies exercises."""
        return self.tr("Duplicate %1").replace("%1", self._what(names))

    def swap(self, old: Sequence[str], new: Sequence[str]) -> str:
        """Name of the change that puts exercises in the place of others."""
        if len(old) > 1:
            return self.tr("Swap %1").replace("%1", self._what(old))
        return self.tr("Swap %1 for %2").replace("%1", old[0]).replace("%2", new[0])

    def change(self, field: str, names: Sequence[str]) -> str:
        """Name of a change of a field: "Change repetitions of Bridge"."""
        text = self.tr("Change %1 of %2").replace("%1", field.lower())
        return text.replace("%2", self._what(names))

    def _what(self, names: Sequence[str]) -> str:
        return names[0] if len(names) == 1 else self.exercises(len(names))

    def exercises(self, count: int) -> str:
        """Such as "3 exercises"."""
        return self.tr("%n exercise(s)", count)

    def field(self, field: DoseField) -> str:
        """Label of a field of the dose."""
        return {
            DoseField.SETS: self.tr("Sets"),
            DoseField.REPS: self.tr("Repetitions"),
            DoseField.HOLD: self.tr("Hold"),
            DoseField.DISTANCE: self.tr("Distance"),
            DoseField.REST: self.tr("Rest"),
            DoseField.TEMPO: self.tr("Tempo"),
            DoseField.SIDE: self.tr("Side"),
            DoseField.TIMES_PER_DAY: self.tr("Times a day"),
            DoseField.DAYS_PER_WEEK: self.tr("Days a week"),
        }[field]

    def part(self, name: str) -> str:
        """Label of a part of a prescription that is no field of the dose."""
        return {
            "exercise": self.tr("Exercise"),
            "name": self.tr("Name"),
            "breath": self.tr("Breathing"),
            "note": self.tr("Note to the patient"),
            "cue": self.tr("Cue"),
            "swap": self.tr("Instead"),
            "rule": self.tr("Progress when"),
            "section": self.tr("Heading"),
            "dose.by_hand": self.tr("Counting"),
        }[name]

    def counted(self, *, by_hand: bool) -> str:
        """Who counts the repetitions."""
        return self.tr("by the person") if by_hand else self.tr("by the clock")

    def both_sides(self) -> str:
        """Where nothing is repeated for the other side."""
        return self.tr("both together")

    def in_circuit(self) -> str:
        """An exercise that became part of a circuit."""
        return self.tr("Now in a circuit")

    def out_of_circuit(self) -> str:
        """An exercise that left a circuit."""
        return self.tr("No longer in a circuit")

    def name_label(self) -> str:
        """Label of a name."""
        return self.tr("Name")

    def days_label(self) -> str:
        """Label of a schedule."""
        return self.tr("Days")

    def gate_label(self) -> str:
        """Label of what leads out of a phase."""
        return self.tr("Moves on when")

    def gate(self, gate: Gate | None) -> tuple[str, ...]:
        """What leads out of a phase, one sentence each."""
        if gate is None:
            return ()
        weeks = (self.least_weeks(gate.min_weeks),) if gate.min_weeks else ()
        return (*weeks, *(f"{one.rstrip('.')}." for one in gate.criteria))

    def least_weeks(self, weeks: int) -> str:
        """The least time in a phase."""
        return self.tr("After at least %n week(s).", weeks)

    def schedule(self, schedule: Schedule, terms: TermWords) -> str:
        """Such as "Mon–Fri" or "Every day, 2 ×"."""
        days = terms.weekdays(schedule.weekdays)
        if schedule.times_per_day == 1:
            return days
        return f"{days}, {schedule.times_per_day} {TIMES}"

    def draft(self, number: int) -> str:
        """Such as "draft 4"."""
        return self.tr("draft %1").replace("%1", str(number))

    def precautions(self, tags: Iterable[Precaution], terms: TermWords) -> str:
        """Such as "precaution: kneeling, deep knee bend"; empty without any."""
        names = ", ".join(terms.precaution(tag) for tag in sorted(tags))
        return self.tr("precaution: %1").replace("%1", names) if names else ""

    def reason(self, caution: Caution, terms: TermWords) -> str:
        """Why a condition speaks against an exercise: "Kneeling hurts: leave out kneeling"."""
        avoid = ", ".join(terms.precaution(tag) for tag in sorted(caution.avoid))
        ease = ", ".join(terms.precaution(tag) for tag in sorted(caution.ease))
        parts = [self.tr("leave out %1").replace("%1", avoid)] if avoid else []
        parts += [self.tr("take care with %1").replace("%1", ease)] if ease else []
        return f"{caution.condition.name}: {', '.join(parts)}."

    def progress_when(self, rule: ProgressionRule) -> str:
        """The criteria of a progression rule in one sentence."""
        text = self.tr(
            "all sets done, pain \N{LESS-THAN OR EQUAL TO} %1 and effort \N{LESS-THAN OR EQUAL TO} %2 in %3"
        )
        sessions = self.tr("%n session(s)", rule.sessions)
        return (
            text.replace("%1", str(rule.max_pain_nprs))
            .replace("%2", str(rule.max_effort))
            .replace("%3", sessions)
        )

    def step_back_when(self, amber_max: int, rise_max: int) -> str:
        """When an exercise should become easier."""
        text = self.tr("pain > %1, or worse next morning by %2")
        return text.replace("%1", str(amber_max)).replace("%2", str(rise_max))

    def spoken(self, item: Prescription, chips: Sequence[str], warning: str) -> str:
        """One card for a screen reader."""
        return ", ".join(part for part in (item.section, item.name, *chips, warning, item.note) if part)

    def never_harder(self) -> str:
        """Where no rule stands, as in a flare."""
        return self.tr("stays as it is in this phase")

    def warned(self, tags: Sequence[str]) -> str:
        """Such as "precaution: kneeling"; empty without any."""
        return self.tr("precaution: %1").replace("%1", ", ".join(tags)) if tags else ""

    def minutes_about(self, minutes: str) -> str:
        """What the minutes are."""
        return self.tr("%1 minutes, as the player will take them").replace("%1", minutes)

    def week_line(self, week: str, equipment: Sequence[str]) -> str:
        """Minutes a week and equipment."""
        parts = [self.tr("%1 a week in this phase").replace("%1", week)]
        parts.append(self.tr("needs: %1").replace("%1", ", ".join(equipment) or self.tr("nothing")))
        return DOT.join(parts)

    def other_regions(self) -> str:
        """Everything that is trained less than the first few."""
        return self.tr("other")

    def other_window(self) -> str:
        """Name of the step that another window made."""
        return self.tr("Change from another window")

    def met_other_window(self) -> str:
        """Note after two windows changed one draft."""
        return self.tr(
            "This draft was also changed in another window. Yours is kept; Undo brings back the other."
        )
