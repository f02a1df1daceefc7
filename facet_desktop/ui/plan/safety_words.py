"""What Facet is not, and the signs that ask for care instead of exercise.

The signs follow the clinical reference (E1: cauda equina, progressive weakness, fracture, infection, cancer,
vessels, heart) in words of our own.
"""

from __future__ import annotations

from facet_desktop.services.wording.base import Wording


class SafetyWords(Wording):
    """Calm, short and complete."""

    def not_advice(self) -> str:
        """What Facet does not do."""
        return self.tr(
            "Facet does not replace the advice of a doctor or physiotherapist. If one of them told you "
            "something else, follow them. Stop an exercise that makes your pain clearly worse."
        )

    def now_title(self) -> str:
        """Heading of the signs that cannot wait."""
        return self.tr("Get emergency care now if you have")

    def now(self) -> tuple[str, ...]:
        """Signs that cannot wait."""
        return (
            self.tr("new trouble passing or holding urine, or holding your bowels"),
            self.tr("numbness or tingling between your legs, or a new loss of feeling during sex"),
            self.tr("new pain, numbness or weakness in both legs, or a leg that is getting weaker"),
            self.tr(
                "sudden very strong back or belly pain with faintness, or chest pain or trouble breathing"
            ),
            self.tr("strong pain after a bad fall or a crash"),
        )

    def today_title(self) -> str:
        """Heading of the signs for which a doctor is needed today."""
        return self.tr("See a doctor today if you have")

    def today(self) -> tuple[str, ...]:
        """Signs for the same day; the last one for the next days."""
        return (
            self.tr("fever, sweats or feeling ill together with your back pain"),
            self.tr("fever, redness, strong new pain or weakness after an injection or procedure"),
            self.tr("sudden pain in one spot with fragile bones, or after a small fall when you are over 70"),
            self.tr("pain that never lets up, also at night, with weight loss or an earlier cancer"),
        )
