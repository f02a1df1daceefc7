"""The frame every page is made of, and the head of a page."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from facet_desktop.ui.metrics import SPACE_L, SPACE_M, SPACE_XS, TextRole
from facet_desktop.ui.widgets.labels import ElidedLabel, PlainLabel
from facet_desktop.ui.widgets.turning_row import TurningRow

CARD_PADDING_PX = 18


class Card(QFrame):
    """A white box with a thin line: an optional title row, and `body`, a vertical layout to fill.

    ``title_role`` is `TextRole.SECTION` for small quiet titles, `SUBTITLE` or `HEADING` for larger ones.
    """

    def __init__(
        self,
        title: str = "",
        parent: QWidget | None = None,
        *,
        title_role: TextRole = TextRole.SECTION,
        padding_px: int = CARD_PADDING_PX,
    ) -> None:
        super().__init__(parent)
        self.setProperty("frame", "card")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(padding_px, padding_px - 2, padding_px, padding_px - 2)
        outer.setSpacing(SPACE_M)
        self._head = QHBoxLayout()
        self._head.setSpacing(SPACE_M)
        self._title = PlainLabel(title, title_role, self)
        self._title.setVisible(bool(title))
        self._head.addWidget(self._title)
        self._head.addStretch(1)
        self.body = QVBoxLayout()
        self.body.setSpacing(SPACE_M)
        outer.addLayout(self._head)
        outer.addLayout(self.body, 1)
        self.setAccessibleName(title)

    def title(self) -> str:
        """The words of the title row."""
        return self._title.text()

    def set_title(self, title: str) -> None:
        """Show ``title``, plain; an empty one takes no room."""
        self._title.setText(title)
        self._title.setVisible(bool(title))
        self.setAccessibleName(title)

    def add_beside_title(self, widget: QWidget) -> None:
        """Put a chip or the like right after the title."""
        self._head.insertWidget(self._head.count() - self._right_count() - 1, widget)

    def add_to_title_row(self, widget: QWidget) -> None:
        """Put a widget at the right end of the title row."""
        self._head.addWidget(widget)

    def set_chosen(self, chosen: bool) -> None:
        """Show the card as the selected one of several, with a strong outline."""
        self.setProperty("frame", "chosen" if chosen else "card")
        self.style().unpolish(self)
        self.style().polish(self)
        self.update()

    def _right_count(self) -> int:
        after = 0
        for index in range(self._head.count() - 1, -1, -1):
            item = self._head.itemAt(index)
            if item is not None and item.spacerItem() is not None:
                break
            after += 1
        return after


class PageHeader(TurningRow):
    """The title of a page, a quieter line above or below it, and the page's actions at the right.

    Where there is no room beside the title, the actions stand below it.
    With ``elided`` a long title is shortened where it does not fit, such as one that holds a name.
    """

    def __init__(
        self,
        title: str,
        subtitle: str = "",
        parent: QWidget | None = None,
        *,
        subtitle_above: bool = False,
        elided: bool = False,
    ) -> None:
        super().__init__(parent, spacing_px=SPACE_L - 2)
        self._row.setContentsMargins(0, 0, 0, SPACE_XS)
        words = self.words
        kind = ElidedLabel if elided else PlainLabel
        self._title = kind(title, TextRole.TITLE, self)
        role = TextRole.SMALL if subtitle_above else TextRole.MUTED
        self._subtitle = PlainLabel(subtitle, role, self, wrap=True)
        words.addStretch(1)
        self._title_row = QHBoxLayout()
        self._title_row.setSpacing(SPACE_M)
        self._title_row.addWidget(self._title)
        self._title_row.addStretch(1)
        words.addLayout(self._title_row)
        words.insertWidget(1 if subtitle_above else 2, self._subtitle)
        words.addStretch(1)
        self._actions = QHBoxLayout()
        self._actions.setSpacing(SPACE_L - 2)
        self.put_beside(self._actions)
        self.set_subtitle(subtitle)
        self.setAccessibleName(title)

    def set_title(self, title: str) -> None:
        """Show another title, as plain text."""
        if isinstance(self._title, ElidedLabel):
            self._title.set_full_text(title)
        else:
            self._title.setText(title)
        self.setAccessibleName(title)

    def set_subtitle(self, subtitle: str) -> None:
        """Show another line beside the title; an empty one takes no room."""
        self._subtitle.setText(subtitle)
        self._subtitle.setVisible(bool(subtitle))

    def add_beside_title(self, widget: QWidget) -> None:
        """Put a chip right after the title."""
        self._title_row.insertWidget(self._title_row.count() - 1, widget, 0, Qt.AlignmentFlag.AlignVCenter)

    def add_action(self, widget: QWidget) -> None:
        """Add a control at the right; the main one comes last."""
        self._actions.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
