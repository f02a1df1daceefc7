"""Words of the page of charts."""

from __future__ import annotations

from datetime import date

from facet_desktop.domain.adherence import DayCount, DayState
from facet_desktop.domain.pain import PainChange
from facet_desktop.services.progress_service import SessionCounts
from facet_desktop.services.wording.base import Wording
from facet_desktop.ui.charts.readout import number_text
from facet_desktop.ui.dates import LONG, day_text


class ProgressPageWords(Wording):
    """Counts and their meaning in plain words, without blame."""

    def share(self, share: float | None) -> str:
        """Such as "86 % of planned"; empty without a plan."""
        if share is None:
            return ""
        return self.tr("%1\N{NO-BREAK SPACE}% of planned").replace("%1", str(round(share * 100)))

    def day(self, count: DayCount, today: date) -> str:
        """One day of the heat map in a sentence."""
        said = {
            DayState.DONE: self.tr("done"),
            DayState.PARTLY: self.tr("partly done"),
            DayState.MISSED: self.tr("nothing recorded"),
            DayState.FREE: self.tr("nothing planned"),
            DayState.AHEAD: self.tr("planned"),
        }[count.state(today)]
        text = f"{day_text(count.day, LONG)}: {said}"
        if not count.planned:
            return text
        amount = self.tr("%1 of %2").replace("%1", number_text(count.credit))
        return f"{text} ({amount.replace('%2', str(count.planned))})"

    def week_from(self) -> str:
        """Head of the column of weeks."""
        return self.tr("Week from")

    def latest_weeks(self, weeks: int) -> str:
        """When not all weeks have room."""
        return self.tr("The last %n week(s) of the range.", weeks)

    def no_pain(self) -> str:
        """Instead of the pain chart."""
        return self.tr("No pain ratings in this time. You can rate your pain on the Today page.")

    def no_sessions(self) -> str:
        """Instead of the charts of sessions."""
        return self.tr("No sessions were planned in this time.")

    def rated(self, rated: int, days: int) -> str:
        """How complete the ratings are."""
        if not rated:
            return ""
        text = self.tr("Rated on %1 of %2 days.")
        return text.replace("%1", str(rated)).replace("%2", str(days))

    def course(self, change: PainChange | None) -> str:
        """How to read ups and downs; empty where the change speaks for itself."""
        if change is None:
            return self.tr("The average needs three rated days within a week.")
        if not change.matters:
            return self.tr("Look at the line rather than at single days.")
        if change.points > 0:
            return self.tr(
                "If it stays higher, talk it over with your therapist. The plan can be made easier."
            )
        return ""

    def sessions(self, counts: SessionCounts) -> str:
        """How the weeks went: only what was kept up is counted out, or else the longest run."""
        if counts.weeks_kept:
            text = self.tr("In %1 of %2 full weeks you did at least four fifths of the plan.")
            return text.replace("%1", str(counts.weeks_kept)).replace("%2", str(counts.weeks_over))
        if counts.planned and not counts.weeks_over:
            return self.tr("Your first full week is still to come.")
        return self.tr("Longest run: %n planned day(s).", counts.best_run) if counts.best_run > 1 else ""
