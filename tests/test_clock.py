"""The clock of the system and the ids made from a clock."""

from datetime import date
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from facet_desktop.clock import SystemClock, Uuid7Ids
from tests.fakes import NOON_MS, CountedIds, FakeClock


def test_the_system_clock_never_goes_back_and_knows_the_century() -> None:
    clock = SystemClock()
    first = clock.monotonic_ms()

    assert clock.monotonic_ms() >= first
    assert clock.wall_ms() > NOON_MS - 365 * 86_400_000
    assert abs(clock.today() - FakeClock(clock.wall_ms()).today()).days <= 1
    assert 0 <= clock.hour() <= 23


def test_an_id_is_a_uuid_of_version_7_that_holds_its_millisecond() -> None:
    made = UUID(Uuid7Ids(FakeClock()).new())

    assert (made.version, made.variant) == (7, "specified in RFC 4122")
    assert made.int >> 80 == NOON_MS


@given(st.lists(st.integers(-2_000, 2_000), min_size=1, max_size=50))
def test_ids_of_one_maker_sort_as_they_were_made_even_if_the_clock_is_set_back(jumps: list[int]) -> None:
    clock = FakeClock()
    ids = Uuid7Ids(clock)
    made = []
    for jump in jumps:
        made += [ids.new(), ids.new()]
        clock.jump(jump)

    assert made == sorted(set(made))


def test_a_millisecond_that_runs_out_of_numbers_goes_on_into_the_next() -> None:
    ids = Uuid7Ids(FakeClock(), lambda count: b"\xff" * count)
    made = [ids.new()]
    ids._tail = (1 << 74) - 1
    made.append(ids.new())

    assert made == sorted(made)
    assert {UUID(one).version for one in made} == {7}


def test_two_makers_do_not_make_the_same_ids() -> None:
    clock = FakeClock()

    assert Uuid7Ids(clock).new() != Uuid7Ids(clock).new()


def test_counted_ids_are_uuids_in_order() -> None:
    ids = CountedIds()
    made = [ids.new() for _ in range(3)]

    assert made == sorted(made)
    assert all(UUID(one).version == 7 for one in made)


def test_a_fake_clock_tells_sleep_from_time_gone_by() -> None:
    clock = FakeClock()
    before = clock.monotonic_ms()

    clock.advance(1_000)
    clock.sleep(60_000)

    assert clock.monotonic_ms() - before == 1_000
    assert clock.wall_ms() - NOON_MS == 61_000
    assert clock.today() == date(2026, 1, 5)
