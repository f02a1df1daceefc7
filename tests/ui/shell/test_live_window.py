"""What only a window for people does: a log, later imports, and shown exceptions."""

import gc
import sys
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facet_desktop.bootstrap import OpenFolder
from facet_desktop.services.records import Revision
from facet_desktop.ui.app import Folders, build_window
from facet_desktop.ui.shell.warmup import Warmup
from facet_desktop.ui.shell.window import MainWindow

LATER = "colorsys"
"""A module that nothing else imports."""


@pytest.fixture
def live_window(
    qapp: QApplication, opened: OpenFolder, plan: Revision, monkeypatch: pytest.MonkeyPatch
) -> Iterator[MainWindow]:
    assert plan.number == 1
    monkeypatch.setattr("facet_desktop.ui.app.LATER_IMPORTS", (LATER,))
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    monkeypatch.delitem(sys.modules, LATER, raising=False)
    window = build_window(qapp, opened.services, Folders(opened.resources, opened.folder, opened.cache))
    yield window
    window.close()
    window.deleteLater()


def test_later_pages_are_prepared_once_the_first_one_stands(
    live_window: MainWindow, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    assert not gc.isenabled()
    gc.collect()
    with qtbot.waitSignal(live_window.first_painted):
        assert LATER not in sys.modules
        live_window.begin()
        live_window.show()
    qtbot.waitUntil(gc.isenabled)
    assert LATER in sys.modules
    assert gc.get_freeze_count()
    live_window.close()
    assert gc.get_freeze_count() == 0


def test_a_log_is_kept_and_uncaught_errors_are_watched_until_the_window_closes(
    live_window: MainWindow, opened: OpenFolder, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    logs = opened.folder / "logs"
    assert {path.name for path in logs.iterdir()} == {"crash.log"}
    live_window.begin()
    live_window.show()
    qtbot.waitUntil((logs / "facet.log").exists)
    watching = sys.excepthook
    assert watching is not sys.__excepthook__
    live_window.close()
    assert sys.excepthook is not watching
    assert gc.isenabled()


def test_an_error_before_the_first_page_is_logged(
    live_window: MainWindow, opened: OpenFolder, caplog: pytest.LogCaptureFixture
) -> None:
    error = RuntimeError("not a text for the log")
    sys.excepthook(RuntimeError, error, None)
    assert "RuntimeError" in (opened.folder / "logs" / "facet.log").read_text(encoding="utf-8")


def test_a_module_that_is_missing_is_noted_and_the_others_are_imported(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(sys.modules, LATER, raising=False)
    done = threading.Event()
    warmup = Warmup(("there_is_no_such_module", LATER), done.set)
    warmup.start()
    assert done.wait(timeout=20)
    warmup.finish()
    assert LATER in sys.modules
    assert "there_is_no_such_module" in caplog.text
