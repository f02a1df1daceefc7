"""Loading Qt: byte code that is kept must never be worse than text that is compiled."""

import json
import subprocess
import sys
from pathlib import Path
from types import CodeType
from typing import Any

import pytest

from facet_desktop.qt_loading import compiled_once

LOAD = """
import builtins, json, sys
from pathlib import Path

compiled = []
plain_compile = builtins.compile

def counting(source, filename, *rest, **options):
    compiled.append(str(filename))
    return plain_compile(source, filename, *rest, **options)

builtins.compile = counting
from facet_desktop.qt_loading import load_qt
load_qt(Path(sys.argv[1]))
from PySide6.QtCore import QPoint
try:
    QPoint().setX("left")
except TypeError as error:
    told = str(error)
print(json.dumps({
    "compiled": [name for name in compiled if "shibokensupport" in name],
    "given_back": builtins.compile is counting,
    "import": builtins.__import__.__name__,
    "told": told,
    "argparse": "argparse" in sys.modules,
}))
"""


@pytest.fixture(autouse=True)
def keeping_byte_code(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)


def compiled_through(cache_file: Path, source: bytes, filename: str = "part.py") -> CodeType:
    with compiled_once(cache_file):
        code: CodeType = compile(source, filename, "exec")
    return code


def result_of(code: CodeType) -> object:
    names: dict[str, object] = {}
    exec(code, names)
    return names["x"]


def load_in_a_fresh_process(cache_file: Path) -> dict[str, Any]:
    finished = subprocess.run(
        [sys.executable, "-c", LOAD, str(cache_file)], capture_output=True, text=True, check=False
    )
    assert finished.returncode == 0, finished.stderr
    answer: dict[str, Any] = json.loads(finished.stdout)
    return answer


def test_qt_loads_the_second_time_without_compiling_its_support_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PYTHONDONTWRITEBYTECODE", raising=False)
    first = load_in_a_fresh_process(tmp_path / "codes")
    second = load_in_a_fresh_process(tmp_path / "codes")

    assert "shibokensupport/signature/parser.py" in first["compiled"]
    assert second["compiled"] == []
    assert second["given_back"]
    assert second["import"] != "__feature_import__"
    assert "Supported signatures" in first["told"]
    assert second["told"] == first["told"]
    assert not second["argparse"]


def test_changed_source_is_compiled_anew(tmp_path: Path) -> None:
    assert result_of(compiled_through(tmp_path / "codes", b"x = 1")) == 1
    assert result_of(compiled_through(tmp_path / "codes", b"x = 2")) == 2
    assert result_of(compiled_through(tmp_path / "codes", b"x = 1")) == 1


@pytest.mark.parametrize("damage", [b"", b"not a cache", b"\xa7\r\r\n", b"\xa7\r\r\n\xff\xff"])
def test_a_damaged_cache_is_made_anew(tmp_path: Path, damage: bytes) -> None:
    cache_file = tmp_path / "codes"
    cache_file.write_bytes(damage)

    assert result_of(compiled_through(cache_file, b"x = 1")) == 1
    assert cache_file.read_bytes() != damage
    assert result_of(compiled_through(cache_file, b"x = 1")) == 1


def test_a_folder_that_cannot_be_written_costs_only_time(tmp_path: Path) -> None:
    cache_file = tmp_path / "missing" / "codes"

    assert result_of(compiled_through(cache_file, b"x = 1")) == 1
    assert not cache_file.exists()


def test_nothing_is_kept_when_python_keeps_no_byte_code(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)

    compiled_through(tmp_path / "codes", b"x = 1")

    assert list(tmp_path.iterdir()) == []


def test_other_uses_of_compile_are_left_alone(tmp_path: Path) -> None:
    with compiled_once(tmp_path / "codes"):
        value = eval(compile("1 + 1", "sum", "eval"))

    assert value == 2
    assert list(tmp_path.iterdir()) == []


def test_a_start_imports_nothing_of_qt_before_qt_is_loaded() -> None:
    script = (
        "import sys; from facet_desktop import commands; assert commands._plain_start([]) is not None; "
        "assert 'facet_desktop.bootstrap' in sys.modules; assert 'PySide6' not in sys.modules"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
