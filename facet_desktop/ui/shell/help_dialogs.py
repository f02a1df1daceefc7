"""Two small dialogs: the keys of the program, and what the program is made of."""

from __future__ import annotations

import platform
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6 import __version__ as qt_version
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialog, QGridLayout, QPlainTextEdit, QVBoxLayout, QWidget

from facet_desktop import __version__
from facet_desktop.ui.metrics import SPACE_L, SPACE_M, SPACE_S, SPACE_XL, TextRole
from facet_desktop.ui.widgets.buttons import PrimaryButton
from facet_desktop.ui.widgets.labels import PlainLabel
from facet_desktop.ui.widgets.scroll import PlainScrollArea

if TYPE_CHECKING:
    from facet_desktop.ui.theme import Look

LICENCE_FILES = ("fonts/OFL.txt", "icons/LICENSE")
MIDDLE_DOT = " \N{MIDDLE DOT} "


class _HelpDialog(QDialog):
    """A title, a body and a button to close."""

    def __init__(self, look: Look, name: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName(name)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_XL, SPACE_XL, SPACE_XL, SPACE_L)
        column.setSpacing(SPACE_M)
        self._title = PlainLabel("", TextRole.HEADING, self)
        column.addWidget(self._title)
        self.body = QVBoxLayout()
        self.body.setSpacing(SPACE_S)
        column.addLayout(self.body, 1)
        close = PrimaryButton(look, self.tr("Close"), parent=self)
        close.setObjectName("help_close")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)

    def set_title(self, title: str) -> None:
        """Name the dialog."""
        self._title.setText(title)
        self.setWindowTitle(title)
        self.setAccessibleName(title)


class ShortcutsDialog(_HelpDialog):
    """Every key of the window, and those of the player, which shows its own as well."""

    def __init__(self, look: Look, actions: Sequence[QAction], parent: QWidget | None = None) -> None:
        super().__init__(look, "shortcuts_dialog", parent)
        self.set_title(self.tr("Keyboard shortcuts"))
        content = QWidget(self)
        grid = QGridLayout(content)
        grid.setContentsMargins(0, 0, SPACE_L, 0)
        grid.setHorizontalSpacing(SPACE_XL)
        rows = [(_keys_of(action), action.text()) for action in actions if action.shortcuts()]
        for number, (keys, text) in enumerate(
            [(self.tr("Enter"), self.tr("Start the session on Today")), *rows]
        ):
            grid.addWidget(PlainLabel(keys, TextRole.STRONG, content), number, 0)
            grid.addWidget(
                PlainLabel(text.rstrip("\N{HORIZONTAL ELLIPSIS}"), TextRole.BODY, content), number, 1
            )
        grid.setColumnStretch(1, 1)
        scroll = PlainScrollArea(content, self)
        scroll.setMinimumSize(look.px(420), look.px(360))
        self.body.addWidget(scroll)


class AboutDialog(_HelpDialog):
    """Versions, what Facet is and is not, and the licences of what it brings along."""

    def __init__(self, look: Look, resources: Path, parent: QWidget | None = None) -> None:
        super().__init__(look, "about_dialog", parent)
        self.set_title("Facet")
        versions = (f"Facet {__version__}", f"Qt {qt_version}", f"Python {platform.python_version()}")
        self.body.addWidget(PlainLabel(MIDDLE_DOT.join(versions), TextRole.MUTED, self))
        for text in (
            self.tr(
                "A companion for rehabilitating chronic facet-joint pain. All data stays on this computer."
            ),
            self.tr("Facet does not find illnesses and does not replace the advice of a clinician."),
            self.tr(
                "Facet is free software under the MIT licence. It uses Qt and PySide6 (LGPL), Python (PSF), "
                "SQLCipher (BSD), NumPy (BSD) and pyqtgraph (MIT)."
            ),
        ):
            self.body.addWidget(PlainLabel(text, TextRole.BODY, self, wrap=True))
        self.body.addWidget(PlainLabel(self.tr("Typeface and icons"), TextRole.SECTION, self))
        box = QPlainTextEdit(_licences(resources), self)
        box.setReadOnly(True)
        box.setTabChangesFocus(True)
        box.setObjectName("licences")
        box.setAccessibleName(self.tr("Licences of typeface and icons"))
        box.setMinimumSize(look.px(520), look.px(180))
        self.body.addWidget(box, 1)


def _keys_of(action: QAction) -> str:
    native = QKeySequence.SequenceFormat.NativeText
    return ", ".join(keys.toString(native) for keys in action.shortcuts())


def _licences(resources: Path) -> str:
    texts = []
    for name in LICENCE_FILES:
        try:
            texts.append((resources / name).read_text(encoding="utf-8").strip())
        except OSError:
            texts.append(name)
    return "\n\n\n".join(texts)
