"""What follows from the conditions of a person."""

from facet_desktop.domain.condition import Condition, reasons_against_holds
from facet_desktop.domain.exercise import Precaution


def test_only_conditions_that_speak_of_it_forbid_holding_the_breath() -> None:
    def condition(slug: str, *avoid: Precaution) -> Condition:
        return Condition(slug, slug, frozenset(avoid), frozenset(), "", clinician_only=False, source="")

    pressure = condition("pressure", Precaution.APNEA)
    knee = condition("knee", Precaution.KNEEL)
    assert reasons_against_holds((knee, pressure)) == (pressure,)
