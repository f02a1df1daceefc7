"""Words of the patient's paper: whole sentences, because nobody is there to explain a short one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from facet_desktop.domain.breathing import BreathCode
from facet_desktop.domain.dose import Dose, Side, Span
from facet_desktop.domain.pain import Thresholds, Zone
from facet_desktop.domain.program import Prescription
from facet_desktop.domain.red_flags import Urgency
from facet_desktop.services.wording.base import Wording
from facet_desktop.services.wording.dose_words import MINUTES_FROM_S, number, span

ONCE = Span(1, 1)


class HandoutWords(Wording):
    """Sentences for paper."""

    def labels(self) -> dict[str, str]:
        """Fixed words of the paper by the name under which its template knows them."""
        return {
            "week": self.tr("Your week"),
            "session": self.tr("Session"),
            "exercises": self.tr("Your exercises"),
            "often": self.tr("How often"),
            "breathing": self.tr("Breathing"),
            "purpose": self.tr("What it is for"),
            "watch": self.tr("Watch out"),
            "note": self.tr("From your clinician"),
            "gate": self.tr("When you may move on"),
            "pain": self.tr("What to do when it hurts"),
            "leave": self.tr("What not to do for now"),
            "signs": self.tr("Warning signs"),
            "log": self.tr("Your log of four weeks"),
            "log_notes": self.tr("Notes and questions for your next visit"),
            "day": self.tr("Day"),
            "log_pain": self.tr("Pain 0\N{EN DASH}10"),
            "page": self.tr("Page %1 of %2"),
            "foot": self.tr("Made with Facet; it does not replace the advice of your clinician."),
        }

    def date(self, day: date) -> str:
        """Such as "7 October 2026"."""
        month = (
            self.tr("January"), self.tr("February"), self.tr("March"), self.tr("April"),
            self.tr("May"), self.tr("June"), self.tr("July"), self.tr("August"),
            self.tr("September"), self.tr("October"), self.tr("November"), self.tr("December"),
        )[day.month - 1]  # fmt: skip
        text = self.tr("%1 %2 %3").replace("%1", str(day.day))
        return text.replace("%2", month).replace("%3", str(day.year))

    def owner(self, name: str) -> str:
        """Such as "For Ana Novak"."""
        return self.tr("For %1").replace("%1", name)

    def revision(self, number: int) -> str:
        """Such as "Revision 3"."""
        return self.tr("Revision %1").replace("%1", str(number))

    def later(self, title: str) -> str:
        """Heading of a phase that is not played yet."""
        return self.tr("Later: %1").replace("%1", title)

    def later_lead(self) -> str:
        """Stands under that heading."""
        return self.tr("Begin with this part only when you and your clinician have agreed on it.")

    def lasts(self, minutes: str) -> str:
        """Such as "about 14 min"."""
        return self.tr("about %1").replace("%1", minutes)

    def numbers(self, numbers: Sequence[int]) -> str:
        """Which exercises a session has: "Exercises 1, 2, 5"."""
        text = self.tr("Exercise %1") if len(numbers) == 1 else self.tr("Exercises %1")
        return text.replace("%1", _runs(numbers))

    def circuit(self, numbers: Sequence[int]) -> str:
        """How a circuit is done."""
        text = self.tr("Do %1 in turn: one set of each, then the next round.")
        return text.replace("%1", _runs(numbers))

    def times(self, count: int) -> str:
        """A cell of the week: "1×"."""
        return f"{count}\N{MULTIPLICATION SIGN}" if count else ""

    def planned(self, session: str, days: str, times_per_day: int) -> str:
        """When an exercise is done: "Morning: every day, 2 times"."""
        if times_per_day > 1:
            days = self.tr("%1, %2 times a day").replace("%1", days).replace("%2", str(times_per_day))
        return f"{session}: {days}"

    def dose(self, item: Prescription) -> str:
        """The dose in sentences, such as "2 sets of 10. Rest 45 seconds between sets."."""
        dose = item.dose
        parts = [self._amount(dose), self._sides(dose.side), self._pace(item)]
        if dose.sets.high > 1 and dose.rest_s:
            rest = self.tr("Rest %1 between sets.")
            parts.append(rest.replace("%1", self.seconds(Span.of(dose.rest_s))))
        return " ".join(filter(None, parts))

    def _amount(self, dose: Dose) -> str:
        one = dose.sets == ONCE
        if dose.reps is not None:
            return self._counted(dose, dose.reps, one=one)
        if dose.hold_s is not None:
            return self._held(dose, dose.hold_s, one=one)
        if dose.distance_m is not None:
            text = self.tr("Go %2 metres.") if one else self.tr("%1 times: go %2 metres.")
            return self._fill(text, span(dose.sets), span(dose.distance_m))
        return self.tr("Go on as long as it feels right.")

    def _counted(self, dose: Dose, reps: Span, *, one: bool) -> str:
        text = self.tr("Do it %2 times.") if one else self.tr("Do %1 sets of %2 repetitions.")
        text = self._fill(text, span(dose.sets), span(reps))
        if dose.hold_s is None:
            return text
        hold = self.tr("Hold %1 each time.").replace("%1", self.seconds(dose.hold_s))
        return f"{text} {hold}"

    def _held(self, dose: Dose, hold_s: Span, *, one: bool) -> str:
        if hold_s.low < MINUTES_FROM_S:
            text = self.tr("Hold for %2.") if one else self.tr("%1 times: hold for %2.")
        else:
            text = self.tr("Keep going for %2.") if one else self.tr("%1 times: keep going for %2.")
        return self._fill(text, span(dose.sets), self.seconds(hold_s))

    def _fill(self, text: str, first: str, second: str) -> str:
        return text.replace("%1", first).replace("%2", second)

    def _sides(self, side: Side) -> str:
        return {
            Side.BOTH: "",
            Side.EACH: self.tr("Do all of it on one side, then on the other."),
            Side.ALTERNATING: self.tr("Change sides each time; the number counts for each side."),
        }[side]

    def _pace(self, item: Prescription) -> str:
        tempo = item.dose.tempo
        if tempo is None or item.dose.reps is None:
            return ""
        tempo = item.dose.repetition_tempo()
        up, hold, down = item.tempo_words or (self.tr("go"), self.tr("hold"), self.tr("return"))
        parts = (
            (up, tempo.up_s),
            (hold, tempo.hold_s),
            (down, tempo.down_s),
            (self.tr("pause"), tempo.pause_s),
        )
        said = ", ".join(f"{word} {number(seconds)} s" for word, seconds in parts if seconds)
        return self.tr("Pace: %1.").replace("%1", said)

    def seconds(self, value: Span) -> str:
        """Such as "30 seconds" or "5–10 minutes"."""
        if value.low >= MINUTES_FROM_S and value.low % 60 == 0 and value.high % 60 == 0:
            return self.tr("%1 minutes").replace("%1", span(Span(value.low / 60, value.high / 60)))
        text = self.tr("1 second") if value == ONCE else self.tr("%1 seconds")
        return text.replace("%1", span(value))

    def breath(self, code: BreathCode) -> str:
        """What to do with the breath, as a sentence."""
        return {
            BreathCode.EXHALE_ON_EFFORT: self.tr("Breathe out on the effort and in on the way back."),
            BreathCode.EXHALE_ON_RETURN: self.tr("Breathe in on the way down and out on the way back."),
            BreathCode.STRETCH: self.tr(
                "Breathe out as you ease in. Then breathe slowly: in for 4, out for 6."
            ),
            BreathCode.WAVE: self.tr("Breathe out as your back rounds, in as it lengthens."),
            BreathCode.ENGAGE_HOLD: self.tr("Breathe out to begin, then keep breathing quietly."),
            BreathCode.PACED: self.tr("In through the nose for 4 seconds, out for 6."),
            BreathCode.FREE: self.tr("Breathe freely; you should be able to talk."),
            BreathCode.HYPOPRESSIVE: self.tr("Breathe out fully, wait briefly, then breathe normally."),
        }[code]

    def caption(self, position: float, *, moving: bool, single: bool) -> str:
        """What stands under a figure."""
        if moving:
            return self.tr("On the way")
        if single:
            return self.tr("Position")
        return self.tr("End") if position else self.tr("Start")

    def picture(self, name: str, caption: str) -> str:
        """What a screen reader says for a figure."""
        return self.tr("Drawing of %1: %2").replace("%1", name).replace("%2", caption)

    def gate(self, criteria: Sequence[str], min_weeks: int) -> tuple[str, ...]:
        """What should be true before the next phase."""
        weeks = (self.tr("At least %n week(s) in this part.", min_weeks),) if min_weeks else ()
        return (*weeks, *criteria)

    def zone(self, zone: Zone) -> str:
        """Name of a zone, for people who do not see colours."""
        return {Zone.GREEN: self.tr("Green"), Zone.AMBER: self.tr("Amber"), Zone.RED: self.tr("Red")}[zone]

    def zone_range(self, zone: Zone, limits: Thresholds) -> str:
        """Ratings of a zone: "Pain 4 to 5 of 10"."""
        low, high = {
            Zone.GREEN: (0, limits.green_max),
            Zone.AMBER: (limits.green_max + 1, limits.amber_max),
            Zone.RED: (limits.amber_max + 1, 10),
        }[zone]
        if low == high:
            return self.tr("Pain %1 of 10").replace("%1", str(low))
        return self._fill(self.tr("Pain %1 to %2 of 10"), str(low), str(high))

    def zone_advice(self, zone: Zone, limits: Thresholds) -> str:
        """What a zone asks for (clinical reference D1 and D4)."""
        text = {
            Zone.GREEN: self.tr("Go on. A little discomfort that settles soon is fine."),
            Zone.AMBER: self.tr(
                "Do less: fewer times, or a smaller movement. The same holds when pain rises by more than"
                " %1 of 10."
            ),
            Zone.RED: self.tr(
                "Stop this exercise, rest, and leave it out for today. The same holds when pain rises by more"
                " than %2 of 10."
            ),
        }[zone]
        return self._fill(text, str(limits.green_rise_max), str(limits.amber_rise_max))

    def pain_rules(self, limits: Thresholds) -> tuple[str, ...]:
        """What holds besides the zones (clinical reference D2 and D4)."""
        return (
            self.tr(
                "End the session at pain of %1 or more, or when new leg pain, numbness or weakness comes."
            ).replace("%1", str(limits.stop_from)),
            self.tr("If your usual pain is %1 or more, go by the rise alone.").replace(
                "%1", str(limits.usual_high_from)
            ),
            self.tr(
                "Look at the next morning too: with more than %1 points above the pain before the session, do"
                " about a third less next time."
            ).replace("%1", str(limits.amber_rise_max)),
        )

    def leave_out(self, movements: Sequence[str]) -> str:
        """What a condition leaves out."""
        return self.tr("Leave out: %1.").replace("%1", ", ".join(movements)) if movements else ""

    def careful(self, movements: Sequence[str]) -> str:
        """What a condition allows with support, less range or less load."""
        text = self.tr("Only gently and with support: %1.")
        return text.replace("%1", ", ".join(movements)) if movements else ""

    def first_agree(self) -> str:
        """For conditions where nothing is done before a clinician has agreed."""
        return self.tr("Begin only after your clinician has agreed.")

    def ask_first(self, exercises: Sequence[str]) -> str:
        """Names exercises of the program that touch what should be left out."""
        text = self.tr("Ask your clinician before you do: %1.")
        return text.replace("%1", ", ".join(exercises)) if exercises else ""

    def urgency(self, urgency: Urgency) -> str:
        """Heading of a group of warning signs."""
        return {
            Urgency.NOW: self.tr("Get help now"),
            Urgency.TODAY: self.tr("See a doctor today"),
            Urgency.DAYS: self.tr("See a doctor within a few days"),
            Urgency.ROUTINE: self.tr("Tell your doctor at the next visit"),
        }[urgency]

    def signs_lead(self) -> str:
        """Stands above the warning signs."""
        return self.tr(
            "If you would answer yes to one of these, stop the exercises and do what it says below it."
        )

    def log_lead(self) -> str:
        """How the log is used."""
        return self.tr(
            "Tick a box for each session that you did. In the evening, write down your pain of the day: 0"
            " is no pain, 10 the worst that you can imagine. A day without a tick is not lost; go on the"
            " next day."
        )

    def log_week(self, week: int) -> str:
        """Heading of a week of the log."""
        return self.tr("Week %1, from").replace("%1", str(week))


def _runs(numbers: Sequence[int]) -> str:
    """Numbers with runs of three and more drawn together: "1–4, 6, 7". Keeps their order."""
    runs: list[list[int]] = []
    for one in numbers:
        if runs and one == runs[-1][-1] + 1:
            runs[-1].append(one)
        else:
            runs.append([one])
    return ", ".join(
        f"{run[0]}\N{EN DASH}{run[-1]}" if len(run) > 2 else ", ".join(map(str, run)) for run in runs
    )
