"""What every test of the user interface may ask for."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from facet_desktop.bootstrap import OpenFolder, open_folder
from facet_desktop.services.app import AppServices
from facet_desktop.services.records import Patient, Revision
from facet_desktop.services.settings import Role
from facet_desktop.services.wording.all_words import Words
from facet_desktop.ui.app import Folders, build_window
from facet_desktop.ui.bridge import EventBridge
from facet_desktop.ui.context import UiContext
from facet_desktop.ui.pictures import PictureLoader
from facet_desktop.ui.shell.window import MainWindow
from facet_desktop.ui.theme import ThemeHub
from facet_desktop.ui.translation import translate
from tests.fakes import CountedIds, FakeClock

RESOURCES = Path(__file__).parents[2] / "resources"


@pytest.fixture
def hub(qapp: QApplication) -> Iterator[ThemeHub]:
    """The light theme at 100 %, applied to the application for one test."""
    hub = ThemeHub(qapp, RESOURCES)
    yield hub
    qapp.setStyleSheet("")
    hub.deleteLater()


@pytest.fixture(scope="session")
def prepared_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty data folder with its database and the checked library, to be copied."""
    folder = tmp_path_factory.mktemp("prepared") / "data"
    with open_folder(folder, clock=FakeClock(), ids=CountedIds()) as opened:
        assert len(opened.services.library.library) > 0
    return folder


@pytest.fixture
def clock() -> FakeClock:
    """Monday, 5 January 2026, noon; it stands still."""
    return FakeClock()


@pytest.fixture
def opened(prepared_folder: Path, tmp_path: Path, clock: FakeClock) -> Iterator[OpenFolder]:
    """An open data folder of this test alone."""
    folder = tmp_path / "data"
    shutil.copytree(prepared_folder, folder)
    with open_folder(folder, clock=clock, ids=CountedIds(1000)) as one:
        yield one


@pytest.fixture
def app_services(opened: OpenFolder) -> AppServices:
    """The services over a real database in a temporary folder."""
    return opened.services


@pytest.fixture
def reported() -> list[Exception]:
    """Every error that a page reported."""
    return []


@pytest.fixture
def ui_context(hub: ThemeHub, opened: OpenFolder, reported: list[Exception]) -> Iterator[UiContext]:
    """What a page is given."""
    services = opened.services
    bridge = EventBridge(services.bus)
    yield UiContext(
        services=services,
        theme=hub,
        bridge=bridge,
        words=Words(translate),
        pictures=PictureLoader(hub, services.figures, None),
        report=reported.append,
        data_dir=opened.folder,
    )
    bridge.close()


@pytest.fixture
def patient(app_services: AppServices) -> Patient:
    """A person at home, without a plan."""
    app_services.settings.change(role=Role.HOME)
    return app_services.patients.add("Me")


@pytest.fixture
def publish(app_services: AppServices) -> Callable[[Patient, str], Revision]:
    """Publishes a program that ships for a patient."""

    def publish(patient: Patient, slug: str) -> Revision:
        draft = app_services.programs.begin_from_template(patient.id, slug)
        return app_services.programs.publish(patient.id, draft.program)

    return publish


@pytest.fixture
def plan(patient: Patient, publish: Callable[[Patient, str], Revision]) -> Revision:
    """The program of the six exercises, once every day."""
    return publish(patient, "ask-doctor-jo-six")


@pytest.fixture
def window(qapp: QApplication, opened: OpenFolder) -> Iterator[MainWindow]:
    """The main window, built but neither begun nor shown."""
    opened.services.settings.change(volume=0.0)  # tests ask no sound device
    folders = Folders(opened.resources, opened.folder, opened.cache)
    window = build_window(qapp, opened.services, folders, live=False)
    yield window
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.setStyleSheet("")
