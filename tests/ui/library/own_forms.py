"""Filling in the form for an own exercise, as several tests do it."""

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget

from facet_desktop.ui.library.form.figure_choice import CHANGED, FIGURE, OWN_PICTURE
from facet_desktop.ui.library.form.view import ExerciseForm
from facet_desktop.ui.library.page import LibraryPage


def click(page: QWidget, name: str) -> None:
    found = page.findChild(QAbstractButton, name)
    assert found is not None, name
    found.click()


def form_of(page: LibraryPage) -> ExerciseForm:
    form = page._form.form
    assert form is not None
    return form


def copy(page: LibraryPage, name: str = "Clinic clam", slug: str = "clamshell") -> ExerciseForm:
    page.open(slug)
    click(page, "library_copy")
    form = form_of(page)
    form.input("name").set_value(name)
    return form


def choose_kind(form: ExerciseForm, kind: str) -> None:
    form.figure._kind.choose((FIGURE, CHANGED, OWN_PICTURE).index(kind))


def choose_figure(form: ExerciseForm, slug: str) -> None:
    base = form.figure._base
    base.setCurrentIndex(base.findData(slug))
    base.activated.emit(base.currentIndex())


def note_of(page: LibraryPage) -> str:
    """What the form says above itself, or an empty text."""
    note = page._form._note
    return "" if note.isHidden() else note.text()


def type_in(form: ExerciseForm, field: str, text: str) -> None:
    """Types at the end of a line, with real keys."""
    line = form.findChild(QLineEdit, f"own_{field}")
    assert line is not None
    line.end(False)
    QTest.keyClicks(line, text)
