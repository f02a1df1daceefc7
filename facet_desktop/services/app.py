"""Everything that the screens and commands may ask for, in one bundle that is passed along.

A service is made, and its module imported, when it is first asked for: a start pays for the first page alone.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from facet_desktop.domain.values import frozen

if TYPE_CHECKING:
    from collections.abc import Callable

    from facet_desktop.domain.exercise import Exercise
    from facet_desktop.services.bus import EventBus
    from facet_desktop.services.export_service import ExportService, TableWriter
    from facet_desktop.services.figures import FigureSource
    from facet_desktop.services.handout_service import HandoutService
    from facet_desktop.services.library_service import LibraryService
    from facet_desktop.services.morning_service import MorningService
    from facet_desktop.services.own_exercises import OwnExercises
    from facet_desktop.services.own_shelf import OwnShelf
    from facet_desktop.services.pain_service import PainService
    from facet_desktop.services.patient_service import PatientService
    from facet_desktop.services.person_limits import PersonLimits
    from facet_desktop.services.planned_days import PlannedDays
    from facet_desktop.services.play_service import PlayService
    from facet_desktop.services.ports import Clock, Ids, Storage
    from facet_desktop.services.program_files import ProgramFileService, ProgramFileStore
    from facet_desktop.services.program_service import ProgramService
    from facet_desktop.services.program_sources import ProgramSources
    from facet_desktop.services.progress_service import ProgressService
    from facet_desktop.services.revision_service import RevisionService
    from facet_desktop.services.safety_service import SafetyService
    from facet_desktop.services.settings import SettingsService
    from facet_desktop.services.template_service import TemplateService
    from facet_desktop.services.today_service import TodayService
    from facet_desktop.services.wording.all_words import Words


@frozen
class Ports:
    """What the services stand on."""

    store: Storage
    clock: Clock
    ids: Ids
    bus: EventBus
    settings: SettingsService
    library: LibraryService
    figures: FigureSource
    words: Words
    tables: Callable[[], TableWriter]
    program_files: Callable[[], ProgramFileStore]
    own: Callable[[], OwnShelf]
    handouts: Callable[[], HandoutService]


class AppServices:
    """The services of one open data folder."""

    def __init__(self, ports: Ports) -> None:
        self._ports = ports
        self._store = ports.store
        self.clock = ports.clock
        self.ids = ports.ids
        self.bus = ports.bus
        self.settings = ports.settings
        self.library = ports.library
        self.figures = ports.figures

    @cached_property
    def patients(self) -> PatientService:
        """Patients, and which of them the screens are about."""
        from facet_desktop.services.patient_service import PatientService

        store = self._store
        return PatientService(store.patients, self.settings, self.clock, self.ids, self.bus, store.device_id)

    @cached_property
    def programs(self) -> ProgramService:
        """Programs from template to published revision."""
        from facet_desktop.services.program_service import ProgramService, ProgramTools

        store = self._store
        tools = ProgramTools(store.programs, store, self.clock, self.ids, self.bus, store.device_id)
        return ProgramService(tools, self.library)

    @cached_property
    def templates(self) -> TemplateService:
        """Programs to begin with: those that ship and the clinic's own."""
        from facet_desktop.services.template_service import TemplateService, TemplateTools

        store = self._store
        tools = TemplateTools(store.own_templates, self.clock, self.ids, self.bus, store.device_id)
        return TemplateService(tools, self.library, self.programs)

    @cached_property
    def sources(self) -> ProgramSources:
        """Programs from which something can be taken over."""
        from facet_desktop.services.program_sources import ProgramSources

        stored = self._store.programs
        return ProgramSources(self.programs, stored, self.templates, self.patients, self.clock)

    @cached_property
    def revisions(self) -> RevisionService:
        """Published revisions and what was played from each."""
        from facet_desktop.services.revision_service import RevisionService

        return RevisionService(self._store.programs, self._store.sessions, self.clock)

    @cached_property
    def play(self) -> PlayService:
        """The ways into a played session."""
        from facet_desktop.services.play_service import PlayService
        from facet_desktop.services.recording_tools import RecordingTools

        store = self._store
        tools = RecordingTools(store.sessions, store.pain, store, self.clock, self.ids, self.bus)
        return PlayService(store.programs, tools, self.safety, self.limits, store.device_id)

    @cached_property
    def limits(self) -> PersonLimits:
        """What the conditions of a person allow."""
        from facet_desktop.services.person_limits import PersonLimits

        return PersonLimits(self._store.patients, self.library)

    @cached_property
    def pain(self) -> PainService:
        """Pain ratings outside a session."""
        from facet_desktop.services.pain_service import PainService

        return PainService(self._store.pain, self.clock, self.ids, self.bus, self._store.device_id)

    @cached_property
    def today(self) -> TodayService:
        """What to do today."""
        from facet_desktop.services.today_service import TodayService, TodaySources

        store = self._store
        return TodayService(
            TodaySources(
                store.programs,
                store.sessions,
                store.pain,
                self._days,
                self.progress,
                self._prescribed,
                self.clock,
            )
        )

    def _prescribed(self, slug: str, number: int) -> Exercise | None:
        """The version that a program means. What is own is asked only where the library has another."""
        return self.library.library.as_prescribed(slug, number) or self.own.prescribed(slug, number)

    @cached_property
    def progress(self) -> ProgressService:
        """What the charts show."""
        from facet_desktop.services.progress_service import ProgressService

        store, words = self._store, self._ports.words.progress
        return ProgressService(store.pain, store.programs, self._days, self.settings, self.clock, words)

    @cached_property
    def safety(self) -> SafetyService:
        """Warning signs and the lock that follows from them."""
        from facet_desktop.services.safety_service import SafetyService

        store = self._store
        return SafetyService(store.safety, self.library, self.clock, self.ids, self.bus, store.device_id)

    @cached_property
    def morning(self) -> MorningService:
        """How the back is on the morning after a session."""
        from facet_desktop.services.morning_service import MorningService

        return MorningService(self._store.sessions, self._store.pain, self.pain, self.settings, self.clock)

    @cached_property
    def exports(self) -> ExportService:
        """What the page of charts shows, as rows for a spreadsheet."""
        from facet_desktop.services.export_service import ExportService

        return ExportService(self.progress, self._ports.tables(), self._ports.words.progress)

    @cached_property
    def program_files(self) -> ProgramFileService:
        """Programs to and from files."""
        from facet_desktop.services.program_files import ProgramFileService

        return ProgramFileService(self._ports.program_files(), self.programs, self.library, self.ids)

    @cached_property
    def handouts(self) -> HandoutService:
        """The patient's paper."""
        return self._ports.handouts()

    @cached_property
    def own(self) -> OwnExercises:
        """Exercises of the clinic's own."""
        from facet_desktop.services.own_exercises import OwnExercises, OwnTools

        store = self._store
        tools = OwnTools(self._ports.own(), store.own_drafts, store, self.clock, self.ids, store.device_id)
        return OwnExercises(tools, self.figures, self.library)

    @cached_property
    def _days(self) -> PlannedDays:
        from facet_desktop.services.planned_days import PlannedDays

        return PlannedDays(self._store.programs, self._store.sessions, self.clock)
