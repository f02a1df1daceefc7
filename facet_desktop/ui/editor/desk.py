"""What the parts of the editor share: where it stands, what can be done, and one way of doing it."""

from __future__ import annotations

from collections.abc import Callable

from facet_desktop.domain.errors import StorageError, UserError
from facet_desktop.ui.context import UiContext
from facet_desktop.ui.editor.item_intents import ItemIntents
from facet_desktop.ui.editor.plan_intents import PlanIntents
from facet_desktop.ui.editor.state import EditorState, Starters
from facet_desktop.ui.editor.view_builder import ViewBuilder
from facet_desktop.ui.editor.words import EditorWords
from facet_desktop.ui.translation import error_line, translate

Say = Callable[[str], None]


class Desk:
    """Every change goes through `do`: it happens, errors are told, and the page is shown again."""

    def __init__(self, context: UiContext, starters: Starters, present: Callable[[], None]) -> None:
        self.context = context
        self.words = EditorWords(translate)
        self.state = EditorState(context.services, context.words, self.words, starters)
        self.items = ItemIntents(self.state)
        self.plan = PlanIntents(self.state)
        self.builder = ViewBuilder(self.state)
        self._present = present
        self.is_busy = False
        """Whether a change is under way; its own events need no second look."""

    def do(self, act: Callable[[], object], say: Say | None = None) -> bool:
        """Does something; False when it was refused. `say` takes the sentence of a refusal at its place."""
        try:
            self.attempt(act)
        except UserError as error:
            if say is not None:
                say(error_line(error))
            else:
                self.context.report(error)
            return False
        return True

    def attempt(self, act: Callable[[], object]) -> None:
        """Does something and shows the result. Raises UserError when it is refused.

        Trouble with the disk is told, and the change stays in memory to be stored with the next one.
        """
        self.is_busy = True
        try:
            act()
        except StorageError as error:
            self.context.report(error)
        finally:
            self.is_busy = False
            self._present()
