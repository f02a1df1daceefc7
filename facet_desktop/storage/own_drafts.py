"""Stored drafts of own exercises: what is filled in and not saved yet."""

from __future__ import annotations

import json
from collections.abc import Sequence

from facet_desktop.services.own_records import FormDraft, FormKind, FormPlace, Picture
from facet_desktop.services.records import Stamp
from facet_desktop.storage.database import Database, Row
from facet_desktop.storage.sqlite_dialect import pack_id, unpack_id
from facet_desktop.storage.tables import OWN_DRAFT, OWN_DRAFT_PICTURE
from facet_desktop.storage.texts import checked_json, storable

_ONE = OWN_DRAFT.select("WHERE id = ?")
_OF_PLACE = OWN_DRAFT.select("WHERE kind = ? AND slug = ? ORDER BY at_ms DESC, id DESC")
_PICTURE = OWN_DRAFT_PICTURE.select("WHERE draft_id = ?")


class OwnDrafts:
    """Drafts by id; a picture lies beside its draft, so that typing does not write it again."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def save(self, draft: FormDraft) -> None:
        """Adds or replaces a draft; its picture stays."""
        self._database.execute(OWN_DRAFT.upsert, _row(draft))

    def save_picture(self, draft_id: str, picture: Picture, stamp: Stamp) -> None:
        """Adds or replaces the picture of a draft."""
        row = (pack_id(draft_id), pack_id(stamp.device_id), stamp.at_ms, picture.kind, picture.content)
        self._database.execute(OWN_DRAFT_PICTURE.upsert, row)

    def get(self, draft_id: str) -> FormDraft | None:
        """One draft, or None."""
        row = self._database.row(_ONE, (pack_id(draft_id),))
        return _draft_from(row) if row is not None else None

    def of(self, place: FormPlace) -> Sequence[FormDraft]:
        """The drafts of a form, the latest first."""
        return [_draft_from(row) for row in self._database.rows(_OF_PLACE, (place.kind.value, place.slug))]

    def picture(self, draft_id: str) -> Picture | None:
        """The picture of a draft, or None."""
        row = self._database.row(_PICTURE, (pack_id(draft_id),))
        return Picture(row[3], bytes(row[4])) if row is not None else None

    def delete(self, draft_id: str) -> None:
        """Removes a draft and its picture."""
        key = (pack_id(draft_id),)
        with self._database.transaction():
            self._database.execute("DELETE FROM own_draft_picture WHERE draft_id = ?", key)
            self._database.execute("DELETE FROM own_draft WHERE id = ?", key)


def _row(draft: FormDraft) -> Row:
    stamp, place, text = draft.stamp, draft.place, draft.document
    return (
        pack_id(draft.id),
        pack_id(stamp.device_id),
        stamp.at_ms,
        place.kind.value,
        storable(place.slug),
        draft.based_on,
        checked_json(text, lambda: json.loads(text)),
    )


def _draft_from(row: Row) -> FormDraft:
    key, device, at_ms, kind, slug, based_on, document = row
    place = FormPlace(FormKind(kind), slug)
    return FormDraft(unpack_id(key), place, based_on, document, Stamp(at_ms, unpack_id(device)))
