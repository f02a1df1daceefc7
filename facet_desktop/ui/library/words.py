"""Words of the Library page that no widget owns."""

from __future__ import annotations

from collections.abc import Iterable

from facet_desktop.services.wording.base import Wording

PHASE, CATEGORY, POSITION, LOAD, EQUIPMENT, WITHOUT = (
    "phase", "category", "position", "load", "equipment", "without",
)  # fmt: skip
# What must be avoided comes before the long lists: it is asked for first and must be seen without scrolling.
KINDS = (PHASE, CATEGORY, WITHOUT, POSITION, LOAD, EQUIPMENT)
DOT = " \N{MIDDLE DOT} "


class LibraryWords(Wording):
    """Titles of filters and facts, and short sentences made of terms."""

    def group(self, kind: str) -> str:
        """Title of a group of filters."""
        return {
            PHASE: self.tr("Phase"),
            CATEGORY: self.tr("What it trains"),
            POSITION: self.tr("Start position"),
            LOAD: self.tr("Direction of load"),
            EQUIPMENT: self.tr("Uses"),
            WITHOUT: self.tr("Nothing that needs"),
        }[kind]

    def fact(self, kind: str) -> str:
        """Title of a fact on the page of an exercise."""
        return {
            PHASE: self.tr("Phases"),
            CATEGORY: self.tr("What it trains"),
            POSITION: self.tr("Starts"),
            LOAD: self.tr("Load on the lower back"),
            EQUIPMENT: self.tr("You need"),
            "targets": self.tr("Works on"),
            "breath": self.tr("Breathing"),
        }[kind]

    def neighbour(self, kind: str) -> str:
        """What a neighbour is."""
        return {
            "easier": self.tr("Easier"),
            "harder": self.tr("Harder"),
            "swap": self.tr("Instead of this"),
        }[kind]

    def nothing_needed(self) -> str:
        """For an exercise without equipment."""
        return self.tr("nothing")

    def also_called(self, names: Iterable[str]) -> str:
        """Other names of an exercise; empty when there are none."""
        listed = ", ".join(names)
        return self.tr("Also called: %1").replace("%1", listed) if listed else ""

    def to_avoid(self, tags: Iterable[str]) -> str:
        """Why an exercise does not suit the chosen person; empty when it does."""
        listed = ", ".join(tags)
        return self.tr("To avoid: %1").replace("%1", listed) if listed else ""

    def to_ease(self, tags: Iterable[str]) -> str:
        """What the chosen person should take care with; empty when there is nothing."""
        listed = ", ".join(tags)
        return self.tr("Take care: %1").replace("%1", listed) if listed else ""

    def found(self, count: int, total: int, *, brief: bool = False) -> str:
        """How many exercises are shown; ``brief`` where there is room for numbers only."""
        if count == total:
            return self.tr("%n exercise(s)", total)
        text = self.tr("%1 of %2") if brief else self.tr("%1 of %2 exercises")
        return text.replace("%1", str(count)).replace("%2", str(total))
