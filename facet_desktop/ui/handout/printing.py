"""Sends a PDF to a printer that a person chooses."""

from __future__ import annotations

from PySide6.QtCore import QMarginsF, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

MOST_DPI = 300
"""Finer pages cost memory and look the same."""
POINTS_AN_INCH = 72


def ask_and_print(document: QPdfDocument, parent: QWidget, name: str) -> bool:
    """Asks for a printer and prints; False when the person thought better of it or nothing was printed."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(name)
    size = document.pagePointSize(0)
    page = QPageSize(size, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    printer.setPageLayout(QPageLayout(page, QPageLayout.Orientation.Portrait, QMarginsF()))
    printer.setFullPage(True)
    dialog = QPrintDialog(printer, parent)
    dialog.setMinMax(1, document.pageCount())
    if dialog.exec() != QPrintDialog.DialogCode.Accepted:
        return False
    QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    try:
        return print_pages(document, printer)
    finally:
        QGuiApplication.restoreOverrideCursor()


def print_pages(document: QPdfDocument, printer: QPrinter) -> bool:
    """Prints the pages that the printer was told, all when it was told none."""
    first = max(1, printer.fromPage())
    last = min(printer.toPage() or document.pageCount(), document.pageCount())
    painter = QPainter()
    if not painter.begin(printer):
        return False
    for number in range(first - 1, last):
        if number >= first:
            printer.newPage()
        _print_page(document, printer, painter, number)
    return painter.end()


def _print_page(document: QPdfDocument, printer: QPrinter, painter: QPainter, number: int) -> None:
    points = document.pagePointSize(number)
    scale = min(MOST_DPI, printer.resolution()) / POINTS_AN_INCH
    picture = document.render(number, QSize(round(points.width() * scale), round(points.height() * scale)))
    paper = printer.pageLayout().fullRectPixels(printer.resolution())
    fitted = picture.size().scaled(paper.size(), Qt.AspectRatioMode.KeepAspectRatio)
    painter.drawImage(QRectF(0, 0, fitted.width(), fitted.height()), picture)
