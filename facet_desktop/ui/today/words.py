"""Words of the first page."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from facet_desktop.domain.adherence import DayCount, DayState
from facet_desktop.services.wording.base import Wording
from facet_desktop.ui.dates import LONG, day_text

if TYPE_CHECKING:
    from facet_desktop.services.today_service import NextSession, TodayView
    from facet_desktop.services.wording.term_words import TermWords

_DOT = " \N{MIDDLE DOT} "


class TodayWords(Wording):
    """Greetings, counts and states of days, without blame."""

    def greeting(self, hour: int) -> str:
        """By the hour of the person's day, 0 to 23."""
        if 5 <= hour < 12:
            return self.tr("Good morning")
        return self.tr("Good afternoon") if 12 <= hour < 18 else self.tr("Good evening")

    def subtitle(self, view: TodayView, terms: TermWords) -> str:
        """Such as "Friday 20 November · week 3 · early phase"."""
        parts = [day_text(view.today)]
        if view.phase is not None:
            parts.append(self.tr("week %1").replace("%1", str(view.week_number)))
            parts.append(self.tr("%1 phase").replace("%1", terms.phase(view.phase.phase)))
        return _DOT.join(parts)

    def counter(self, following: NextSession) -> str:
        """Such as "1 of 2 today"; empty when one session is all."""
        if following.planned_today < 2:
            return ""
        text = self.tr("%1 of %2 today").replace("%1", str(following.number_today))
        return text.replace("%2", str(following.planned_today))

    def no_equipment(self) -> str:
        """When nothing is needed."""
        return self.tr("no equipment")

    def done_title(self) -> str:
        """Everything planned for today is done."""
        return self.tr("Done for today")

    def done_text(self, next_day: str) -> str:
        """What comes after a day that is done."""
        text = self.tr("You have done what was planned for today.")
        return f"{text} {next_day}".strip()

    def free_title(self) -> str:
        """Nothing is planned for today."""
        return self.tr("A free day")

    def free_text(self, next_day: str) -> str:
        """What comes after a free day."""
        text = self.tr("Nothing is planned for today. A rest is part of the plan.")
        return f"{text} {next_day}".strip()

    def rest_title(self) -> str:
        """The person chose to rest today."""
        return self.tr("Resting today")

    def rest_text(self, next_day: str) -> str:
        """What comes after a day of rest."""
        text = self.tr("That is fine. Nothing is lost.")
        return f"{text} {next_day}".strip()

    def next_day(self, day: date | None, today: date) -> str:
        """Such as "Your next session is on Saturday 21 November."."""
        if day is None:
            return ""
        if (day - today).days == 1:
            return self.tr("Your next session is tomorrow.")
        return self.tr("Your next session is on %1.").replace("%1", day_text(day, LONG))

    def week(self, week: tuple[DayCount, ...], best_run: int) -> str:
        """Such as "4 of 5 days · best run 9 days"."""
        planned = [one for one in week if one.planned]
        if not planned:
            return self.tr("Nothing is planned this week.")
        done = sum(1 for one in planned if one.credit)
        text = self.tr("%1 of %n day(s)", len(planned)).replace("%1", str(done))
        if best_run < 2:
            return text
        return text + _DOT + self.tr("best run %n day(s)", best_run)

    def day(self, count: DayCount, today: date) -> str:
        """One day of the week strip in a sentence."""
        said = {
            DayState.DONE: self.tr("done"),
            DayState.PARTLY: self.tr("partly done"),
            DayState.MISSED: self.tr("not done"),
            DayState.FREE: self.tr("nothing planned"),
            DayState.AHEAD: self.tr("planned"),
        }[count.state(today)]
        name = self.tr("Today") if count.day == today else day_text(count.day)
        return f"{name}: {said}"

    def resume(self, exercise: str) -> str:
        """The offer to take up a session that was cut off."""
        text = self.tr("A session was cut off at %1. Everything you had done is kept.")
        return text.replace("%1", exercise)

    def points(self, points: float) -> str:
        """A change of pain, without its sign: "2.4 points"."""
        return self.tr("%1 points").replace("%1", f"{abs(points):g}")

    def same(self) -> str:
        """No change of pain."""
        return self.tr("no change")

    def rated(self, pain_nprs: int | None) -> str:
        """What was said last today."""
        if pain_nprs is None:
            return ""
        return self.tr("Last answer today: %1. You can answer again at any time.").replace(
            "%1", str(pain_nprs)
        )
