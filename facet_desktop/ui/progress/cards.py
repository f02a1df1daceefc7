"""Cards with a chart that can be turned over to the same numbers as a table."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from facet_desktop.ui.charts.tables import RowsTable
from facet_desktop.ui.context import UiContext
from facet_desktop.ui.metrics import SPACE_S, TextRole
from facet_desktop.ui.progress.presenter import Table
from facet_desktop.ui.widgets.buttons import IconButton
from facet_desktop.ui.widgets.cards import Card
from facet_desktop.ui.widgets.labels import PlainLabel

HEAD_HEIGHT_PX, HEAD_PADDING_PX = 36, 14
"""Height of the button in the title row, and the padding that suits a row of that height."""


class FlipCard(Card):
    """A picture, and behind it the same numbers as a table; a button in the title row turns it over.

    ``name`` begins the object names of its parts. Fill `front`; a sentence stands for it while it is empty.
    """

    def __init__(self, context: UiContext, name: str, parent: QWidget | None = None) -> None:
        super().__init__("", parent, title_role=TextRole.SUBTITLE, padding_px=HEAD_PADDING_PX)
        self.setObjectName(f"{name}_card")
        self.front = QWidget(self)
        self.front_layout = QVBoxLayout(self.front)
        self.front_layout.setContentsMargins(0, 0, 0, 0)
        self.front_layout.setSpacing(SPACE_S)
        self.table = RowsTable("", self)
        self.table.setObjectName(f"{name}_table")
        self._empty = PlainLabel("", TextRole.MUTED, self, wrap=True)
        self._empty.setObjectName(f"{name}_empty")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._stack = QStackedWidget(self)
        for side in (self.front, self.table, self._empty):
            self._stack.addWidget(side)
        self.flip = IconButton(context.theme, "table", "", self, size_px=HEAD_HEIGHT_PX)
        self.flip.setObjectName(f"{name}_as_table")
        self.flip.setCheckable(True)
        self.flip.toggled.connect(self._turn)
        self.body.addWidget(self._stack, 1)
        self._table = Table((), ())
        self._is_filled = True
        self._turn(False)

    def add_flip(self) -> None:
        """Put the button at the end of the title row."""
        self.add_to_title_row(self.flip)

    def show_sides(self, title: str, table: Table, empty: str) -> None:
        """Show title and table, or a sentence where there is nothing to show."""
        self.set_title(title)
        self.table.setAccessibleName(self.tr("{title} as a table").format(title=title))
        self._table = table
        self._is_filled = False
        self._empty.setText(empty)
        self.flip.setVisible(not empty)
        self._turn(self.flip.isChecked())

    def title_width(self) -> int:
        """Pixels that the title takes."""
        return self._title.sizeHint().width()

    def _turn(self, as_table: bool) -> None:
        self.flip.set_icon_name("chart-line" if as_table else "table")
        self.flip.set_name(self.tr("Show as chart") if as_table else self.tr("Show as table"))
        if as_table and not self._is_filled:
            self.table.show_rows(self._table.heads, self._table.rows)
            self._is_filled = True
        is_empty = bool(self._empty.text())
        self._stack.setCurrentWidget(self._empty if is_empty else self.table if as_table else self.front)
