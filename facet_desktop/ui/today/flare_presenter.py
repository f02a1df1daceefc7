"""What to do in a flare-up: the warning signs to ask about, and the gentle sessions to offer."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from facet_desktop.domain.errors import UserError, mark
from facet_desktop.domain.timeline import session_ms
from facet_desktop.domain.values import frozen
from facet_desktop.ui.today.presenter import FLARE_TEMPLATE

if TYPE_CHECKING:
    from facet_desktop.domain.program import PlannedSession
    from facet_desktop.domain.red_flags import RedFlag, ScreenResult
    from facet_desktop.services.playing import PlayedSession
    from facet_desktop.ui.context import UiContext


@frozen
class Relief:
    """A gentle session: its name, its minutes in words, and the names of its exercises."""

    session: PlannedSession
    minutes: str
    exercises: str


class FlarePresenter:
    """Asks the library; plays without touching the plan."""

    def __init__(self, context: UiContext) -> None:
        self._context = context

    def questions(self) -> tuple[RedFlag, ...]:
        """Every warning sign, those that cannot wait first."""
        return self._context.services.safety.questions()

    def is_locked(self) -> bool:
        """Whether a sign that was answered with yes keeps sessions locked."""
        patient = self._context.services.patients.current()
        return patient is not None and self._context.services.safety.lock(patient.id) is not None

    def screened(self, ticked: Collection[str]) -> ScreenResult:
        """Keeps the answers and says what they ask for. Raises UserError without a patient."""
        services = self._context.services
        patient = services.patients.current()
        if patient is None:
            raise UserError(mark("There is no patient yet."), mark("Choose a program first."))
        context = services.safety.context(patient.id)
        return services.safety.answer(patient.id, dict.fromkeys(ticked, True), context)

    def notes(self) -> str:
        """What the library says about a flare; empty without the program."""
        template = self._context.services.library.library.templates.get(FLARE_TEMPLATE)
        return template.notes if template else ""

    def reliefs(self) -> tuple[Relief, ...]:
        """The sessions of the built-in flare program; none when it cannot be built."""
        services = self._context.services
        library = services.library.library
        template = library.templates.get(FLARE_TEMPLATE)
        if template is None:
            return ()
        try:
            program = template.program(library, services.ids.new)
        except KeyError:
            return ()
        return tuple(self._relief(session) for _, session in program.sessions() if session.items)

    def play(self, relief: Relief) -> PlayedSession:
        """Plays a session that is not recorded and belongs to no plan. Raises UserError when it is empty."""
        services = self._context.services
        patient = services.patients.current()
        pacing = services.settings.present.pacing
        return services.play.preview(relief.session, pacing, patient.id if patient is not None else None)

    def _relief(self, session: PlannedSession) -> Relief:
        pacing = self._context.services.settings.present.pacing
        minutes = self._context.words.dose.minutes(session_ms(session, pacing))
        return Relief(session, minutes, ", ".join(item.name for item in session.items))
