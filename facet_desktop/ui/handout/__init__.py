"""The patient's paper: options, preview, print and save. `open_handout` is the way in."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from facet_desktop.domain.program import Program
    from facet_desktop.services.records import Patient
    from facet_desktop.ui.context import UiContext
    from facet_desktop.ui.handout.dialog import HandoutDialog


def open_handout(
    context: UiContext, program: Program, patient: Patient | None, parent: QWidget | None = None
) -> HandoutDialog:
    """Shows the paper of a program; the dialog belongs to `parent` and goes when it is closed."""
    from facet_desktop.ui.handout.dialog import HandoutDialog

    dialog = HandoutDialog(context, program, patient, parent)
    dialog.open()
    dialog.remake()
    return dialog
