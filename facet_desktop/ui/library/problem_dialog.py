"""Everything that is wrong with a file, so that its author can mend it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from facet_desktop.domain.problems import Problem
from facet_desktop.ui.metrics import SPACE_M, SPACE_XL, TextRole
from facet_desktop.ui.widgets.labels import PlainLabel


class ProblemDialog(QDialog):
    """Lists file, field and reason, as text that can be copied."""

    def __init__(self, file: str, problems: Sequence[Problem], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("import_problems")
        self.setWindowTitle(self.tr("This file was not imported"))
        self.resize(620, 360)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_XL, SPACE_XL, SPACE_XL, SPACE_XL)
        column.setSpacing(SPACE_M)
        title = self.tr("{file} was not imported").format(file=file)
        column.addWidget(PlainLabel(title, TextRole.HEADING, self, wrap=True))
        count = self.tr("Nothing was kept of it. Things to mend: {count}").format(count=len(problems))
        column.addWidget(PlainLabel(count, TextRole.MUTED, self, wrap=True))
        listed = QPlainTextEdit("\n".join(map(str, problems)), self)
        listed.setObjectName("import_problem_list")
        listed.setAccessibleName(self.tr("What is wrong"))
        listed.setReadOnly(True)
        column.addWidget(listed, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.close)
        column.addWidget(buttons)
        self.finished.connect(self.deleteLater)
