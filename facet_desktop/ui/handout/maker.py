"""Makes a handout without standing still: figures one by one between events, the pages in a thread."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, QThread, QTimer, Signal

from facet_desktop.domain.errors import UserError
from facet_desktop.domain.program import Program
from facet_desktop.services.handout import Handout, Picture
from facet_desktop.services.handout_builder import Person
from facet_desktop.services.handout_service import HandoutLook, HandoutService


class _Setter(QThread):
    """Sets the pages of one handout; `pages` or `error` hold what came of it."""

    def __init__(self, work: Callable[[], bytes], parent: QObject) -> None:
        super().__init__(parent)
        self._work = work
        self.pages: bytes | None = None
        self.error: Exception | None = None

    def run(self) -> None:
        """Runs in the thread."""
        try:
            self.pages = self._work()
        except Exception as error:
            self.error = error


class HandoutMaker(QObject):
    """Makes one handout at a time; a new order, or `cancel`, drops the one under way."""

    progressed = Signal(int, int)
    made = Signal(bytes)
    failed = Signal(object)

    def __init__(self, service: HandoutService, parent: QObject) -> None:
        super().__init__(parent)
        self._service = service
        self._order = 0
        self._setters: list[_Setter] = []

    def make(self, program: Program, person: Person, look: HandoutLook) -> None:
        """Begins; `made` or `failed` follows, unless it is cancelled."""
        self._order += 1
        try:
            handout = self._service.handout(program, person, look)
        except UserError as error:
            self.failed.emit(error)
            return
        self._draw(self._order, handout, look, list(handout.pictures()), {})

    def cancel(self) -> None:
        """Nothing more comes of what is under way."""
        self._order += 1

    def finish(self) -> None:
        """Waits for threads, a fraction of a second, before everything goes."""
        self.cancel()
        for setter in self._setters:
            setter.wait()

    def _draw(
        self,
        order: int,
        handout: Handout,
        look: HandoutLook,
        waiting: list[Picture],
        drawings: dict[str, bytes],
    ) -> None:
        if order != self._order:
            return
        steps = len(handout.pictures()) + 1
        self.progressed.emit(steps - 1 - len(waiting), steps)
        if not waiting:
            self._set(order, handout, look, drawings)
            return
        picture, *rest = waiting
        drawing = self._service.draw(picture)
        if drawing is not None:
            drawings[picture.key] = drawing
        QTimer.singleShot(0, self, lambda: self._draw(order, handout, look, rest, drawings))

    def _set(self, order: int, handout: Handout, look: HandoutLook, drawings: Mapping[str, bytes]) -> None:
        setter = _Setter(lambda: self._service.pages(handout, look, drawings), self)
        self._setters.append(setter)
        setter.finished.connect(lambda: self._take(order, setter))
        setter.start()

    def _take(self, order: int, setter: _Setter) -> None:
        self._setters.remove(setter)
        setter.deleteLater()
        if order != self._order:
            return
        if setter.pages is not None:
            self.made.emit(setter.pages)
        elif setter.error is not None:
            self.failed.emit(setter.error)
