"""Tables as CSV that spreadsheets open as they are meant: UTF-8 with a mark, ISO dates, no formulas."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from facet_desktop.exchange.whole_files import write_whole
from facet_desktop.services.export_service import Cell

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""A spreadsheet may take a text that begins so for a formula (OWASP, CSV injection)."""


def csv_bytes(heads: Sequence[str], rows: Iterable[Sequence[Cell]], delimiter: str = ",") -> bytes:
    """The table as UTF-8 with byte order mark. Decimals have a point; texts are never formulas."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=delimiter, lineterminator="\r\n")
    writer.writerow([_cell(head) for head in heads])
    writer.writerows([_cell(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def _cell(value: Cell) -> str:
    if value is None:
        return ""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str):
        return f"'{value}" if value.startswith(_FORMULA_STARTS) else value
    return f"{value:.10g}"


class CsvFiles:
    """Writes tables as CSV files; see `TableWriter`."""

    def write(self, path: Path, heads: Sequence[str], rows: Iterable[Sequence[Cell]]) -> None:
        """Writes the whole file or leaves the old one. Raises UserError when that cannot be done."""
        write_whole(path, csv_bytes(heads, rows))
