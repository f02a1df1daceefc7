"""What the editor shows, as plain frozen values."""

from __future__ import annotations

from dataclasses import field

from facet_desktop.domain.editing.doses import DoseField
from facet_desktop.domain.values import frozen
from facet_desktop.ui.widgets.stat_bar import Share


@frozen
class WarningChip:
    """A precaution on a card. `is_strong` means: leave this exercise out; otherwise: with care."""

    text: str
    reason: str
    is_strong: bool


@frozen
class ItemRow:
    """One card of the outline."""

    id: str
    slug: str
    name: str
    chips: tuple[str, ...]
    warnings: tuple[WarningChip, ...]
    section: str
    spoken: str
    group: str
    swap_name: str = ""
    """What suits this patient and can take its place with one click; empty where nothing needs to."""
    in_circuit: str = ""
    """Where it stands in its circuit: "first", "middle", "last", or nothing."""


@frozen
class LibraryRow:
    """One exercise of the library column."""

    slug: str
    name: str
    detail: str
    warning: str


@frozen
class HeaderView:
    """The head of the page. `undo` and `redo` name the changes, empty where there is none."""

    about: str
    draft: str
    title: str
    undo: str
    redo: str


@frozen
class Place:
    """A phase or session that can be shown."""

    id: str
    name: str


@frozen
class SessionView:
    """Phase, sessions, schedule and minutes above the outline; `notice` is advice, or nothing."""

    phases: tuple[Place, ...]
    phase_id: str
    sessions: tuple[Place, ...]
    session_id: str
    schedule: str
    weekdays: frozenset[int]
    times_per_day: int
    minutes: str
    minutes_about: str
    notice: str
    notice_reason: str
    gate: tuple[str, ...]
    """What leads out of the phase, in sentences."""


@frozen
class FieldView:
    """A field of the dose over the selection: the common value as text, or a hint where values differ."""

    field: DoseField
    label: str
    text: str
    hint: str = ""
    is_extra: bool = False
    """Whether it is shown only with everything else that is seldom changed."""


@frozen
class Step:
    """A neighbour on the ladder that can take the place of the exercise; without a slug it is only words."""

    text: str
    slug: str


@frozen
class RuleView:
    """When to progress and when to step back, in words."""

    progress: str
    harder: Step | None
    step_back: str
    easier: Step | None


@frozen
class WarningView:
    """Why an exercise needs thought, and what could take its place."""

    reasons: tuple[str, ...]
    advice: tuple[str, ...]
    swap: Step | None


@frozen
class InspectorView:
    """The dose form over what is selected; empty `ids` show how to begin."""

    ids: tuple[str, ...] = ()
    slug: str = ""
    title: str = ""
    fields: tuple[FieldView, ...] = ()
    side: str = ""
    breath: str = ""
    note: str = ""
    section: str = ""
    cue: str = ""
    swap: str = ""
    by_hand: bool = False
    exercises: tuple[Step, ...] = ()
    """Every exercise of the library by name, for what can be played instead."""
    rule: RuleView | None = None
    warning: WarningView | None = None
    can_group: bool = False
    can_ungroup: bool = False


@frozen
class LoadView:
    """Minutes by direction of load and by what is trained, and what the session and the week ask for."""

    shares: tuple[Share, ...] = ()
    regions: tuple[Share, ...] = ()
    about: str = ""


@frozen
class EditorView:
    """The whole editor."""

    header: HeaderView
    session: SessionView
    rows: tuple[ItemRow, ...]
    selected: tuple[str, ...]
    inspector: InspectorView = field(default_factory=InspectorView)
    load: LoadView = field(default_factory=LoadView)
