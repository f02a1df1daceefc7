"""Words about warning signs: what to do, whom to tell what, and how sessions open again. Calm and plain.

The urgencies and what follows from them are those of the clinical reference (E1).
"""

from __future__ import annotations

from facet_desktop.domain.red_flags import Urgency
from facet_desktop.services.wording.base import Wording


class AdviceWords(Wording):
    """Said on the advice page, on the first page and before a session."""

    def headline(self, urgency: Urgency) -> str:
        """What to do, in one short sentence."""
        return {
            Urgency.NOW: self.tr("Please get help now."),
            Urgency.TODAY: self.tr("Please see a doctor today."),
            Urgency.DAYS: self.tr("Please see your doctor in the next days."),
            Urgency.ROUTINE: self.tr("Please mention this to your doctor."),
        }[urgency]

    def emergency(self, urgency: Urgency) -> str:
        """When to call for help instead of going there."""
        if urgency is Urgency.NOW:
            return self.tr(
                "If you cannot get there safely, or if it gets worse, use your local emergency number."
            )
        return self.tr(
            "If it gets worse within hours, or if you feel very ill, use your local emergency number."
        )

    def why_locked(self, day: str) -> str:
        """Why nothing can be started; `day` such as "Monday 5 January"."""
        text = self.tr(
            "The answers of %1 can be a sign of something that exercise does not help. It may turn out to "
            "be nothing serious, but somebody has to look at it first. Until then sessions are locked. The "
            "plan and the results stay as they are."
        )
        return text.replace("%1", day)

    def to_tell(self) -> tuple[str, ...]:
        """What those who help want to know, after the answers."""
        return (
            self.tr("Since when it is so, and whether it is getting worse."),
            self.tr("That you have had back pain for a long time and do exercises for it."),
            self.tr("Your medicines, earlier illnesses, operations and injections."),
        )

    def answered_yes(self) -> str:
        """Above the questions that were answered with yes."""
        return self.tr("That you answered yes to this:")

    def can_go_on(self) -> str:
        """After a sign that does not lock."""
        return self.tr("You can go on with your session today, as long as it feels right.")

    def confirm(self, name: str) -> str:
        """Asked once before sessions are unlocked."""
        text = self.tr("%1 looked at these signs and says that you may exercise again. Is that right?")
        return text.replace("%1", name)

    def locked_title(self) -> str:
        """Title of the card on the first page."""
        return self.tr("Sessions are locked")

    def locked_text(self) -> str:
        """Text of the card on the first page."""
        return self.tr(
            "You told Facet about a warning sign. Exercise can wait until somebody has looked at it."
        )
