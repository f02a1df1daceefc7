"""Migrations: models, statements and files agree; a database is of the old version or of the new one."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from playhouse.schema_diff import diff_models

from facet_desktop.domain.errors import StorageError, Trouble
from facet_desktop.storage import sqlite_dialect
from facet_desktop.storage.backups import KEY_SUFFIX
from facet_desktop.storage.database import Database
from facet_desktop.storage.keys import KEY_FILE, DataKey, read_key_file
from facet_desktop.storage.migrating import BACKUPS, MIGRATIONS, migrate
from facet_desktop.storage.models import TABLES
from facet_desktop.storage.opening import DATABASE_FILE
from facet_desktop.storage.orm import SharedDatabase
from facet_desktop.storage.schema import SCHEMA_VERSION
from facet_desktop.storage.store import Store, open_store
from facet_desktop.storage.tables import ALL_TABLES
from tests.fakes import CountedIds, FakeClock
from tests.storage.records import Maker, stored_session

MOOD = """
from peewee import SQL, IntegerField
{before}
def up(migrator, db):
    migrator.migrate(migrator.add_column("session", "mood", IntegerField(null=True)))
    db.execute_sql("UPDATE session SET mood = 5")
    {after}
"""
LATER = SCHEMA_VERSION + 1
DIE = "import os, signal; os.kill(os.getpid(), signal.SIGKILL)"


def schema_of(database: Database) -> set[str]:
    sql = "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND tbl_name <> 'schema_migration'"
    return {str(row[0]) for row in database.rows(sql)}


def test_the_migrations_make_exactly_the_models(store: Store, tmp_path: Path) -> None:
    fresh = Database(tmp_path / "models.db", DataKey(b"k" * 32, b"s" * 16).sqlcipher)
    shared = SharedDatabase(fresh)
    with shared.bind_ctx(TABLES):
        for table in TABLES:
            table._meta.strict_tables = True
        shared.create_tables(TABLES, safe=False)
        made_of_models = schema_of(fresh)
    fresh.close()

    assert schema_of(store.database) == made_of_models


def test_peewee_sees_no_difference_either(store: Store) -> None:
    assert not diff_models(SharedDatabase(store.database), TABLES)


def test_the_statements_name_every_column_of_the_models() -> None:
    models = {table._meta.table_name: set(table._meta.columns) for table in TABLES}

    assert {table.name: set(table.columns) for table in ALL_TABLES} == models


def test_the_version_of_the_program_is_the_newest_migration(store: Store) -> None:
    numbers = sorted(int(path.name[:4]) for path in MIGRATIONS.glob("[0-9]*.py"))

    assert numbers == list(range(1, SCHEMA_VERSION + 1))
    assert sqlite_dialect.schema_version(store.database.connection) == SCHEMA_VERSION


def test_no_migration_imports_the_program() -> None:
    for path in MIGRATIONS.glob("[0-9]*.py"):
        assert not re.search(r"facet_desktop", path.read_text()), path.name


@pytest.fixture
def later(tmp_path: Path) -> Path:
    """The migrations of a later version, which adds a column."""
    return later_migrations(tmp_path / "later")


def later_migrations(folder: Path, before: str = "", after: str = "") -> Path:
    shutil.copytree(MIGRATIONS, folder, ignore=shutil.ignore_patterns("__pycache__"), dirs_exist_ok=True)
    (folder / f"{LATER:04d}_mood.py").write_text(MOOD.format(before=before, after=after))
    return folder


@pytest.fixture
def filled(folder: Path) -> Path:
    """A data folder with a session in it."""
    with open_store(folder, FakeClock(), CountedIds()) as store:
        stored_session(store, Maker(FakeClock(), CountedIds(), store.device_id))
    return folder


def key_of(folder: Path) -> DataKey:
    key_file = read_key_file(folder)
    assert key_file is not None
    return key_file.open()


def migrate_folder(folder: Path, migrations: Path) -> None:
    database = Database(folder / DATABASE_FILE, key_of(folder).sqlcipher)
    try:
        migrate(database, key_of(folder), migrations, LATER)
    finally:
        database.close()


def state_of(folder: Path) -> tuple[bool, int, int, tuple[str, ...]]:
    """Whether the new column is there, its value, the version and what the integrity checks say."""
    database = Database(folder / DATABASE_FILE, key_of(folder).sqlcipher)
    try:
        has_mood = any("mood" in sql for sql in schema_of(database))
        mood = database.rows("SELECT mood FROM session")[0][0] if has_mood else 0
        version = sqlite_dialect.schema_version(database.connection)
        return has_mood, mood, version, tuple(sqlite_dialect.page_problems(database.connection))
    finally:
        database.close()


OLD = (False, 0, SCHEMA_VERSION, ())
NEW = (True, 5, LATER, ())


def test_a_later_migration_runs_on_what_is_stored(filled: Path, later: Path) -> None:
    assert state_of(filled) == OLD

    migrate_folder(filled, later)

    assert state_of(filled) == NEW


def test_before_a_migration_the_old_database_is_kept_and_opens(
    filled: Path, later: Path, tmp_path: Path
) -> None:
    migrate_folder(filled, later)

    backup = filled / BACKUPS / f"before-{LATER:04d}_mood.facet.db"
    restored = tmp_path / "restored"
    restored.mkdir()
    (restored / DATABASE_FILE).write_bytes(backup.read_bytes())
    (restored / KEY_FILE).write_bytes(Path(f"{backup}{KEY_SUFFIX}").read_bytes())
    assert state_of(restored) == OLD
    with open_store(restored, FakeClock(), CountedIds()) as store:
        assert store.integrity().counts["session"] == 1


def test_a_new_database_needs_no_backup(tmp_path: Path) -> None:
    open_store(tmp_path / "new", FakeClock(), CountedIds()).close()

    assert not (tmp_path / "new" / BACKUPS).exists()


def test_a_migration_that_fails_changes_nothing_and_can_be_tried_again(filled: Path, tmp_path: Path) -> None:
    broken = later_migrations(tmp_path / "broken", after='db.execute_sql("SELECT * FROM nowhere")')

    with pytest.raises(Exception, match="nowhere"):
        migrate_folder(filled, broken)

    assert state_of(filled) == OLD
    migrate_folder(filled, later_migrations(tmp_path / "mended"))
    assert state_of(filled) == NEW


PROGRAM = """
import sys
from pathlib import Path
from facet_desktop.storage import sqlite_dialect
from facet_desktop.storage.database import Database
from facet_desktop.storage.keys import read_key_file
from facet_desktop.storage.migrating import migrate
folder, migrations, place, version = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], int(sys.argv[4])
key = read_key_file(folder).open()
database = Database(folder / "facet.db", key.sqlcipher)
if place == "before-marker":
    def die(*_):
        import os, signal
        os.kill(os.getpid(), signal.SIGKILL)
    sqlite_dialect.set_schema_version = die
