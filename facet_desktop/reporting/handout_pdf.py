"""Sets handouts in pages with typst: tagged PDF/UA-1, bundled fonts, no network.

Everything that is read goes to the template as JSON, so stored text can never be taken for markup.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from facet_desktop.domain.errors import UserError, mark
from facet_desktop.services.handout import Handout
from facet_desktop.services.handout_service import HandoutLook

if TYPE_CHECKING:
    from typst import Fonts, PDFStandard

TEMPLATE = "handout.typ"


class HandoutPdf:
    """Prints handouts; see `HandoutPrinter`. `resources` holds the folders `handout` and `fonts`."""

    def __init__(self, resources: Path) -> None:
        self._root = resources / "handout"
        self._font_folder = resources / "fonts"
        self._bundled: Fonts | None = None

    def pages(self, handout: Handout, look: HandoutLook, drawings: Mapping[str, bytes]) -> bytes:
        """A PDF. Raises UserError when it cannot be made.

        Signs that the bundled fonts lack (an emoji in a name) are sought in the fonts of the system; where no
        font has them, the paper is made without the seal of PDF/UA, tagged all the same.
        """
        try:
            import typst
        except ImportError as error:
            raise UserError(
                mark("This computer has no part that makes PDF files."),
                mark("Make the handout on another computer."),
            ) from error
        inputs = _inputs(handout, look, drawings)
        made_ms = int(datetime(handout.day.year, handout.day.month, handout.day.day, tzinfo=UTC).timestamp())
        attempts: Sequence[tuple[bool, list[PDFStandard]]] = ((False, ["ua-1"]), (True, ["ua-1"]), (True, []))
        reason = ""
        for system_fonts, standards in attempts:
            try:
                return typst.compile(
                    self._root / TEMPLATE,
                    root=self._root,
                    font_paths=self._fonts(system=system_fonts),
                    format="pdf",
                    sys_inputs=inputs,
                    pdf_standards=standards,
                    timestamp=made_ms,
                )
            except typst.TypstError as error:
                reason = error.message
        raise UserError(mark("The handout could not be made: {reason}"), reason=reason)

    def _fonts(self, *, system: bool) -> Fonts:
        import typst

        if system:
            return typst.Fonts(include_system_fonts=True, font_paths=[self._font_folder])
        if self._bundled is None:
            self._bundled = typst.Fonts(include_system_fonts=False, font_paths=[self._font_folder])
        return self._bundled


def _inputs(handout: Handout, look: HandoutLook, drawings: Mapping[str, bytes]) -> dict[str, str]:
    return {
        "data": json.dumps(_as_table(handout)),
        "drawings": json.dumps({key: drawing.decode() for key, drawing in drawings.items()}),
        "look": json.dumps({"paper": look.paper.value, "large_print": look.large_print}),
    }


def _as_table(handout: Handout) -> dict[str, Any]:
    table = asdict(handout)
    day = table.pop("day")
    table |= {"year": day.year, "month": day.month, "month_day": day.day}
    for phase, made in zip(table["phases"], handout.phases, strict=True):
        for row, part in zip(phase["exercises"], made.exercises, strict=True):
            for picture, one in zip(row["pictures"], part.pictures, strict=True):
                picture["key"] = one.key
    return table
