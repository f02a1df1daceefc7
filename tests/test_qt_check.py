"""What a computer without the libraries of Qt gets to read."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from facet_desktop import __main__, commands, qt_check

_SCREENS = frozenset({"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
MISSING_EGL = "libEGL.so.1: cannot open shared object file: No such file or directory"


@pytest.fixture
def computer_without_egl(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> None:
        raise ImportError(MISSING_EGL)

    monkeypatch.setattr(qt_check, "load_qt", fail)
    monkeypatch.setattr(qt_check, "missing", lambda libraries: ("libEGL.so.1", "libGL.so.1"))


@pytest.mark.usefixtures("computer_without_egl")
def test_a_missing_library_gives_one_sentence_with_the_package_and_exit_code_3(
    capsys: pytest.CaptureFixture[str],
) -> None:
    code = __main__.main([])

    written = capsys.readouterr()
    assert code == 3
    assert written.out == ""
    assert written.err.count("\n") == 1
    assert "libEGL.so.1 is missing" in written.err
    assert written.err.endswith("sudo apt-get install libegl1 libgl1\n")


def test_qt_can_draw_where_the_tests_run() -> None:
    assert qt_check.drawing_problem() is None


@pytest.mark.parametrize(("library", "package"), sorted(qt_check.PACKAGES.items()))
def test_every_known_library_leads_to_its_package(library: str, package: str) -> None:
    assert qt_check.sentence(f"{library}: cannot open shared object file").endswith(f" install {package}")


def test_an_unknown_library_is_named_all_the_same() -> None:
    assert "libodd.so.7 is missing" in qt_check.sentence("libodd.so.7: cannot open shared object file")


def test_any_other_trouble_is_told_in_one_line() -> None:
    told = qt_check.sentence("DLL load failed:\n  a procedure was not found.")

    assert told == (
        "Facet cannot start because Qt could not be loaded (DLL load failed: a procedure was not found)."
    )


def test_libraries_that_do_not_exist_are_found_missing() -> None:
    assert qt_check.missing(["libsurely-not-there.so.9"]) == ("libsurely-not-there.so.9",)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux leaves libraries to the system")
class TestOnLinux:
    def test_a_session_without_a_screen_is_told_so(self) -> None:
        assert "needs a screen" in (qt_check.window_problem({}) or "")

    def test_an_offscreen_program_needs_no_screen(self) -> None:
        assert qt_check.window_problem({"QT_QPA_PLATFORM": "offscreen"}) is None

    def test_a_missing_library_of_the_window_system_names_its_package(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        cursor = "libxcb-cursor.so.0"
        monkeypatch.setattr(
            qt_check,
            "_load_error",
            lambda library: f"{cursor}: cannot open" if library == cursor or "libqxcb" in library else None,
        )

        told = qt_check.window_problem({"DISPLAY": ":0"}) or ""

        assert told.endswith("install libxcb-cursor0")

    def test_one_working_window_system_is_enough(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(
            qt_check, "_load_error", lambda library: "no wayland" if "wayland" in library else None
        )

        assert qt_check.window_problem({"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}) is None


def test_the_check_runs_before_anything_is_installed(tmp_path: Path) -> None:
    """The continuous-integration script asks it which system packages to install."""
    source = Path(qt_check.__file__).parent
    (tmp_path / "facet_desktop").symlink_to(source)
    program = "from facet_desktop import qt_check; print(*qt_check.missing_packages())"

    finished = subprocess.run(
        [sys.executable, "-I", "-S", "-c", f"import sys; sys.path.insert(0, {str(tmp_path)!r}); {program}"],
        capture_output=True,
        text=True,
        check=False,
    )

    assert finished.returncode == 0, finished.stderr


def test_control_c_ends_quietly(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_: list[str]) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(commands, "run", interrupted)

    assert __main__.main([]) == 130


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only there a session names its screen")
@pytest.mark.parametrize("where", [{"DISPLAY": ":4711"}, {"QT_QPA_PLATFORM": "nonsense"}])
def test_a_screen_that_does_not_answer_gives_one_sentence_and_exit_code_3(
    where: dict[str, str], tmp_path: Path
) -> None:
    plain = {name: value for name, value in os.environ.items() if name not in _SCREENS}
    done = subprocess.run(
        [sys.executable, "-m", "facet_desktop", "--data-dir", str(tmp_path)],
        env=plain | where, capture_output=True, text=True, timeout=30, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (3, "")
    (line,) = done.stderr.splitlines()
    assert line.startswith("Facet cannot")
