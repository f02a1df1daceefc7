"""The guards of the test suite itself: they must notice what they are there for."""

import socket
import urllib.request

import pytest
from hypothesis import settings
from PySide6.QtCore import QStandardPaths, QThread, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from tests.leaks import QtLeaks


def test_the_network_is_out_of_reach() -> None:
    with pytest.raises(AssertionError, match="reached for the network"):
        socket.create_connection(("192.0.2.1", 80), timeout=1)
    with pytest.raises(AssertionError, match="reached for the network"):
        urllib.request.urlopen("http://example.invalid/", timeout=1)


def test_a_forgotten_timer_is_noticed_until_it_stops(qapp: QApplication) -> None:
    leaks = QtLeaks()
    timer = QTimer()
    timer.setObjectName("forgotten")
    timer.start(60_000)

    assert leaks.found() == ["QTimer forgotten"]

    timer.stop()

    assert leaks.found() == []


def test_a_timer_that_goes_with_its_widget_is_no_leak(qapp: QApplication) -> None:
    leaks = QtLeaks()
    widget = QWidget()
    timer = QTimer(widget)
    timer.start(60_000)

    widget.deleteLater()

    assert leaks.found() == []


def test_a_forgotten_thread_is_noticed_until_it_ends(qapp: QApplication) -> None:
    leaks = QtLeaks()
    thread = QThread()
    thread.start()

    assert leaks.found() == ["QThread without a name"]

    thread.quit()
    thread.wait()

    assert leaks.found() == []


def test_the_tests_never_touch_the_files_of_the_person_who_runs_them(
    tmp_path_factory: pytest.TempPathFactory, qapp: QApplication
) -> None:
    data = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericDataLocation)

    assert data.startswith(str(tmp_path_factory.getbasetemp()))


def test_random_examples_are_the_same_in_every_run() -> None:
    assert settings.get_profile("ci").derandomize
    assert settings.get_current_profile_name() in {"ci", "search"}
