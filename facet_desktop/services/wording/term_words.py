"""The terms of the field in plain words."""

from __future__ import annotations

from facet_desktop.domain.breathing import BreathCode
from facet_desktop.domain.exercise import Category, Evidence, Load, Phase, Precaution, StartPosition
from facet_desktop.domain.pain import Zone
from facet_desktop.services.wording.base import Wording


class TermWords(Wording):
    """Names for every enumeration that a person can see."""

    def phase(self, phase: Phase) -> str:
        """Such as "early phase"."""
        return {
            Phase.FLARE: self.tr("flare-up"),
            Phase.EARLY: self.tr("early"),
            Phase.MIDDLE: self.tr("middle"),
            Phase.LATE: self.tr("late"),
            Phase.MAINTENANCE: self.tr("maintenance"),
        }[phase]

    def category(self, category: Category) -> str:
        """Such as "motor control"."""
        return {
            Category.BREATHING: self.tr("breathing"),
            Category.MOTOR_CONTROL: self.tr("motor control"),
            Category.RELAXATION: self.tr("relaxation"),
            Category.FLEXION_STRETCH: self.tr("flexion stretch"),
            Category.MOBILITY: self.tr("mobility"),
            Category.SOFT_TISSUE: self.tr("soft tissue"),
            Category.STRENGTH: self.tr("strength"),
            Category.ENDURANCE: self.tr("endurance"),
            Category.FUNCTIONAL: self.tr("everyday movement"),
            Category.BALANCE: self.tr("balance"),
            Category.CARDIO: self.tr("fitness"),
        }[category]

    def position(self, position: StartPosition) -> str:
        """Such as "on your back"."""
        return {
            StartPosition.SUPINE: self.tr("on your back"),
            StartPosition.SIDE_LYING: self.tr("on your side"),
            StartPosition.PRONE: self.tr("on your front"),
            StartPosition.QUADRUPED: self.tr("hands and knees"),
            StartPosition.KNEELING: self.tr("kneeling"),
            StartPosition.SITTING: self.tr("sitting"),
            StartPosition.STANDING: self.tr("standing"),
            StartPosition.WALKING: self.tr("walking"),
        }[position]

    def load(self, load: Load) -> str:
        """Such as "flexion"."""
        return {
            Load.FLEXION: self.tr("flexion"),
            Load.NEUTRAL: self.tr("neutral"),
            Load.ROTATION: self.tr("rotation"),
            Load.SIDE_BEND: self.tr("side-bend"),
            Load.EXTENSION: self.tr("extension"),
        }[load]

    def precaution(self, precaution: Precaution) -> str:
        """Such as "kneeling"."""
        return {
            Precaution.KNEEL: self.tr("kneeling"),
            Precaution.WRIST: self.tr("weight on the wrists"),
            Precaution.SHOULDER: self.tr("shoulder load"),
            Precaution.FLEXION: self.tr("strong bending forward"),
            Precaution.EXTENSION: self.tr("arching back"),
            Precaution.ROTATION: self.tr("twisting"),
            Precaution.LOAD: self.tr("heavy load"),
            Precaution.SUPINE: self.tr("long lying on the back"),
            Precaution.PRONE: self.tr("lying on the front"),
            Precaution.BALANCE: self.tr("balance"),
            Precaution.APNEA: self.tr("holding the breath"),
            Precaution.PRESSURE: self.tr("pressure on tissue"),
            Precaution.KNEE_FLEXION: self.tr("deep knee bend"),
            Precaution.HEAD_DOWN: self.tr("head down low"),
        }[precaution]

    def evidence(self, evidence: Evidence) -> str:
        """Where exercise and dose come from, as a short mark."""
        return {
            Evidence.SOURCE: self.tr("exercise and dose from a source"),
            Evidence.SOURCE_PART: self.tr("exercise from a source, dose partly proposed"),
            Evidence.SOURCE_EXERCISE: self.tr("exercise from a source, dose proposed"),
            Evidence.KNOWLEDGE: self.tr("professional knowledge, dose proposed"),
            Evidence.OWN: self.tr("written by your clinic"),
        }[evidence]

    def breath(self, code: BreathCode) -> str:
        """What to do with the breath, in a few words."""
        return {
            BreathCode.EXHALE_ON_EFFORT: self.tr("out on the effort"),
            BreathCode.EXHALE_ON_RETURN: self.tr("out on the way back"),
            BreathCode.STRETCH: self.tr("out into the stretch, then slow"),
            BreathCode.WAVE: self.tr("out to round, in to lengthen"),
            BreathCode.ENGAGE_HOLD: self.tr("out to begin, then keep breathing"),
            BreathCode.PACED: self.tr("in 4, out 6"),
            BreathCode.FREE: self.tr("breathe freely"),
            BreathCode.HYPOPRESSIVE: self.tr("out, short pause, breathe"),
        }[code]

    def zone(self, zone: Zone) -> str:
        """The word that goes with the colour of a zone."""
        return {
            Zone.GREEN: self.tr("comfortable"),
            Zone.AMBER: self.tr("watch"),
            Zone.RED: self.tr("ease off"),
        }[zone]

    def weekday(self, weekday: int) -> str:
        """Short name of a day, 0 is Monday."""
        return (
            self.tr("Mon"), self.tr("Tue"), self.tr("Wed"), self.tr("Thu"),
            self.tr("Fri"), self.tr("Sat"), self.tr("Sun"),
        )[weekday]  # fmt: skip

    def weekdays(self, days: frozenset[int]) -> str:
        """Days as people write them: "Every day", "Mon–Fri", "Mon, Wed, Fri"."""
        if len(days) == 7:
            return self.tr("Every day")
        ordered = sorted(days)
        if len(ordered) > 2 and ordered[-1] - ordered[0] == len(ordered) - 1:
            return f"{self.weekday(ordered[0])}\N{EN DASH}{self.weekday(ordered[-1])}"
        return ", ".join(self.weekday(day) for day in ordered)
