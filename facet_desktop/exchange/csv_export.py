"""Tables as CSV that spreadsheets open as they are meant: UTF-8 with a mark, ISO dates, no formulas."""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from facet_desktop.domain.errors import UserError, mark
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
        content = csv_bytes(heads, rows)
        try:
            _replace(path, content)
        except OSError as error:
            raise UserError(
                mark("The file {name} could not be saved."),
                mark("Close it where it is open, or choose another folder."),
                name=path.name,
            ) from error


def _replace(path: Path, content: bytes) -> None:
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        with temporary.open("wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
