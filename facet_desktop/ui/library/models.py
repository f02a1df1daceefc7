"""What the Library page shows, as plain frozen values."""

from __future__ import annotations

from facet_desktop.domain.values import frozen


@frozen
class Tile:
    """One exercise of the list. `warning` says what the chosen person should avoid in it."""

    slug: str
    name: str
    detail: str
    warning: str = ""
    is_own: bool = False


@frozen
class Option:
    """One filter: how many exercises would be shown with it, and whether it is on."""

    kind: str
    value: str
    label: str
    count: int
    is_on: bool

    @property
    def key(self) -> str:
        """Name of the chip that shows it."""
        return f"library_filter_{self.kind}_{self.value.replace(' ', '-')}"


@frozen
class Group:
    """Filters of one kind."""

    kind: str
    title: str
    options: tuple[Option, ...]


@frozen
class BrowseModel:
    """The list with its filters. `total` counts the whole library."""

    tiles: tuple[Tile, ...]
    groups: tuple[Group, ...]
    total: int
    filters_on: int


@frozen
class Link:
    """A neighbour: another exercise (`slug`), or a variant in words (no slug)."""

    kind: str
    title: str
    slug: str
    text: str


@frozen
class RungView:
    """One rung of a ladder; `note` tells the variant, such as "longer hold"."""

    slug: str
    name: str
    note: str
    is_here: bool


@frozen
class LadderView:
    """A ladder as a path from easy to hard."""

    name: str
    rungs: tuple[RungView, ...]


@frozen
class DetailModel:
    """One exercise with everything that there is to say about it."""

    slug: str
    name: str
    also_called: str
    purpose: str
    dose: str
    chips: tuple[str, ...]
    frequency: str
    steps: tuple[str, ...]
    faults: tuple[str, ...]
    cue: str
    facts: tuple[tuple[str, str], ...]
    needs: tuple[str, ...]
    warning: str
    links: tuple[Link, ...]
    ladders: tuple[LadderView, ...]
    evidence: str
    source_note: str
    one_sided: bool
    is_own: bool
    turns: tuple[str, ...] = ()
