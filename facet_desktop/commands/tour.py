"""`tour`: a picture of every page with sample data."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from facet_desktop.bootstrap import OpenFolder, open_folder
from facet_desktop.commands.demo import fill
from facet_desktop.commands.desktop import main_window, make_application, throw_away_folder
from facet_desktop.commands.failure import CommandError
from facet_desktop.commands.output import say
from facet_desktop.commands.tour_clock import TourClock
from facet_desktop.domain.figure_names import OWN_POSE
from facet_desktop.domain.own_figure import OwnPose
from facet_desktop.domain.step import Part, StepKind
from facet_desktop.exchange.settings_file import SCALE_RANGE
from facet_desktop.services.demo.caseload import DemoSize
from facet_desktop.services.playing import PlayedSession
from facet_desktop.services.settings import Role, ThemeChoice

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QWidget

    from facet_desktop.ui.shell.window import MainWindow

SIZE = re.compile(r"([1-9]\d{2,4})x([1-9]\d{2,4})")
STEP_MS = 250
LONGEST_MS = 3_600_000
SETTLE_MS = 500
"""Long enough for deferred pictures to arrive."""
OWN_BASE, OWN_NAME = "neutral-bridge", "Low bridge"
OWN_END = {"hip_left": 15.0, "hip_right": 15.0, "knee_left": 104.0, "knee_right": 104.0}
Wanted = Callable[[PlayedSession], bool]


def run(arguments: argparse.Namespace) -> int:
    """Paints every page offscreen into numbered PNG files."""
    size = SIZE.fullmatch(arguments.size)
    if size is None:
        message = f"the size must read WIDTHxHEIGHT, such as 1280x800, not {arguments.size!r}"
        raise CommandError(message)
    least, most = SCALE_RANGE
    if not least <= arguments.text_scale <= most:
        message = f"the text scale must be from {least} to {most}, not {arguments.text_scale}"
        raise CommandError(message)
    arguments.out.mkdir(parents=True, exist_ok=True)
    application = make_application(offscreen_only=True)
    camera = _Camera(application, arguments.out, (int(size[1]), int(size[2])))
    look = {"theme": ThemeChoice(arguments.theme), "text_scale": arguments.text_scale}
    with ExitStack() as stack:
        # Whatever a chosen folder holds, the sample data get one of their own inside.
        path = stack.enter_context(throw_away_folder(arguments.data_dir))
        _first_run(camera, path / "new", look)
        for role in Role:
            _pages(camera, path / role.value, look, role)
        _library(camera, path / "library", look)
        _editor(camera, path / "editor", look)
        _around_a_session(camera, path / "around", look)
        _player(camera, path / "player", look)
    say([f"{len(camera.taken)} pictures in {arguments.out}"])
    return 0


@dataclass(slots=True)
class _Camera:
    """Takes numbered pictures of a window."""

    application: QApplication
    out: Path
    size: tuple[int, int]
    taken: list[str] = field(default_factory=list)

    def window(self, folder: OpenFolder) -> MainWindow:
        window = main_window(self.application, folder, live=False)
        window.resize(*self.size)
        window.begin()
        window.show()
        return window

    def shoot(self, window: QWidget, name: str) -> None:
        from facet_desktop.ui.png import write_png

        self.settle()
        write_png(window.grab().toImage(), self.out / f"{len(self.taken) + 1:02d}-{name}.png")
        self.taken.append(name)

    def settle(self) -> None:
        """Lets everything that waits happen: layouts, deferred pictures, one tick of the player."""
        from PySide6.QtCore import QEventLoop, QTimer

        waiting = QEventLoop()
        QTimer.singleShot(SETTLE_MS, waiting.quit)
        waiting.exec()


def _first_run(camera: _Camera, path: Path, look: dict[str, object]) -> None:
    with open_folder(path, clock=TourClock()) as folder:
        folder.services.settings.change(**look)
        window = camera.window(folder)
        camera.shoot(window, "first-run")
        window.close()


def _pages(camera: _Camera, path: Path, look: dict[str, object], role: Role) -> None:
    from facet_desktop.ui.shell.pages import pages_for

    with open_folder(path, clock=TourClock()) as folder:
        fill(folder, DemoSize(), role=role)
        folder.services.settings.change(**look)
        window = camera.window(folder)
        for entry in pages_for(role):
            window.open_page(entry.key)
            camera.shoot(window, f"{role.value}-{entry.key}")
        window.close()


def _library(camera: _Camera, path: Path, look: dict[str, object]) -> None:
    """One exercise, and the form in which a clinic makes its own, here with a changed figure."""
    from facet_desktop.ui.library.page import LibraryPage

    with open_folder(path, clock=TourClock()) as folder:
        fill(folder, DemoSize(patients=1), role=Role.CLINIC)
        services = folder.services
        services.settings.change(**look)
        copied = services.own.copy_of(services.library.library.exercise(OWN_BASE), OWN_NAME)
        pose = OwnPose(OWN_BASE, {}, OWN_END)
        figure = replace(copied.exercise, figure=OWN_POSE)
        own = services.own.save(replace(copied, exercise=figure, pose=pose))
        window = camera.window(folder)
        window.open_page("library")
        page = window.findChild(LibraryPage)
        if page is None:
            message = "the library cannot be opened"
            raise CommandError(message)
        page.open("bird-dog")
        camera.shoot(window, "library-exercise")
        page.open(own.slug)
        camera.shoot(window, "library-own")
        page.change()
        camera.shoot(window, "library-form")
        window.close()


def _editor(camera: _Camera, path: Path, look: dict[str, object]) -> None:
    """A program that was changed for a patient who should not kneel, and what lies over the editor."""
    from facet_desktop.ui.editor.page import EditorPage
    from facet_desktop.ui.editor.revisions.dialog import RevisionsDialog
    from facet_desktop.ui.editor.taking.dialog import TakingDialog

    with open_folder(path, clock=TourClock()) as folder:
        fill(folder, DemoSize(patients=2), role=Role.CLINIC)
        services = folder.services
        services.settings.change(**look)
        window = camera.window(folder)
        window.open_page("editor")
        page = window.findChild(EditorPage)
        patient = services.patients.current()
        if page is None or patient is None:
            message = "the editor cannot be shown"
            raise CommandError(message)
        services.patients.set_conditions(patient.id, ("kneeling-intolerance",))
        page.desk.do(lambda: page.desk.items.add(["cat-cow"], 1))
        camera.settle()
        camera.shoot(window, "editor-precaution")
        page.menus.open_revisions()
        page.beginning.open_programs()
        for kind, name in ((RevisionsDialog, "editor-revisions"), (TakingDialog, "editor-take-over")):
            dialog = page.findChild(kind)
            if dialog is not None:
                camera.shoot(dialog, name)
                dialog.close()
        page.menus.actions["template"].trigger()
        camera.shoot(window, "editor-templates")
        window.close()


def _around_a_session(camera: _Camera, path: Path, look: dict[str, object]) -> None:
    """Much pain before a session, and a warning sign."""
    clock = TourClock()
    with open_folder(path, clock=clock) as folder:
        fill(folder, DemoSize(patients=1), role=Role.HOME)
        services = folder.services
        services.settings.change(**look)
        patient = services.patients.current()
        if patient is None:
            message = "the sample data has no patient"
            raise CommandError(message)
        window = camera.window(folder)
        services.safety.answer(patient.id, {}, services.safety.context(patient.id))
        services.pain.rate(patient.id, 8)
        window.open_page("ready")
        camera.shoot(window, "ready-much-pain")
        clock.advance(STEP_MS)
        signs = {"ces-saddle": True, "infection": True}
        services.safety.answer(patient.id, signs, services.safety.context(patient.id))
        camera.shoot(window, "advice-locked")
        window.open_page("today")
        camera.shoot(window, "today-locked")
        window.close()


def _player(camera: _Camera, path: Path, look: dict[str, object]) -> None:
    clock = TourClock()
    with ExitStack() as stack:
        folder = stack.enter_context(open_folder(path, clock=clock))
        fill(folder, DemoSize(patients=1))
        folder.services.settings.change(**look)
        window = camera.window(folder)
        stack.callback(window.close)
        session = _begin(folder)
        window.play(session)
        for name, wanted in _MOMENTS.items():
            _play_until(session, clock, wanted)
            camera.shoot(window, f"player-{name}")
            if name in _ALSO_ELSEWHERE:
                _elsewhere(camera, window, name)
        session.pause()
        camera.shoot(window, "player-paused")
        session.stop()
        window.play(session)
        camera.shoot(window, "player-done")


def _elsewhere(camera: _Camera, window: MainWindow, name: str) -> None:
    """The same moment across a room and in the mini window."""
    from facet_desktop.ui.player.keys import Command
    from facet_desktop.ui.player.page import PlayerPage

    page = window.findChild(PlayerPage)
    if page is None:
        message = "the window has no player"
        raise CommandError(message)
    page.around.do(Command.ROOM)
    camera.shoot(window, f"player-across-{name}")
    page.around.do(Command.ROOM)
    page.around.do(Command.MINI)
    camera.shoot(page.around.mini.window, f"player-mini-{name}")
    page.around.mini.leave()


def _begin(folder: OpenFolder) -> PlayedSession:
    patient = folder.services.patients.current()
    revision = folder.services.programs.current(patient.id) if patient is not None else None
    if revision is None:
        message = "the sample data has no program"
        raise CommandError(message)
    _, planned = next(iter(revision.program.sessions()))
    return folder.services.play.start(revision.id, planned.id, folder.services.settings.present.pacing)


def _play_until(session: PlayedSession, clock: TourClock, wanted: Wanted) -> None:
    for _ in range(LONGEST_MS // STEP_MS):
        if wanted(session):
            return
        clock.advance(STEP_MS)
        session.tick()
    message = "the sample session never comes to that moment"
    raise CommandError(message)


def _is_prepare(session: PlayedSession) -> bool:
    return session.frame().step.kind is StepKind.PREPARE


def _is_work(session: PlayedSession) -> bool:
    frame = session.frame()
    rising = frame.part is not None and frame.part.part is Part.UP and frame.part.share >= 0.5
    return frame.step.kind is StepKind.REP and frame.step.rep_no >= 2 and rising


def _is_rest(session: PlayedSession) -> bool:
    frame = session.frame()
    after = frame.next_work
    between = after is not None and after.item != frame.step.item
    return frame.step.kind is StepKind.REST and between and frame.elapsed_ms >= 2000


_MOMENTS: dict[str, Wanted] = {"prepare": _is_prepare, "work": _is_work, "rest": _is_rest}
_ALSO_ELSEWHERE = frozenset({"work", "rest"})
