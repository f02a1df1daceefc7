"""Errors by blame, and a log without health data."""

import logging
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import qWarning
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QLabel, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from facet_desktop.domain.errors import StorageError, Trouble, UserError
from facet_desktop.ui.error_dialog import ErrorDialog
from facet_desktop.ui.error_words import ErrorWords
from facet_desktop.ui.errors import ErrorDesk
from facet_desktop.ui.log_keeper import LogKeeper
from facet_desktop.ui.logs import discreet_traceback
from facet_desktop.ui.theme import ThemeHub

SECRET = "Ada Lovelace rates her pain 9"


@pytest.fixture
def host(qtbot: QtBot) -> QWidget:
    host = QWidget()
    qtbot.addWidget(host)
    host.show()
    return host


@pytest.fixture
def desk(hub: ThemeHub, host: QWidget) -> Iterator[ErrorDesk]:
    desk = ErrorDesk(hub)
    desk.serve(host)
    yield desk
    desk.unwatch()


def dialogs(host: QWidget) -> list[ErrorDialog]:
    return host.findChildren(ErrorDialog)


def fail() -> Exception:
    try:
        raise ValueError(SECRET)  # noqa: TRY301 - a traceback is wanted
    except ValueError as error:
        return error


def test_what_the_user_can_mend_is_told_without_a_dialog(
    desk: ErrorDesk, host: QWidget, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(desk.told) as told, qtbot.assertNotEmitted(desk.halted):
        desk.report(UserError("Too long: {n}.", "Shorten it.", n=3))
    assert told.args == ["Too long: 3. Shorten it."]
    assert dialogs(host) == []


def test_trouble_of_the_machine_halts_and_gives_advice(
    desk: ErrorDesk, host: QWidget, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    with qtbot.waitSignal(desk.halted):
        desk.report(StorageError(Trouble.FULL, SECRET))
    (dialog,) = dialogs(host)
    words = [label.text() for label in dialog.findChildren(QLabel)]
    assert "The disk is full" in words
    assert any("Free some space" in one for one in words)
    assert dialog.findChild(QPlainTextEdit) is None
    assert SECRET not in caplog.text
    dialog.close()


def test_a_defect_shows_details_to_copy_that_hold_no_health_data(
    desk: ErrorDesk, host: QWidget, caplog: pytest.LogCaptureFixture
) -> None:
    desk.report(fail())
    (dialog,) = dialogs(host)
    copy = dialog.findChild(QAbstractButton, "copy_details")
    assert copy is not None
    copy.click()
    details = QGuiApplication.clipboard().text()
    assert "ValueError" in details
    assert "test_errors.py" in details
    assert SECRET not in details
    assert SECRET not in caplog.text
    dialog.close()


def test_an_error_that_repeats_opens_one_dialog(
    desk: ErrorDesk, host: QWidget, caplog: pytest.LogCaptureFixture
) -> None:
    for _ in range(5):
        desk.report(fail())
    assert len(dialogs(host)) == 1
    dialogs(host)[0].close()
    desk.report(fail())
    assert any(one.isVisible() for one in dialogs(host))
    for one in dialogs(host):
        one.close()


def test_uncaught_errors_of_the_gui_and_of_threads_are_taken(
    desk: ErrorDesk,
    host: QWidget,
    qtbot: QtBot,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    desk.watch()
    error = fail()
    with qtbot.waitSignal(desk.halted):
        sys.excepthook(type(error), error, error.__traceback__)

    def work() -> None:
        raise RuntimeError(SECRET)

    with qtbot.waitSignal(desk.halted):
        thread = threading.Thread(target=work)
        thread.start()
    thread.join()
    assert "RuntimeError" in caplog.text
    for one in dialogs(host):
        one.close()


@pytest.mark.parametrize("trouble", list(Trouble))
def test_every_trouble_has_a_headline_and_advice(trouble: Trouble) -> None:
    text = ErrorWords().trouble(trouble)
    assert text.headline
    assert text.advice.endswith(".")


def test_details_tell_what_speaks_of_code_and_follow_the_cause() -> None:
    try:
        try:
            raise KeyError(SECRET)  # noqa: TRY301 - a chain is wanted
        except KeyError as error:
            raise TypeError("unexpected keyword 'x'") from error
    except TypeError as error:
        details = discreet_traceback(error)
    assert "TypeError: unexpected keyword 'x'" in details
    assert "KeyError" in details
    assert SECRET not in details


def test_the_log_is_written_without_values_and_rotates(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("facet_desktop.ui.logs.LOG_BYTES", 2000)
    caplog.set_level(logging.INFO)  # another handler writes the record too, values and all
    keeper = LogKeeper(tmp_path / "logs")
    keeper.begin()
    try:
        for _ in range(40):
            try:
                raise ValueError(SECRET)  # noqa: TRY301 - a logged exception is wanted
            except ValueError:
                logging.getLogger("facet").info("It failed", exc_info=True)
        qWarning("said by Qt")
        assert SECRET in caplog.text
    finally:
        keeper.close()
    texts = {path.name: path.read_text() for path in (tmp_path / "logs").iterdir()}
    assert {"facet.log", "facet.log.1", "facet.log.2", "crash.log"} == set(texts)
    assert "said by Qt" in texts["facet.log"]
    assert all(SECRET not in text for text in texts.values())
    assert "ValueError" in texts["facet.log"]


def test_what_qt_says_before_the_log_begins_is_written_then(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    keeper = LogKeeper(tmp_path)
    qWarning("said early")
    assert {path.name for path in tmp_path.iterdir()} == {"crash.log"}
    keeper.begin()
    qWarning("said later")
    keeper.begin()
    keeper.close()
    lines = (tmp_path / "facet.log").read_text().splitlines()
    assert [line.rsplit(": ")[-1] for line in lines] == ["said early", "said later"]


def test_what_qt_said_is_written_though_the_log_never_began(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    keeper = LogKeeper(tmp_path)
    qWarning("said early")
    keeper.close()
    assert "said early" in (tmp_path / "facet.log").read_text()


def test_a_log_that_is_closed_does_not_begin(tmp_path: Path) -> None:
    keeper = LogKeeper(tmp_path)
    keeper.close()
    keeper.begin()
    assert {path.name for path in tmp_path.iterdir()} == {"crash.log"}
