"""What holds for every test: no screen, no network, no warnings, nothing left running."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before anything imports Qt

import logging
import socket
import sys
import threading
from collections.abc import Iterator
from typing import Any, NoReturn

import pytest
from hypothesis import HealthCheck, settings

from tests.leaks import QtLeaks

settings.register_profile(
    "ci",
    derandomize=True,
    database=None,
    deadline=None,
    print_blob=True,
    max_examples=100,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("search", settings.get_profile("ci"), derandomize=False, max_examples=2_000)
settings.load_profile("ci")

WORKERS_FOR_THE_WHOLE_SUITE = 2
THREAD_GRACE_S = 5.0


@pytest.hookimpl(tryfirst=True)
def pytest_cmdline_main(config: pytest.Config) -> None:
    """Spread the whole suite over two processes; a chosen part starts faster in one."""
    option = config.option
    if hasattr(config, "workerinput") or not config.pluginmanager.hasplugin("xdist"):
        return
    whole_suite = config.args_source is pytest.Config.ArgsSource.TESTPATHS
    plain = not (option.usepdb or option.collectonly or option.keyword or option.lf)
    if whole_suite and plain and option.numprocesses is None:
        option.numprocesses = WORKERS_FOR_THE_WHOLE_SUITE
        option.dist = "loadgroup"


@pytest.fixture(autouse=True, scope="session")
def home_of_the_tests(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Nobody's own files are read or written, not even by a program a test starts."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for variable in ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"):
            patch.setenv(variable, str(home))
        for variable in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
            patch.setenv(variable, str(home / variable.removeprefix("XDG_").lower()))
        yield


@pytest.fixture(autouse=True, scope="session")
def no_network() -> Iterator[None]:
    """Facet is offline: whatever reaches for the network fails loudly."""

    def refuse(*arguments: object, **_: object) -> NoReturn:
        message = f"A test reached for the network: {arguments[1:]!r}"
        raise AssertionError(message)

    local = getattr(socket, "AF_UNIX", None)
    connect = socket.socket.connect

    def connect_locally(self: socket.socket, address: Any) -> None:
        if self.family != local:
            refuse(self, address)
        connect(self, address)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", connect_locally)
        patch.setattr(socket.socket, "connect_ex", connect_locally)
        patch.setattr(socket.socket, "sendto", refuse)
        patch.setattr(socket, "getaddrinfo", refuse)
        patch.setattr(socket, "gethostbyname", refuse)
        yield


class _WarningKeeper(logging.Handler):
    """Keeps what was logged at warning level or above."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(f"{record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def no_unexpected_log_warnings(request: pytest.FixtureRequest) -> Iterator[None]:
    """A logged warning fails the test, unless the test asks for `caplog` and so looks for itself."""
    keeper = _WarningKeeper()
    root = logging.getLogger()
    root.addHandler(keeper)
    yield
    root.removeHandler(keeper)
    if keeper.messages and "caplog" not in request.fixturenames:
        pytest.fail("Unexpected log warnings:\n" + "\n".join(keeper.messages))


@pytest.fixture(autouse=True)
def nothing_left_running(request: pytest.FixtureRequest) -> Iterator[None]:
    """No thread and no Qt timer outlives the test that started it."""
    threads_before = set(threading.enumerate())
    qt = QtLeaks() if "qapp" in request.fixturenames else None
    yield
    leaks = qt.found() if qt is not None else []
    for thread in set(threading.enumerate()) - threads_before:
        thread.join(THREAD_GRACE_S)
        if thread.is_alive():
            leaks.append(f"thread {thread.name}")
    if leaks:
        pytest.fail("Left running: " + ", ".join(leaks))


@pytest.fixture(autouse=True)
def same_locale(request: pytest.FixtureRequest) -> None:
    """Dates and decimals look the same on every machine."""
    if "qapp" in request.fixturenames or "PySide6.QtCore" in sys.modules:
        from PySide6.QtCore import QLocale

        QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
