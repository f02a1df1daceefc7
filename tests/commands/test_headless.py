"""The commands that answer without a window."""

from __future__ import annotations

import json
import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from facet_desktop import commands
from facet_desktop.bootstrap import open_folder
from facet_desktop.commands.demo import fill
from facet_desktop.commands.desktop import throw_away_folder
from facet_desktop.domain.condition import cautions
from facet_desktop.domain.timeline import compile_session
from facet_desktop.resources import resources_dir
from facet_desktop.services.app import AppServices
from facet_desktop.services.demo.caseload import DemoSize
from facet_desktop.services.records import Patient
from facet_desktop.storage.opening import DATABASE_FILE
from tests.fakes import NOON_MS, FakeClock

SCIENCE_FOUR = resources_dir() / "programs" / "rehab-science-four.toml"


def answer(capsys: pytest.CaptureFixture[str], *argv: str) -> dict[str, Any]:
    """What a command says in JSON."""
    assert commands.run([*argv, "--json"]) == 0
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def reason(capsys: pytest.CaptureFixture[str], *argv: str) -> str:
    """The one line on stderr of a command that fails."""
    assert commands.run(list(argv)) == 1
    (line,) = capsys.readouterr().err.strip().splitlines()
    return line


def test_the_shipped_library_has_no_problems(capsys: pytest.CaptureFixture[str]) -> None:
    found = answer(capsys, "library", "check")
    assert found["problems"] == []
    assert (found["exercises"], found["programs"]) == (60, 12)


