"""Opens the data folder of a person or a clinic: lock, key, database and the repositories."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from facet_desktop.storage import sqlite_dialect
from facet_desktop.storage.files import make_private_folder
from facet_desktop.storage.instance_lock import InstanceLock
from facet_desktop.storage.opening import open_database
from facet_desktop.storage.pain import PainRatings
from facet_desktop.storage.people import Devices, Patients
from facet_desktop.storage.programs import Programs
from facet_desktop.storage.safety import Safety
from facet_desktop.storage.schema import needs_migration
from facet_desktop.storage.sessions import Sessions
from facet_desktop.storage.trouble import troubles_named

if TYPE_CHECKING:
    from facet_desktop.services.ports import Clock, Ids
    from facet_desktop.storage.database import Database
    from facet_desktop.storage.integrity import IntegrityReport
    from facet_desktop.storage.keys import DataKey
    from facet_desktop.storage.own_drafts import OwnDrafts
    from facet_desktop.storage.own_exercises import OwnExercises
    from facet_desktop.storage.own_templates import OwnTemplates


class Store:
    """The repositories of one open data folder. Close it, or use it in a `with`."""

    def __init__(self, database: Database, data_key: DataKey, lock: InstanceLock, device_id: str) -> None:
        self.database = database
        self.device_id = device_id
        self.devices = Devices(database)
        self.patients = Patients(database)
        self.programs = Programs(database)
        self.sessions = Sessions(database)
        self.pain = PainRatings(database)
        self.safety = Safety(database)
        self._data_key = data_key
        self._lock = lock

    @cached_property
    def own_exercises(self) -> OwnExercises:
        """Exercises of the clinic's own."""
        from facet_desktop.storage.own_exercises import OwnExercises

        return OwnExercises(self.database)

    @cached_property
    def own_drafts(self) -> OwnDrafts:
        """Forms for own exercises that are filled in and not saved yet."""
        from facet_desktop.storage.own_drafts import OwnDrafts

        return OwnDrafts(self.database)

    @cached_property
    def own_templates(self) -> OwnTemplates:
        """Program templates of the clinic's own."""
        from facet_desktop.storage.own_templates import OwnTemplates

        return OwnTemplates(self.database)

    def transaction(self) -> AbstractContextManager[None]:
        """Everything inside is stored together or not at all; durable when the block has ended."""
        return self.database.transaction()

    def checkpoint(self) -> bool:
        """Empties the write-ahead log; to be called after every session."""
        return self.database.checkpoint()

    def integrity(self) -> IntegrityReport:
        """Looks over the whole database; takes seconds for a large one."""
        from facet_desktop.storage.integrity import check_integrity

        return check_integrity(self.database)

    def back_up(self, target: Path) -> None:
        """Copies the database to a file, with its key file beside it. Raises StorageError."""
        from facet_desktop.storage.backups import back_up

        back_up(self.database, target, self._data_key)

    def close(self) -> None:
        """Empties the log, closes the database and lets the next program in."""
        try:
            self.database.close()
        finally:
            self._lock.release()

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


BeforeUpdate = Callable[[int], None]
"""Told the size of the database in bytes before it is copied and brought up to date, which takes a while."""


def open_store(folder: Path, clock: Clock, ids: Ids, before_update: BeforeUpdate | None = None) -> Store:
    """Opens a data folder, and makes it where it is new.

    Raises StorageError for any kind of trouble.
    """
    with troubles_named, ExitStack() as undo:
        make_private_folder(folder)
        lock = InstanceLock(folder)
        undo.callback(lock.release)
        database, data_key = open_database(folder)
        undo.callback(database.close)
        if needs_migration(database):
            from facet_desktop.storage.migrating import migrate

            if before_update is not None and not sqlite_dialect.is_empty(database.connection):
                before_update(database.path.stat().st_size)
            migrate(database, data_key)
        store = Store(database, data_key, lock, _local_device(database, clock, ids))
        undo.pop_all()
    return store


def _local_device(database: Database, clock: Clock, ids: Ids) -> str:
    devices = Devices(database)
    device_id = devices.local()
    if device_id is None:
        device_id = ids.new()
        devices.add(device_id, "", clock.wall_ms(), is_local=True)
    return device_id
