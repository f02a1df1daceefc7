"""Every page of the program: its key, its place in the navigation, and how it is made.

A page is imported and built when it is first shown. To add one, write a factory, a name and an entry here.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from facet_desktop.domain.values import frozen
from facet_desktop.services.settings import Role
from facet_desktop.services.wording.base import Wording
from facet_desktop.ui.translation import translate

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from facet_desktop.ui.context import UiContext
    from facet_desktop.ui.page import Page

HOME, CLINIC = frozenset({Role.HOME}), frozenset({Role.CLINIC})
BOTH = HOME | CLINIC


@frozen
class PageEntry:
    """One page; those that are not in the sidebar are only linked to."""

    key: str
    icon: str
    roles: frozenset[Role]
    make: Callable[[UiContext, QWidget], Page]
    in_sidebar: bool = True

    @property
    def title(self) -> str:
        """Its name in the user's language."""
        return PageNames(translate).name(self.key)


class PageNames(Wording):
    """Names of pages, as they stand in the sidebar."""

    def name(self, key: str) -> str:
        """The name of a page. Raises KeyError for a page without one."""
        return {
            "today": self.tr("Today"),
            "editor": self.tr("Program"),
            "progress": self.tr("Progress"),
            "plan": self.tr("My plan"),
            "library": self.tr("Library"),
            "breathing": self.tr("Breathing"),
            "settings": self.tr("Settings"),
            "flare": self.tr("My back flared up"),
            "ready": self.tr("Before you start"),
            "advice": self.tr("What to do"),
        }[key]


def _today(context: UiContext, parent: QWidget) -> Page:
    from facet_desktop.ui.today.page import TodayPage

    return TodayPage(context, parent)


def _flare(context: UiContext, parent: QWidget) -> Page:
    from facet_desktop.ui.today.flare import FlarePage

    return FlarePage(context, parent)


def _ready(context: UiContext, parent: QWidget) -> Page:
    from facet_desktop.ui.readiness.page import ReadyPage

    return ReadyPage(context, parent)


def _advice(context: UiContext, parent: QWidget) -> Page:
    from facet_desktop.ui.advice.page import AdvicePage

    return AdvicePage(context, parent)


def _progress(context: UiContext, parent: QWidget) -> Page:
    from facet_desktop.ui.progress.page import ProgressPage

    return ProgressPage(context, parent)


def _plan(context: UiContext, parent: QWidget) -> Page:
    from facet_desktop.ui.plan.page import PlanPage

    return PlanPage(context, parent)


def _library(context: UiContext, parent: QWidget) -> Page:
    from facet_desktop.ui.library.page import LibraryPage

    return LibraryPage(context, parent)


def _breathing(context: UiContext, parent: QWidget) -> Page:
    from facet_desktop.ui.breathing.page import BreathingPage

    return BreathingPage(context, parent)


def _editor(context: UiContext, parent: QWidget) -> Page:
    from facet_desktop.ui.editor.page import EditorPage

    return EditorPage(context, parent)


def _settings(context: UiContext, parent: QWidget) -> Page:
    from facet_desktop.ui.settings.page import SettingsPage

    return SettingsPage(context, parent)


PAGES: tuple[PageEntry, ...] = (
    PageEntry("today", "sun", HOME, _today),
    PageEntry("editor", "clipboard-list", CLINIC, _editor),
    PageEntry("progress", "chart-line", BOTH, _progress),
    PageEntry("plan", "clipboard-list", HOME, _plan),
    PageEntry("library", "dumbbell", BOTH, _library),
    PageEntry("breathing", "wind", BOTH, _breathing),
    PageEntry("settings", "settings", BOTH, _settings),
    PageEntry("flare", "life-buoy", HOME, _flare, in_sidebar=False),
    PageEntry("ready", "play", HOME, _ready, in_sidebar=False),
    PageEntry("advice", "lock", BOTH, _advice, in_sidebar=False),
)


def pages_for(role: Role) -> tuple[PageEntry, ...]:
    """The pages of a role, in the order of the sidebar; the first one is its start page."""
    return tuple(entry for entry in PAGES if role in entry.roles)


def start_page(role: Role, remembered: str) -> str:
    """Key of the page to begin with: the remembered one if the sidebar has it, else the first of the role."""
    keys = [entry.key for entry in pages_for(role) if entry.in_sidebar]
    return remembered if remembered in keys else keys[0]
