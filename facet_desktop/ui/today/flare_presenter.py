"""What to do in a flare-up: the warning signs to ask about, and the gentle sessions to offer."""

from __future__ import annotations

from collections.abc import Collection

from facet_desktop.domain.program import PlannedSession
from facet_desktop.domain.red_flags import LOCKING, RedFlag, ScreenResult, screen
from facet_desktop.domain.timeline import session_ms
from facet_desktop.domain.values import frozen
from facet_desktop.services.playing import PlayedSession
from facet_desktop.ui.context import UiContext
from facet_desktop.ui.today.presenter import FLARE_TEMPLATE


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
        """The warning signs that ask for care now or today."""
        flags = self._context.services.library.library.red_flags
        return tuple(flag for flag in flags if flag.urgency in LOCKING)

    def screened(self, ticked: Collection[str]) -> ScreenResult:
        """What the ticked signs mean."""
        return screen(self.questions(), dict.fromkeys(ticked, True))

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
        return services.play.preview(relief.session, services.settings.present.pacing)

    def _relief(self, session: PlannedSession) -> Relief:
        pacing = self._context.services.settings.present.pacing
        minutes = self._context.words.dose.minutes(session_ms(session, pacing))
        return Relief(session, minutes, ", ".join(item.name for item in session.items))
