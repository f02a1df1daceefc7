"""Everything that the screens and commands may ask for, in one bundle that is passed along."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facet_desktop.domain.values import frozen

if TYPE_CHECKING:
    from facet_desktop.services.bus import EventBus
    from facet_desktop.services.export_service import ExportService
    from facet_desktop.services.figures import FigureSource
    from facet_desktop.services.library_service import LibraryService
    from facet_desktop.services.morning_service import MorningService
    from facet_desktop.services.pain_service import PainService
    from facet_desktop.services.patient_service import PatientService
    from facet_desktop.services.play_service import PlayService
    from facet_desktop.services.ports import Clock, Ids
    from facet_desktop.services.program_files import ProgramFileService
    from facet_desktop.services.program_service import ProgramService
    from facet_desktop.services.progress_service import ProgressService
    from facet_desktop.services.safety_service import SafetyService
    from facet_desktop.services.settings import SettingsService
    from facet_desktop.services.today_service import TodayService


@frozen
class AppServices:
    """The services of one open data folder."""

    clock: Clock
    ids: Ids
    bus: EventBus
    settings: SettingsService
    library: LibraryService
    figures: FigureSource
    patients: PatientService
    programs: ProgramService
    play: PlayService
    pain: PainService
    today: TodayService
    progress: ProgressService
    safety: SafetyService
    morning: MorningService
    exports: ExportService
    program_files: ProgramFileService
