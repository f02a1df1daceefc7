"""What has happened, told after it is stored. Events carry ids, never rows."""

from __future__ import annotations

from facet_desktop.domain.values import frozen


@frozen
class PatientChanged:
    """A patient was added or changed."""

    patient_id: str


@frozen
class DraftSaved:
    """A draft was saved."""

    program_id: str


@frozen
class ProgramPublished:
    """A revision was published."""

    patient_id: str
    revision_id: str


@frozen
class SessionChanged:
    """A session began, went on or ended."""

    patient_id: str
    session_id: str


@frozen
class PainRated:
    """A pain rating was stored."""

    patient_id: str


@frozen
class SafetyChanged:
    """Warning signs were asked for, or a clearance was recorded."""

    patient_id: str


@frozen
class SettingsChanged:
    """The settings were changed."""


@frozen
class LibraryLoaded:
    """The whole library was read and checked, or read again."""


@frozen
class TemplatesChanged:
    """A template was added, renamed, deleted, brought back or made a favourite."""


Event = (
    PatientChanged
    | DraftSaved
    | ProgramPublished
    | SessionChanged
    | PainRated
    | SafetyChanged
    | SettingsChanged
    | LibraryLoaded
    | TemplatesChanged
)
