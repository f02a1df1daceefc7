"""Modules from the file of earlier starts: the same as from their sources, and never older than those."""

import marshal
import sys
from collections.abc import Iterator
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType

import pytest

from facet_desktop import start_modules
from facet_desktop.domain import values
from facet_desktop.domain.values import INIT_CODES, InitCodes
from facet_desktop.kept_code import read_kept, write_kept
from facet_desktop.start_modules import StartModules

PACKAGE = "facet_desktop.for_tests"


@pytest.fixture(autouse=True)
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A package of Facet that only these tests know, with one module."""
    folder = tmp_path / "for_tests"
    folder.mkdir()
    (folder / "__init__.py").write_text("", encoding="utf-8")
    (folder / "part.py").write_text("VALUE = 1\n", encoding="utf-8")
    import facet_desktop

    monkeypatch.setattr(facet_desktop, "__path__", [*facet_desktop.__path__, str(tmp_path)])
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "meta_path", list(sys.meta_path))
    yield folder
    forget()


def forget() -> None:
    for name in [name for name in sys.modules if name.startswith(PACKAGE)]:
        del sys.modules[name]


def started(file: Path) -> ModuleType:
    """A start that loads the module, and keeps it for the next."""
    forget()
    sys.meta_path[:] = [one for one in sys.meta_path if not isinstance(one, StartModules)]
    sys.meta_path.insert(0, StartModules(file))
    part = import_module(f"{PACKAGE}.part")
    start_modules.keep([PACKAGE, f"{PACKAGE}.part", "sys"])
    return part


def loader_of(module: ModuleType) -> str:
    assert module.__spec__ is not None
    return type(module.__spec__.loader).__name__


def test_the_second_start_finds_in_the_file_what_the_first_one_loaded(tmp_path: Path, package: Path) -> None:
    file = tmp_path / "kept"
    first = started(file)
    second = started(file)
    assert (loader_of(first), loader_of(second)) == ("SourceFileLoader", "_KeptLoader")
    assert second is not first
    assert (second.VALUE, second.__file__, second.__package__) == (1, str(package / "part.py"), PACKAGE)
    assert sys.modules[PACKAGE].__path__ == [str(package)]
    assert set(read_kept(file)["modules"]) == {PACKAGE, f"{PACKAGE}.part"}


def test_a_source_that_has_changed_is_loaded_anew_and_kept_anew(tmp_path: Path, package: Path) -> None:
    file = tmp_path / "kept"
    started(file)
    (package / "part.py").write_text("VALUE = 22\n", encoding="utf-8")
    assert started(file).VALUE == 22
    again = started(file)
    assert (again.VALUE, loader_of(again)) == (22, "_KeptLoader")


def test_a_source_that_is_gone_is_not_found(tmp_path: Path, package: Path) -> None:
    file = tmp_path / "kept"
    started(file)
    forget()
    (package / "part.py").unlink()
    assert StartModules(file).find_spec(f"{PACKAGE}.part", None) is None
    with pytest.raises(ImportError):
        started(file)


def test_a_damaged_file_or_one_of_another_python_is_as_good_as_none(tmp_path: Path) -> None:
    file = tmp_path / "kept"
    for content in (b"", b"damaged", marshal.dumps({})):
        file.write_bytes(content)
        assert loader_of(started(file)) == "SourceFileLoader"
        assert loader_of(started(file)) == "_KeptLoader"


def test_where_nothing_can_be_written_everything_is_loaded_as_always(tmp_path: Path) -> None:
    file = tmp_path / "no such folder" / "kept"
    started(file)
    assert loader_of(started(file)) == "SourceFileLoader"


def test_python_is_obeyed_when_it_is_told_to_write_no_byte_code(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    started(tmp_path / "kept")
    assert not (tmp_path / "kept").exists()


def test_what_is_kept_is_whole_or_absent(tmp_path: Path) -> None:
    write_kept(tmp_path / "kept", {"one": 1})
    assert read_kept(tmp_path / "kept") == {"one": 1}
    assert [one.name for one in tmp_path.iterdir() if one.name.startswith("kept")] == ["kept"]


def test_byte_code_of_value_classes_is_learnt_from_the_same_source_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, codes = tmp_path / "kept", InitCodes()
    monkeypatch.setattr(values, "INIT_CODES", codes)
    kept = compile("", "kept", "exec")
    write_kept(file, {"modules": {}, "inits": {(3, False): kept}})
    StartModules(file).teach()
    assert not codes.known

    assert values.__spec__ is not None
    loader = start_modules._KeptLoader("values", "values.py", kept)
    monkeypatch.setattr(values.__spec__, "loader", loader)
    StartModules(file).teach()
    assert codes.get(3, has_finish=False) == kept


def test_byte_code_of_value_classes_is_kept_with_the_modules(tmp_path: Path) -> None:
    started(tmp_path / "kept")
    assert read_kept(tmp_path / "kept")["inits"] == dict(INIT_CODES.known)


def test_a_frozen_program_does_without(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    before = list(sys.meta_path)
    start_modules.install()
    assert sys.meta_path == before
    assert find_spec("facet_desktop.clock") is not None