migrate(database, key, migrations, version)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
@pytest.mark.parametrize("place", ["before", "inside", "before-marker"])
def test_a_migration_killed_halfway_leaves_the_old_or_the_new(
    filled: Path, tmp_path: Path, place: str
) -> None:
    deadly = later_migrations(
        tmp_path / "deadly",
        before=DIE if place == "before" else "",
        after=DIE if place == "inside" else "",
    )

    done = subprocess.run([sys.executable, "-c", PROGRAM, filled, deadly, place, str(LATER)], check=False)

    assert done.returncode == -9
    has_mood, mood, _, problems = state_of(filled)
    assert (has_mood, mood, problems) in {(False, 0, ()), (True, 5, ())}
    migrate_folder(filled, later_migrations(tmp_path / "healthy"))
    assert state_of(filled) == NEW
    restored = tmp_path / "restored"
    restored.mkdir()
    (restored / DATABASE_FILE).write_bytes(
        (filled / BACKUPS / f"before-{LATER:04d}_mood.facet.db").read_bytes()
    )
    (restored / KEY_FILE).write_bytes((filled / KEY_FILE).read_bytes())
    assert state_of(restored) == OLD


def test_a_migrated_database_is_too_new_for_the_version_before(filled: Path, later: Path) -> None:
    migrate_folder(filled, later)

    with pytest.raises(StorageError) as caught:
        open_store(filled, FakeClock(), CountedIds())

    assert caught.value.trouble is Trouble.TOO_NEW
