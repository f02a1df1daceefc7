"""Stored exercises of the clinic's own: versions, marks and pictures."""

from __future__ import annotations

from collections.abc import Sequence

from facet_desktop.services.own_records import Picture, StoredVersion
from facet_desktop.services.records import Stamp
from facet_desktop.storage.database import Database, Row
from facet_desktop.storage.sqlite_dialect import pack_id, unpack_id
from facet_desktop.storage.tables import OWN_EXERCISE, OWN_MARK, OWN_PICTURE
from facet_desktop.storage.texts import storable

_VERSIONS = OWN_EXERCISE.select("WHERE slug = ? ORDER BY number DESC")
_NEWEST = OWN_EXERCISE.select(
    "WHERE number = (SELECT max(other.number) FROM own_exercise AS other"
    " WHERE other.slug = own_exercise.slug) ORDER BY slug"
)
_MARKS = OWN_MARK.select("ORDER BY at_ms, id")


class OwnExercises:
    """Versions are only added; whether an exercise is put away follows from its latest mark."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def is_empty(self) -> bool:
        """Whether there was never an own exercise; asked at every start."""
        return self._database.row("SELECT 1 FROM own_exercise LIMIT 1") is None

    def add(self, version: StoredVersion) -> None:
        """Adds a version. Raises ValueError when there is one of that number."""
        with self._database.transaction():
            if any(one.number == version.number for one in self.versions(version.slug)):
                raise ValueError(f"version {version.number} of {version.slug} exists already")
            self._database.execute(OWN_EXERCISE.insert, _version_row(version))

    def versions(self, slug: str) -> Sequence[StoredVersion]:
        """All versions of an exercise, the newest first."""
        return [_version_from(row) for row in self._database.rows(_VERSIONS, (slug,))]

    def newest(self) -> Sequence[StoredVersion]:
        """The newest version of every exercise, by slug."""
        return [_version_from(row) for row in self._database.rows(_NEWEST)]

    def archived(self) -> frozenset[str]:
        """Slugs of the exercises that are put away."""
        latest = {str(slug): bool(away) for _, _, _, slug, away in self._database.rows(_MARKS)}
        return frozenset(slug for slug, away in latest.items() if away)

    def set_archived(self, mark_id: str, slug: str, *, archived: bool, stamp: Stamp) -> None:
        """Puts an exercise away, or brings it back."""
        row = (pack_id(mark_id), pack_id(stamp.device_id), stamp.at_ms, storable(slug), int(archived))
        self._database.execute(OWN_MARK.insert, row)

    def add_picture(self, picture_id: str, picture: Picture, stamp: Stamp) -> None:
        """Keeps a picture; one that is known already stays as it is."""
        self._database.execute(
            f"{OWN_PICTURE.insert} ON CONFLICT (name) DO NOTHING",
            (
                pack_id(picture_id),
                pack_id(stamp.device_id),
                stamp.at_ms,
                picture.name,
                picture.kind,
                picture.content,
            ),
        )

    def picture(self, name: str) -> Picture | None:
        """A picture by its name, or None."""
        row = self._database.row(OWN_PICTURE.select("WHERE name = ?"), (name,))
        return Picture(row[4], bytes(row[5])) if row is not None else None


def _version_row(version: StoredVersion) -> Row:
    stamp = version.stamp
    return (
        pack_id(version.id),
        pack_id(stamp.device_id),
        stamp.at_ms,
        storable(version.slug),
        version.number,
        storable(version.document),
    )


def _version_from(row: Row) -> StoredVersion:
    key, device, at_ms, slug, number, document = row
    return StoredVersion(unpack_id(key), slug, number, document, Stamp(at_ms, unpack_id(device)))
