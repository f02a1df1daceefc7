"""Screens for warning signs and clearances, as they are stored."""

from datetime import timedelta

from facet_desktop.services.records import Clearance, ScreenContext, Screening, Stamp
from facet_desktop.storage.store import Store
from tests.storage.records import MONDAY, Maker, stored_session


def screening(
    store: Store, patient_id: str, at_ms: int, raised: tuple[str, ...], *, locks: bool
) -> Screening:
    stamp = Stamp(at_ms, store.device_id)
    day = MONDAY + timedelta(days=at_ms)
    made = Screening(
        f"{at_ms:08x}-0000-7000-8000-000000000001",
        patient_id,
        stamp,
        day,
        ScreenContext.WEEKLY,
        raised,
        locks,
    )
    store.safety.add_screening(made)
    return made


def clear(store: Store, patient_id: str, at_ms: int) -> None:
    key = f"{at_ms:08x}-0000-7000-8000-000000000002"
    store.safety.add_clearance(
        Clearance(key, patient_id, Stamp(at_ms, store.device_id), MONDAY, "Dr <b>A</b> 'x'", "fine")
    )


def test_a_screen_comes_back_as_it_was_stored(store: Store, make: Maker) -> None:
    patient_id = stored_session(store, make).patient_id
    assert store.safety.last_screening(patient_id) is None
    screening(store, patient_id, 1, (), locks=False)
    last = screening(store, patient_id, 2, ("trauma", "cancer"), locks=True)
    assert store.safety.last_screening(patient_id) == last


def test_a_lock_stays_through_later_clean_screens_until_it_is_cleared(store: Store, make: Maker) -> None:
    patient_id = stored_session(store, make).patient_id
    locked = screening(store, patient_id, 1, ("trauma",), locks=True)
    screening(store, patient_id, 2, (), locks=False)
    assert store.safety.open_lock(patient_id) == locked
    clear(store, patient_id, 3)
    assert store.safety.open_lock(patient_id) is None
    again = screening(store, patient_id, 4, ("chest",), locks=True)
    assert store.safety.open_lock(patient_id) == again


def test_a_clearance_of_one_person_lifts_no_lock_of_another(store: Store, make: Maker) -> None:
    one, other = stored_session(store, make).patient_id, stored_session(store, make).patient_id
    assert one != other
    screening(store, one, 1, ("chest",), locks=True)
    clear(store, other, 2)
    assert store.safety.open_lock(one) is not None
