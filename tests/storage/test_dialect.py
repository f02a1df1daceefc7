"""What only SQLite understands stays in one module, so that another database asks for one module more."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from facet_desktop import storage
from facet_desktop.storage import sqlite_dialect

STORAGE = Path(storage.__file__).parent
ONLY_SQLITE = re.compile(
    r"\b(PRAGMA|IMMEDIATE|EXCLUSIVE|INSERT OR|REPLACE INTO|WITHOUT ROWID|AUTOINCREMENT|sqlite_\w+|rowid"
    r"|GLOB|COLLATE NOCASE|ifnull|json_extract|strftime|julianday|group_concat|last_insert_rowid)\b",
    re.IGNORECASE,
)


def statements(source: str) -> Iterator[str]:
    """Every text of a module that is no docstring."""
    tree = ast.parse(source)
    told = {node.value for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in told:
            yield node.value


def found_in(file: Path) -> list[str]:
    return [text for text in statements(file.read_text(encoding="utf-8")) if ONLY_SQLITE.search(text)]


def test_sql_that_postgresql_would_not_understand_stays_in_one_module() -> None:
    dialect = Path(sqlite_dialect.__file__)
    others = (file for file in STORAGE.rglob("*.py") if file != dialect)
    assert {file.name: found for file in others if (found := found_in(file))} == {}
    assert found_in(dialect) != []
