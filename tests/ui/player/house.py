"""A player over a real data folder, with a clock that moves when told to."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from facet_desktop.bootstrap import CACHE_FOLDER, LIBRARY_CACHE, OpenFolder, open_folder
from facet_desktop.domain.cues import Cue, CueKind
from facet_desktop.domain.exercise import Phase
from facet_desktop.domain.journal import Entry, EntryKind
from facet_desktop.domain.program import PlannedSession, Program, ProgramPhase
from facet_desktop.exchange.library_files import read_library
from facet_desktop.services.playing import PlayedSession
from facet_desktop.services.ports import Clock
from facet_desktop.services.records import SessionRecord
from facet_desktop.ui.bridge import EventBridge
from facet_desktop.ui.context import UiContext
from facet_desktop.ui.pictures import PictureLoader
from facet_desktop.ui.player.awake import Awake
from facet_desktop.ui.player.page import PlayerPage
from facet_desktop.ui.theme import ThemeHub
from tests.domain.sessions import PACING
from tests.fakes import FakeClock

RESOURCES = Path(__file__).parents[3] / "resources"


def exercise_names() -> list[str]:
    """The names of all exercises that ship, without opening anything else."""
    files = sorted((RESOURCES / "exercises").glob("*.toml"))
    names = [str(tomllib.loads(file.read_text(encoding="utf-8"))["name"]) for file in files]
    assert len(names) >= 60
    return names


@dataclass
class HeardSounds:
    """Remembers cues instead of sounding them."""

    heard: list[CueKind] = field(default_factory=list)

    def prepare(self) -> None:
        """Nothing to load."""

    def play(self, cue: Cue) -> None:
        """Remember it."""
        self.heard.append(cue.kind)


class House:
    """The player page with everything behind it."""

    def __init__(self, folder: OpenFolder, hub: ThemeHub, clock: FakeClock, data_dir: Path) -> None:
        self.folder = folder
        self.services = folder.services
        self.clock = clock
        self.hub = hub
        self.reported: list[Exception] = []
        self.bridge = EventBridge(self.services.bus, hub)
        self.context = UiContext(
            services=self.services,
            theme=hub,
            bridge=self.bridge,
            words=folder.words,
            pictures=PictureLoader(hub, self.services.figures, None),
            report=self.reported.append,
            data_dir=data_dir,
        )
        self.sounds = HeardSounds()
        self.awake = Awake(nullcontext)
        self.page = PlayerPage(self.context, sounds=self.sounds, awake=self.awake)
        self.closed: list[SessionRecord | None] = []
        self.page.closed.connect(self.closed.append)
        self.patient = self.services.patients.add("Alex")

    def publish(self, planned: PlannedSession) -> str:
        """Publish a program of one session; returns the id of the revision."""
        phase = ProgramPhase(self.services.ids.new(), Phase.EARLY, "Early", (planned,))
        program = Program(self.services.ids.new(), "Back care", (phase,))
        return self.services.programs.publish(self.patient.id, program).id

    def begin(self, planned: PlannedSession) -> PlayedSession:
        """Publish, start and show a session."""
        session = self.services.play.start(self.publish(planned), planned.id, PACING)
        self.show(session)
        return session

    def show(self, session: PlayedSession) -> None:
        """Open a session in the page at the size of the design."""
        self.page.resize(1280, 800)
        self.page.show()
        self.page.open(session)
        QApplication.processEvents()

    def run(self, ms: int, frame_ms: int = 100) -> None:
        """Let time go by, frame by frame, as the timer would."""
        while ms > 0:
            self.clock.advance(min(frame_ms, ms))
            ms -= frame_ms
            presenter = self.page.presenter
            if presenter is not None and presenter.is_running:
                self.page.advance()

    def press(self, *keys: Qt.Key, on: QWidget | None = None) -> None:
        """Press keys one after another, on the page unless told otherwise."""
        for key in keys:
            QTest.keyClick(on or self.page, key)

    def click(self, name: str) -> None:
        """Click the control with that object name; it must be there to be clicked."""
        found = self.page.findChildren(QWidget, name)
        assert found, name
        control = next((one for one in found if one.isVisible()), None)
        assert control is not None, f"{name} cannot be seen"
        assert control.isEnabled(), name
        QTest.mouseClick(control, Qt.MouseButton.LeftButton)

    def is_shown(self, name: str) -> bool:
        """Whether the control of that object name is on the screen."""
        control = self.page.findChild(QWidget, name)
        assert control is not None, name
        return control.isVisible()

    def text(self, name: str) -> str:
        """What the label of that object name says."""
        label = self.page.findChild(QWidget, name)
        assert label is not None, name
        return str(label.property("text") or label.accessibleName())

    def record(self) -> SessionRecord:
        """The stored head of the session that is open or was closed last."""
        presenter = self.page.presenter
        found = presenter.record if presenter is not None else self.closed[-1]
        assert found is not None
        return found

    def journal(self) -> list[Entry]:
        """What the database keeps of it."""
        return list(self.folder.store.sessions.journal(self.record().id))

    def kinds(self) -> list[EntryKind]:
        """The kinds of its entries, in order."""
        return [entry.kind for entry in self.journal()]

    def of(self, kind: EntryKind) -> list[dict[str, object]]:
        """The data of its entries of one kind."""
        return [dict(entry.data) for entry in self.journal() if entry.kind is kind]

    def close(self) -> None:
        """Put the page away."""
        self.page.around.mini.leave()
        self.page.hide()
        self.page.deleteLater()
        self.bridge.close()


@cache
def _checked_library() -> bytes:
    """What a folder keeps of the library once it was checked; to check it for every house takes longer."""
    with TemporaryDirectory() as name:
        file = Path(name) / LIBRARY_CACHE
        read_library(RESOURCES, file)
        return file.read_bytes()


@contextmanager
def open_house(app: QApplication, data_dir: Path, clock: Clock | None = None) -> Iterator[House]:
    """A house with the light theme, put away afterwards. With another clock its own stands still."""
    fake = FakeClock()
    hub = ThemeHub(app, RESOURCES)
    kept = data_dir / CACHE_FOLDER / LIBRARY_CACHE
    kept.parent.mkdir(parents=True, exist_ok=True)
    kept.write_bytes(_checked_library())
    with open_folder(data_dir, clock=clock or fake) as folder:
        house = House(folder, hub, fake, data_dir)
        yield house
        house.close()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    app.setStyleSheet("")
    hub.deleteLater()
