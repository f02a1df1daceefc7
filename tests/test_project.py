"""The project as a whole: its pinned dependencies, its layers and its files."""

import ast
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.metadata import PackageNotFoundError, distribution
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import facet_desktop
from facet_desktop.resources import resources_dir

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "facet_desktop"
SYSTEMS = (("linux", "Linux", "posix"), ("win32", "Windows", "nt"), ("darwin", "Darwin", "posix"))
PYTHONS = ("3.11", "3.12", "3.13")
MODULES_THAT_MAY_USE_QT_CORE = ("bootstrap", "commands", "qt_check")


@cache
def pyproject() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def pins() -> dict[str, str]:
    found: dict[str, str] = {}
    for line in pyproject()["tool"]["uv"]["constraint-dependencies"]:
        requirement = Requirement(line)
        (specifier,) = requirement.specifier
        assert specifier.operator == "==", f"{line} is not an exact version"
        assert requirement.marker is None, f"{line}: one version for every system"
        found[canonicalize_name(requirement.name)] = specifier.version
    return found


def environments() -> Iterator[dict[str, str]]:
    for (system, platform_system, os_name), python in product(SYSTEMS, PYTHONS):
        yield {
            "sys_platform": system,
            "platform_system": platform_system,
            "os_name": os_name,
            "python_version": python,
            "python_full_version": f"{python}.0",
        }


def wanted(requirement: Requirement, extras: frozenset[str]) -> bool:
    if requirement.marker is None:
        return True
    marker = requirement.marker
    return any(
        marker.evaluate({**environment, "extra": extra})
        for environment in environments()
        for extra in (extras or {""})
    )


def requirements_of(name: str, extras: frozenset[str]) -> list[Requirement]:
    """What an installed distribution needs on any supported system; nothing when it is not installed here."""
    try:
        lines = distribution(name).requires or []
    except PackageNotFoundError:
        return []
    return [found for found in map(Requirement, lines) if wanted(found, extras)]


def every_dependency() -> set[str]:
    """Names of all distributions that `uv run` may install, direct and transitive, on any system."""
    dev = [Requirement(line) for line in pyproject()["dependency-groups"]["dev"]]
    return closure([*requirements_of("facet-desktop", frozenset()), *dev])


def closure(requirements: list[Requirement]) -> set[str]:
    waiting = list(requirements)
    seen: set[tuple[str, frozenset[str]]] = set()
    while waiting:
        requirement = waiting.pop()
        key = (canonicalize_name(requirement.name), frozenset(requirement.extras))
        if key not in seen:
            seen.add(key)
            waiting += requirements_of(*key)
    return {name for name, _ in seen}


class _WithoutTypeChecking(ast.NodeTransformer):
    """Drops `if TYPE_CHECKING:`, which never runs."""

    def visit_If(self, node: ast.If) -> ast.AST | None:
        if isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING":
            return None
        return self.generic_visit(node)


def imports_of(module: Path) -> Iterator[str]:
    """Dotted names a module may import when it runs, anywhere in it; `from a import b` as a.b."""
    tree = _WithoutTypeChecking().visit(ast.parse(module.read_text(encoding="utf-8")))
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def modules_outside_ui() -> list[Path]:
    return [path for path in PACKAGE.rglob("*.py") if path.relative_to(PACKAGE).parts[0] != "ui"]


def test_every_dependency_is_pinned_to_one_exact_version() -> None:
    assert sorted(every_dependency() - pins().keys()) == []


def test_no_pin_is_left_over_from_a_dependency_that_is_gone() -> None:
    assert sorted(pins().keys() - every_dependency()) == []


def test_the_pinned_versions_are_the_installed_ones() -> None:
    differing = {}
    for name, version in pins().items():
        try:
            installed = distribution(name).version
        except PackageNotFoundError:
            continue  # belongs to another system
        if installed != version:
            differing[name] = (version, installed)
    assert differing == {}


def test_the_build_uses_pinned_versions_too() -> None:
    build = {Requirement(line).name for line in pyproject()["tool"]["uv"]["build-constraint-dependencies"]}

    assert [Requirement(line).name for line in pyproject()["build-system"]["requires"]] == ["hatchling"]
    assert all("==" in line for line in pyproject()["build-system"]["requires"])
    assert "hatchling" in build


def test_only_the_ui_uses_qt_widgets_and_the_rest_at_most_qt_core() -> None:
    offenders = []
    for path in modules_outside_ui():
        allowed = path.relative_to(PACKAGE).parts[0].removesuffix(".py") in MODULES_THAT_MAY_USE_QT_CORE
        for name in imports_of(path):
            if name.startswith("PySide6") and not (allowed and name.startswith("PySide6.QtCore")):
                offenders.append(f"{path.relative_to(ROOT)}: {name}")
    assert offenders == []


@pytest.mark.parametrize(("folder", "most_lines"), [("facet_desktop", 350), ("tests", 500)])
def test_no_source_file_grows_too_long_to_read(folder: str, most_lines: int) -> None:
    sources = (ROOT / folder).rglob("*.py")
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in sources}

    assert {str(path.relative_to(ROOT)): lines for path, lines in lengths.items() if lines > most_lines} == {}


def test_the_version_has_an_entry_in_the_changelog() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")

    assert f"## [{facet_desktop.__version__}]" in changelog
    assert distribution("facet-desktop").version == facet_desktop.__version__


def test_a_checkout_finds_its_resources() -> None:
    assert resources_dir() == ROOT / "resources"


def test_the_frozen_program_looks_beside_itself_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    unpacked = tmp_path / "facet_desktop" / "resources"
    unpacked.mkdir(parents=True)
    monkeypatch.setattr("sys._MEIPASS", str(tmp_path), raising=False)

    assert resources_dir() == unpacked


def test_everything_shipped_stands_in_the_third_party_notices() -> None:
    notices = (ROOT / "THIRD_PARTY_NOTICES.md").read_text(encoding="utf-8").lower()
    shipped = closure(requirements_of("facet-desktop", frozenset()))
    qt = {"pyside6-addons", "pyside6-essentials"}

    assert "pyside6 (essentials, addons)" in notices
    assert sorted(name for name in shipped - qt if name not in notices) == []


def test_no_module_of_qt_that_is_under_the_gpl_alone_is_used() -> None:
    forbidden = ("Charts", "DataVisualization", "Graphs", "HttpServer", "NetworkAuth", "VirtualKeyboard")
    used = {name for path in PACKAGE.rglob("*.py") for name in imports_of(path)}

    assert [name for name in used if name.startswith(tuple(f"PySide6.Qt{part}" for part in forbidden))] == []