def test_a_bad_library_file_is_named_with_field_and_reason(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    for folder in ("exercises", "breathing", "programs"):
        (tmp_path / folder).mkdir()
    for table in ("ladders", "conditions", "red_flags", "plan_advice"):
        (tmp_path / f"{table}.toml").write_text(f"{table} = []\n")
    (tmp_path / "exercises" / "odd.toml").write_text('slug = "odd"\nversion = "one"\n')
    assert commands.run(["library", "check", "--dir", str(tmp_path)]) == 1
    out, err = capsys.readouterr()
    assert "exercises/odd.toml, version:" in out
    assert "exercises/odd.toml, name:" in out
    assert len(err.strip().splitlines()) == 1


def test_an_exercise_without_a_figure_is_named(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    shutil.copytree(resources_dir(), tmp_path / "here")
    (tmp_path / "here" / "poses" / "dead-bug.toml").unlink()
    assert commands.run(["library", "check", "--dir", str(tmp_path / "here")]) == 1
    assert "exercises/dead-bug.toml, figure: there is no poses/dead-bug.toml" in capsys.readouterr().out


def test_the_timeline_of_a_program_is_the_one_that_the_player_plays(
    capsys: pytest.CaptureFixture[str],
) -> None:
    found = answer(capsys, "timeline", str(SCIENCE_FOUR))
    (session,) = found["sessions"]
    steps = session["steps"]
    assert steps[0] | {"breath": []} == {
        "kind": "prepare",
        "exercise": "double-knee-to-chest",
        "set": 1,
        "repetition": 0,
        "side": "both",
        "start_ms": 0,
        "duration_ms": 10_000,
        "breath": [],
    }
    assert session["total_ms"] == sum(step["duration_ms"] for step in steps)
    stretch = steps[1]
    assert (stretch["kind"], stretch["duration_ms"]) == ("hold", 36_000)
    assert sum(part["duration_ms"] for part in stretch["breath"]) == 36_000


def test_a_breath_with_a_rhythm_of_its_own_is_told_as_it_falls_into_each_step(
    capsys: pytest.CaptureFixture[str],
) -> None:
    (session,) = answer(capsys, "timeline", str(SCIENCE_FOUR))["sessions"]
    rolls = [one for one in session["steps"] if one["exercise"].startswith("peanut") and one["kind"] == "rep"]
    breaths = [[(part["phase"], part["duration_ms"]) for part in one["breath"]] for one in rolls[:4]]
    assert breaths == [
        [("in", 4000)],
        [("out", 4000)],
        [("out", 2000), ("in", 2000)],
        [("in", 2000), ("out", 2000)],
    ]
    for step in session["steps"]:
        assert sum(part["duration_ms"] for part in step["breath"]) in (0, step["duration_ms"])


def test_one_session_can_be_asked_for_by_name_and_a_wrong_name_lists_the_right_ones(
    capsys: pytest.CaptureFixture[str],
) -> None:
    named = answer(capsys, "timeline", str(SCIENCE_FOUR), "--session", "daily four")
    assert [one["session"] for one in named["sessions"]] == ["Daily four"]
    assert "Daily four" in reason(capsys, "timeline", str(SCIENCE_FOUR), "--session", "Evening")


def test_a_broken_program_file_lists_its_problems_in_one_line(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    file = tmp_path / "mine.toml"
    file.write_text('slug = "mine"\ntitle = 3\n')
    line = reason(capsys, "timeline", str(file))
    assert "mine.toml, title:" in line
    assert "mine.toml, phases:" in line
    assert "no file" in reason(capsys, "timeline", str(tmp_path / "none.toml"))


def test_a_demo_is_the_same_for_the_same_seed_and_sound(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    size = ("--patients", "2", "--days", "20")
    one = answer(capsys, "demo", "--data-dir", str(tmp_path / "a"), *size, "--seed", "3")
    same = answer(capsys, "demo", "--data-dir", str(tmp_path / "b"), *size, "--seed", "3")
    other = answer(capsys, "demo", "--data-dir", str(tmp_path / "c"), *size, "--seed", "4")
    assert one == same
    assert one["patients"] == other["patients"] == 2
    assert one["sets"] > 0
    assert one != other
    report = answer(capsys, "check", "--data-dir", str(tmp_path / "a"))
    assert report["sound"]
    assert report["counts"]["patient"] == 2


def test_sample_patients_are_marked_and_their_sessions_agree_with_their_journals(tmp_path: Path) -> None:
    assert commands.run(["demo", "--data-dir", str(tmp_path / "a"), "--patients", "1", "--days", "30"]) == 0
    with open_folder(tmp_path / "a") as folder:
        (patient,) = folder.services.patients.all()
        assert patient.is_sample
        assert patient.name.startswith("Demo")
        revision = folder.services.programs.current(patient.id)
        assert revision is not None
        today = folder.services.clock.today()
        first = folder.store.sessions.first_day(patient.id)
        assert first is not None
        for session in folder.store.sessions.between(patient.id, first, today):
            journal = folder.store.sessions.journal(session.id)
            assert [entry.seq for entry in journal] == list(range(1, len(journal) + 1))
            planned = revision.program.session(session.planned_session_id)
            items = {entry.data["item_id"] for entry in journal if "item_id" in entry.data}
            assert len(items) == session.done_exercises
            assert compile_session(planned).total_ms > 0


def test_sample_patients_have_conditions_and_some_of_their_programs_do_not_suit_them(tmp_path: Path) -> None:
    told = []
    for name in ("a", "b"):
        assert commands.run(["demo", "--data-dir", str(tmp_path / name), "--days", "2"]) == 0
        with open_folder(tmp_path / name) as folder:
            services = folder.services
            patients = sorted(services.patients.all(), key=lambda one: one.name)
            told.append([_clashes(services, one) for one in patients])
            assert len({condition for one in patients for condition in one.conditions}) > 2
    assert told[0] == told[1]
    for number, (conditions, clashing) in enumerate(told[0], 1):
        assert bool(conditions) == (number % 3 != 1)
        assert bool(clashing) == (number % 3 == 2)


def _clashes(services: AppServices, patient: Patient) -> tuple[tuple[str, ...], set[str]]:
    """The conditions of a patient, and the exercises of the program that they leave out."""
    revision = services.programs.current(patient.id)
    assert revision is not None
    library, conditions = services.library.library, services.limits.conditions(patient.id)
    slugs = {item.exercise for _, session in revision.program.sessions() for item in session.items}
    known = [exercise for exercise in map(library.find, slugs) if exercise is not None]
    left_out = {one.slug for one in known if any(caution.avoid for caution in cautions(one, conditions))}
    return patient.conditions, left_out


def test_a_demo_never_mixes_with_patients_that_are_there(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert commands.run(["demo", "--data-dir", str(tmp_path / "a"), "--patients", "1", "--days", "2"]) == 0
    capsys.readouterr()
    assert "already" in reason(capsys, "demo", "--data-dir", str(tmp_path / "a"))
    assert "at least one" in reason(capsys, "demo", "--data-dir", str(tmp_path / "b"), "--days", "0")
    assert "at most" in reason(capsys, "demo", "--data-dir", str(tmp_path / "b"), "--days", "99999999999")
    assert not (tmp_path / "b").exists()


EAST_HOURS, WEST_HOURS = 14, -10


class ClockElsewhere(FakeClock):
    """A clock of somebody some hours east of UTC."""

    def __init__(self, hours: int, wall_ms: int) -> None:
        super().__init__(wall_ms)
        self._ahead_ms = hours * 3_600_000

    def day_of(self, at_ms: int) -> date:
        return super().day_of(at_ms + self._ahead_ms)


@pytest.mark.parametrize("hours", [EAST_HOURS, 0, WEST_HOURS])
@pytest.mark.parametrize("hour", [0, 7, 12, 23])
def test_sample_records_lie_on_their_day_where_the_person_is_and_none_in_the_future(
    hours: int, hour: int, tmp_path: Path
) -> None:
    clock = ClockElsewhere(hours, NOON_MS + (hour - 12) * 3_600_000)
    with open_folder(tmp_path, clock=clock) as folder:
        fill(folder, DemoSize(patients=2, days=12))
        stored = folder.store.database.rows(
            "SELECT at_ms, local_day FROM pain_rating UNION ALL SELECT at_ms, local_day FROM session"
        )
    assert len(stored) > 20
    assert max(day for _, day in stored) == clock.today().isoformat()
    for at_ms, day in stored:
        assert at_ms <= clock.wall_ms()
        assert clock.day_of(at_ms).isoformat() == day


def test_what_only_reads_makes_no_database(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    none = ("--data-dir", str(tmp_path / "none"))
    assert "no database" in reason(capsys, "check", *none)
    assert "no database" in reason(capsys, "program", "export", "--out", str(tmp_path / "mine.toml"), *none)
    assert answer(capsys, "library", "check", *none)["exercises"] == 60
    assert answer(capsys, "timeline", str(SCIENCE_FOUR), *none)["sessions"]
    assert not (tmp_path / "none").exists()


def test_checking_an_empty_file_does_not_make_a_sound_database_of_it(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    open_folder(tmp_path).store.close()
    (tmp_path / DATABASE_FILE).write_bytes(b"")
    assert "no database" in reason(capsys, "check", "--data-dir", str(tmp_path))
    assert (tmp_path / DATABASE_FILE).read_bytes() == b""


def test_a_database_too_damaged_to_open_is_answered_like_any_damage(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    open_folder(tmp_path).store.close()
    with (tmp_path / DATABASE_FILE).open("r+b") as file:
        file.seek(1000)
        file.write(b"damage")
    assert commands.run(["check", "--data-dir", str(tmp_path), "--json"]) == 1
    out, err = capsys.readouterr()
    found = json.loads(out)
    assert not found["sound"]
    assert "corrupt" in found["problems"][0]
    assert len(err.splitlines()) == 1


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("jump", "jump"),
        ("--leap", "--leap"),
        ("timeline", "program"),
        ("check", "--data-dir"),
        ("demo --data-dir d --days many", "many"),
        ("tour --out d --theme pink", "pink"),
    ],
)
def test_words_that_do_not_fit_end_with_code_2_and_one_line(
    words: str, named: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        commands.run(words.split())
    assert ended.value.code == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith("facet-desktop")
    assert named in line


def test_an_empty_name_of_the_data_folder_is_not_the_folder_one_stands_in(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for words in (["--data-dir", ""], ["demo", "--data-dir", ""]):
        with pytest.raises(SystemExit):
            commands.run(words)
        assert "empty" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_home_folders_are_understood_and_nobodys_is_refused(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    found = answer(capsys, "demo", "--data-dir=~/mine", "--patients", "1", "--days", "2")
    assert found["patients"] == 1
    assert (tmp_path / "mine" / DATABASE_FILE).is_file()
    for words in (["--data-dir", "~nobody-at-all/x"], ["check", "--data-dir", "~nobody-at-all/x"]):
        with pytest.raises(SystemExit):
            commands.run(words)
        (line,) = capsys.readouterr().err.splitlines()
        assert "nobody" in line


def test_a_throw_away_folder_inside_another_leaves_that_one_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "kept").write_text("mine")
    with throw_away_folder(tmp_path) as first, throw_away_folder(tmp_path) as second:
        assert first.parent == second.parent == tmp_path
        (first / "made").write_text("sample")
    assert [one.name for one in tmp_path.iterdir()] == ["kept"]
    with throw_away_folder(tmp_path / "new") as fresh:
        assert fresh.is_dir()


@pytest.mark.parametrize("scale", ["nan", "0", "50"])
def test_a_tour_refuses_a_text_scale_that_the_settings_would_not_take(
    scale: str, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert "text scale" in reason(capsys, "tour", "--out", str(tmp_path / "out"), "--text-scale", scale)
    assert not (tmp_path / "out").exists()
