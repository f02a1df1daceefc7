"""The library page as a test needs it."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QEvent

from facet_desktop.ui.context import UiContext
from facet_desktop.ui.library.page import LibraryPage


@contextmanager
def shown_page(context: UiContext) -> Iterator[LibraryPage]:
    """The page on the screen, gone without remains afterwards."""
    page = LibraryPage(context)
    page.resize(1080, 760)
    page.refresh()
    page.show()
    yield page
    page.hide()
    page.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
