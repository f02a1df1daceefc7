"""A clinic's own exercises, as they are stored."""

import pytest

from facet_desktop.services.own_records import Picture, StoredVersion
from facet_desktop.services.records import Stamp
from facet_desktop.storage.store import Store
from tests.fakes import CountedIds

ids = CountedIds(70_000)


def add(store: Store, slug: str, number: int, document: str = "{}") -> StoredVersion:
    version = StoredVersion(ids.new(), slug, number, document, Stamp(number, store.device_id))
    store.own_exercises.add(version)
    return version


def put_away(store: Store, slug: str, at_ms: int, *, archived: bool) -> None:
    store.own_exercises.set_archived(ids.new(), slug, archived=archived, stamp=Stamp(at_ms, store.device_id))


def test_every_version_stays_and_the_newest_of_each_is_found(store: Store) -> None:
    assert store.own_exercises.is_empty()
    first, second = add(store, "bridge", 1, "<b>'\"%_?"), add(store, "bridge", 2)
    other = add(store, "plank", 1)
    assert not store.own_exercises.is_empty()
    assert store.own_exercises.versions("bridge") == [second, first]
    assert store.own_exercises.newest() == [second, other]


def test_a_version_is_never_replaced(store: Store) -> None:
    first = add(store, "bridge", 1, '{"a":1}')
    with pytest.raises(ValueError, match="exists already"):
        add(store, "bridge", 1, '{"a":2}')
    assert store.own_exercises.versions("bridge") == [first]


def test_the_latest_mark_says_whether_an_exercise_is_put_away(store: Store) -> None:
    put_away(store, "bridge", 1, archived=True)
    put_away(store, "plank", 2, archived=True)
    put_away(store, "bridge", 3, archived=False)
    assert store.own_exercises.archived() == {"plank"}


def test_a_picture_is_kept_once_and_found_by_its_name(store: Store) -> None:
    picture = Picture("png", bytes(range(256)))
    stamp = Stamp(1, store.device_id)
    store.own_exercises.add_picture(ids.new(), picture, stamp)
    store.own_exercises.add_picture(ids.new(), picture, stamp)
    assert store.own_exercises.picture(picture.name) == picture
    assert store.own_exercises.picture("picture-unknown") is None
    assert store.database.rows("SELECT count(*) FROM own_picture") == [(1,)]
