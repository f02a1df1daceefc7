"""What the advice page shows, and the clearance that opens sessions again. No widgets here."""

from __future__ import annotations

from facet_desktop.domain.red_flags import RedFlag, Urgency
from facet_desktop.domain.values import frozen
from facet_desktop.services.settings import Role
from facet_desktop.ui.advice.words import AdviceWords
from facet_desktop.ui.context import UiContext
from facet_desktop.ui.dates import day_text
from facet_desktop.ui.translation import translate


@frozen
class AdviceModel:
    """The page while sessions are locked. `raised` are the signs answered with yes, the gravest first."""

    headline: str
    emergency: str
    why: str
    raised: tuple[RedFlag, ...]
    shows_concern: bool
    """Whether what the sign may stand for is named; that is for clinicians."""


class AdvicePresenter:
    """Asks for the lock of the current patient and records a clearance."""

    def __init__(self, context: UiContext) -> None:
        self._services = context.services
        self._words = AdviceWords(translate)

    def model(self) -> AdviceModel | None:
        """The page; None while nothing is locked."""
        patient = self._services.patients.current()
        locked = self._services.safety.lock(patient.id) if patient else None
        day = self._services.safety.locked_on(patient.id) if patient else None
        if locked is None or day is None:
            return None
        urgency = locked.urgency or Urgency.NOW
        return AdviceModel(
            headline=self._words.headline(urgency),
            emergency=self._words.emergency(urgency),
            why=self._words.why_locked(day_text(day)),
            raised=locked.raised,
            shows_concern=self._services.settings.present.role is Role.CLINIC,
        )

    def question(self, name: str) -> str:
        """What is asked before sessions are unlocked."""
        return self._words.confirm(" ".join(name.split()))

    def clear(self, name: str, note: str) -> None:
        """Records who allowed exercise again. Raises UserError without a name, or when a text is too long."""
        patient = self._services.patients.current()
        if patient is not None:
            self._services.safety.clear(patient.id, name, note)

    def home_page(self) -> str:
        """Key of the page to go back to."""
        return "editor" if self._services.settings.present.role is Role.CLINIC else "today"
