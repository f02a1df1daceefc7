"""Where the data lies, and how large it is."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices

from facet_desktop.ui.metrics import TextRole
from facet_desktop.ui.settings.words import SettingsWords
from facet_desktop.ui.theme import Look
from facet_desktop.ui.translation import translate
from facet_desktop.ui.widgets.buttons import SecondaryButton
from facet_desktop.ui.widgets.cards import Card
from facet_desktop.ui.widgets.labels import PlainLabel


class DataSection(Card):
    """Folder, size and a way into the folder."""

    def __init__(self, look: Look, folder: Path) -> None:
        super().__init__("", title_role=TextRole.SUBTITLE)
        self.set_title(self.tr("Your data"))
        self.setObjectName("settings_data")
        self._folder = folder
        stays = self.tr("Everything is kept in one folder on this computer. Facet sends nothing anywhere.")
        self.body.addWidget(PlainLabel(stays, TextRole.MUTED, self, wrap=True))
        self._path = PlainLabel(str(folder), TextRole.STRONG, self, wrap=True)
        self._path.setObjectName("data_folder")
        self._path.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._path.setAccessibleName(self.tr("Data folder"))
        self.body.addWidget(self._path)
        self._size = PlainLabel("", TextRole.MUTED, self, tabular=True)
        self._size.setObjectName("data_size")
        self.body.addWidget(self._size)
        open_it = SecondaryButton(look, self.tr("Open the folder"), "folder-open", self)
        open_it.setObjectName("open_data_folder")
        open_it.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))))
        self.body.addWidget(open_it, 0, Qt.AlignmentFlag.AlignLeft)

    def measure(self) -> None:
        """Read the size again."""
        text = self.tr("{size} on disk").format(
            size=SettingsWords(translate).size(folder_bytes(self._folder))
        )
        self._size.setText(text)


def folder_bytes(folder: Path) -> int:
    """Bytes of all files in a folder and its folders; files that vanish meanwhile count nothing."""
    total = 0
    for path in folder.rglob("*"):
        try:
            total += path.stat().st_size if path.is_file() else 0
        except OSError:
            continue
    return total
