"""Words about a session as a whole: what stays when it is stopped, and the page after it."""

from __future__ import annotations

from PySide6.QtCore import QObject

from facet_desktop.domain.engine import Status
from facet_desktop.services.app import AppServices
from facet_desktop.services.playing import PlayedSession
from facet_desktop.services.wording.all_words import Words
from facet_desktop.ui.player.models import DoneModel


class Summary(QObject):
    """Counts what was done in a session and says it."""

    def __init__(self, services: AppServices, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._words = words

    def kept(self, session: PlayedSession) -> str:
        """What stays when the session is stopped now."""
        if session.recorder.record is None:
            return self.tr("This is a preview. Nothing is recorded.")
        text = self.tr("Kept: %1, %2, and everything you answered.")
        return text.replace("%1", self._sets(session)).replace("%2", self._minutes(session))

    def done(self, session: PlayedSession) -> DoneModel:
        """The page after the session."""
        record = session.recorder.record
        finished = session.state.status is Status.FINISHED
        title = self.tr("Done for now") if finished else self.tr("Stopped here")
        title = title if record is not None else self.tr("End of the preview")
        exercises = self.tr("%1 of %2").replace("%2", str(len(session.planned.items)))
        done = record.done_exercises if record is not None else 0
        facts = (
            (self.tr("Exercises"), exercises.replace("%1", str(done))),
            (self.tr("Sets"), self._set_count(session)),
            (self.tr("Time"), self._minutes(session)),
        )
        before = record.pain_before_nprs if record is not None else None
        return DoneModel(
            title=title,
            facts=facts if record is not None else (),
            before=""
            if before is None
            else self.tr("Before the session it was %1.").replace("%1", str(before)),
            tomorrow=self._tomorrow(),
            is_preview=record is None,
            pain_after=record.pain_after_nprs if record is not None else None,
            last=session.last_set.name if session.last_set is not None and record is not None else "",
        )

    def _tomorrow(self) -> str:
        limits = self._services.settings.present.thresholds
        text = self.tr(
            "Tomorrow morning, notice your back again before you start. Up to %1 point more than today is "
            "fine. If it is %2 points more or worse, do less next time."
        )
        return text.replace("%1", str(limits.green_rise_max)).replace("%2", str(limits.green_rise_max + 1))

    def _done_and_planned(self, session: PlayedSession) -> tuple[int, int]:
        planned = sum(1 for step in session.timeline.steps if step.ends_set)
        return session.recorder.sets_done, planned

    def _sets(self, session: PlayedSession) -> str:
        done, planned = self._done_and_planned(session)
        return self.tr("%1 of %2 sets").replace("%1", str(done)).replace("%2", str(planned))

    def _set_count(self, session: PlayedSession) -> str:
        done, planned = self._done_and_planned(session)
        return self.tr("%1 of %2").replace("%1", str(done)).replace("%2", str(planned))

    def _minutes(self, session: PlayedSession) -> str:
        return self._words.dose.minutes(session.state.credited_ms)
