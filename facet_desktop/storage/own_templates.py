"""Stored templates of the clinic's own, and the marks of all templates."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from facet_desktop.services.records import Stamp
from facet_desktop.services.template_records import MarkKind, StoredTemplate, TemplateMark
from facet_desktop.storage.database import Database, Row
from facet_desktop.storage.rows import program_of, program_text
from facet_desktop.storage.sqlite_dialect import pack_id, unpack_id
from facet_desktop.storage.tables import OWN_TEMPLATE, TEMPLATE_MARK
from facet_desktop.storage.texts import storable

_ALL = OWN_TEMPLATE.select("ORDER BY at_ms DESC, id DESC")
_ONE = OWN_TEMPLATE.select("WHERE id = ?")
_MARKS = TEMPLATE_MARK.select("ORDER BY at_ms, id")


class OwnTemplates:
    """Templates and marks are only added; name, favourite and removal follow from the latest mark."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, template: StoredTemplate) -> None:
        """Adds a template."""
        stamp = template.stamp
        row = (
            pack_id(template.id),
            pack_id(stamp.device_id),
            stamp.at_ms,
            program_text(template.program),
        )
        self._database.execute(OWN_TEMPLATE.insert, row)

    def get(self, template_id: str) -> StoredTemplate | None:
        """One template, also a deleted one, or None."""
        row = self._database.row(_ONE, (pack_id(template_id),))
        return _template_from(row) if row is not None else None

    def all(self) -> Sequence[StoredTemplate]:
        """Every template, also deleted ones, the latest first."""
        return [_template_from(row) for row in self._database.rows(_ALL)]

    def add_mark(self, mark: TemplateMark) -> None:
        """Notes something about a template."""
        stamp = mark.stamp
        row = (
            pack_id(mark.id),
            pack_id(stamp.device_id),
            stamp.at_ms,
            storable(mark.template),
            mark.kind.value,
            storable(mark.value),
        )
        self._database.execute(TEMPLATE_MARK.insert, row)

    def marks(self) -> Mapping[tuple[str, MarkKind], str]:
        """The latest value of every mark, by template and kind."""
        return {
            (template, MarkKind(kind)): value
            for _, _, _, template, kind, value in self._database.rows(_MARKS)
        }


def _template_from(row: Row) -> StoredTemplate:
    key, device, at_ms, document = row
    return StoredTemplate(unpack_id(key), program_of(document), Stamp(at_ms, unpack_id(device)))
