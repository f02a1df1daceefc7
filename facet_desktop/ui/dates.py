"""Days in the user's language."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QLocale

LONG = "dddd d MMMM"
"""Friday 20 November"""
SHORT = "ddd d MMM"
"""Fri 20 Nov"""


def day_text(day: date, pattern: str = LONG) -> str:
    """A day by a pattern of Qt's date letters."""
    return QLocale().toString(QDate(day.year, day.month, day.day), pattern)


def day_letter(weekday: int) -> str:
    """One letter for a day of the week; 0 is Monday."""
    return QLocale().dayName(weekday + 1, QLocale.FormatType.NarrowFormat)
