"""Counting what a widget is asked to do."""

from PySide6.QtCore import QEvent, QObject


class EventCounter(QObject):
    """Counts the events of one kind that reach the widgets it is installed on."""

    def __init__(self, kind: QEvent.Type) -> None:
        super().__init__()
        self._kind = kind
        self.count = 0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Lets every event through."""
        self.count += event.type() == self._kind
        return False
