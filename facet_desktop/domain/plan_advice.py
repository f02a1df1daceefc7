"""What the editor says about a plan as a whole. The rules are data; a clinic may set another limit."""

from __future__ import annotations

from facet_desktop.domain.values import frozen

MANY_EXERCISES = "many-exercises"
STEEP_RISE = "steep-rise"


@frozen
class PlanAdvice:
    """One rule: from which number on it speaks, what it says, and why.

    `message` holds {count} and {limit}, and {revision} where it compares with what is played now.
    """

    slug: str
    limit: int
    message: str
    reason: str
    source: str

    def said(self, count: int, limit: int, revision: int | None = None) -> str:
        """The message with its numbers."""
        text = self.message.replace("{count}", str(count)).replace("{limit}", str(limit))
        return text.replace("{revision}", str(revision) if revision is not None else "")


def rise_percent(before_ms: int, now_ms: int) -> int:
    """How much more a week asks for than before, in whole percent; 0 where there was nothing before."""
    return round((now_ms / before_ms - 1) * 100) if before_ms > 0 else 0
