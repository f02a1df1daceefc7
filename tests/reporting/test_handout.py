"""The patient's paper as text and as PDF."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from itertools import count
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer
from PySide6.QtGui import QGuiApplication
from PySide6.QtPdf import QPdfDocument

from facet_desktop import commands
from facet_desktop.bootstrap import shipped_handouts
from facet_desktop.domain.errors import UserError
from facet_desktop.domain.library import Library
from facet_desktop.domain.program import Program
from facet_desktop.exchange.library_files import read_library
from facet_desktop.exchange.program_files import ProgramFiles
from facet_desktop.resources import resources_dir
from facet_desktop.services.handout_builder import Person
from facet_desktop.services.handout_service import (
    HandoutLook,
    HandoutService,
    Paper,
)
from tests.fakes import FakeClock

PERSON = Person("Ana Kova\u010d", "Lakeside Clinic", ("osteoporosis", "knee-replacement"), 3)


@pytest.fixture
def handouts(qapp: QGuiApplication) -> HandoutService:
    return shipped_handouts(clock=FakeClock())


@cache
def library() -> Library:
    return read_library(resources_dir()).library


def program(slug: str) -> Program:
    ids = count(1)
    file = resources_dir() / "programs" / f"{slug}.toml"
    found, problems = ProgramFiles().read(file, library(), lambda: f"id-{next(ids)}")
    assert found is not None, problems
    return found


def read(pages: bytes) -> list[tuple[str, tuple[int, int]]]:
    """Text and size in points of every page."""
    content = QBuffer()
    content.setData(pages)
    content.open(QBuffer.OpenModeFlag.ReadOnly)
    paper = QPdfDocument(content)
    paper.load(content)
    found = []
    for number in range(paper.pageCount()):
        size = paper.pagePointSize(number)
        found.append((paper.getAllText(number).text(), (round(size.width()), round(size.height()))))
    paper.close()
    assert found
    return found


def page_texts(pages: bytes) -> list[str]:
    return [plain(text) for text, _ in read(pages)]


def plain(text: str) -> str:
    """Without line ends, spaces and hyphens, which depend on where lines were broken."""
    return re.sub(r"[\s\x02\u00ad\ufffe-]+", "", text)


def every_text(pages: bytes) -> str:
    return "".join(page_texts(pages))


def with_note(one: Program, note: str) -> Program:
    session = one.phases[0].sessions[0]
    items = (replace(session.items[0], note=note), *session.items[1:])
    return one.with_session(session.id, lambda old: replace(old, items=items))


@pytest.mark.parametrize("slug", ["early-phase", "post-procedure"])
def test_every_exercise_dose_note_and_warning_is_on_the_paper(handouts: HandoutService, slug: str) -> None:
    one = with_note(program(slug), "Keep the towel under your neck.")
    handout = handouts.handout(one, PERSON, HandoutLook())
    text = every_text(handouts.make(one, PERSON, HandoutLook()))
    wanted = [one.title, one.notes, "Ana Kova\u010d", "Lakeside Clinic", "5 January 2026", "Revision 3"]
    wanted += [item.name for _, session in one.sessions() for item in session.items]
    wanted += [session.name for _, session in one.sessions()]
    for phase in handout.phases:
        for part in phase.exercises:
            wanted += [part.dose_line, part.dose, *part.planned, *part.steps, part.breathing, part.purpose]
            wanted += [part.note, *(line.rstrip(".") for line in part.watch)]
        wanted += phase.gate
    wanted += [words for light in handout.lights for words in (light.name, light.range, light.advice)]
    wanted += [*handout.pain_rules, handout.ask_first]
    wanted += [words for one in handout.leave_out for words in (one.name, *one.advice)]
    wanted += [
        words for group in handout.signs for sign in group.signs for words in (sign.question, sign.advice)
    ]
    missing = [words for words in wanted if plain(words) not in text]
    assert missing == []


def test_pages_are_counted_and_say_who_made_them(handouts: HandoutService) -> None:
    texts = page_texts(handouts.make(program("early-phase"), PERSON, HandoutLook()))
    for number, text in enumerate(texts, 1):
        assert f"Page{number}of{len(texts)}" in text
        assert plain("it does not replace the advice of your clinician") in text


def test_what_a_condition_leaves_out_is_named_with_the_exercises_that_touch_it(
    handouts: HandoutService,
) -> None:
    handout = handouts.handout(program("early-phase"), PERSON, HandoutLook())
    assert [one.name for one in handout.leave_out] == [
        "Osteoporosis or a past vertebral fracture",
        "Knee replacement",
    ]
    assert "Leave out: strong bending forward, twisting." in handout.leave_out[0].advice
    assert "All-fours arm lift" in handout.ask_first
    assert handouts.handout(program("early-phase"), Person(), HandoutLook()).leave_out == ()


def test_the_log_has_a_box_for_every_planned_session_of_four_weeks(handouts: HandoutService) -> None:
    one = program("early-phase")
    log = handouts.handout(one, PERSON, HandoutLook()).log
    assert len(log.weeks) == 4
    assert log.sessions == tuple(session.name for session in one.phases[0].sessions)
    for week in log.weeks:
        for place, session in enumerate(one.phases[0].sessions):
            assert [row[place] for row in week.boxes] == [
                session.schedule.planned_on(day) for day in range(7)
            ]


def test_an_exercise_of_two_sessions_is_described_once_unless_its_dose_differs(
    handouts: HandoutService,
) -> None:
    one = program("rehab-science-four")
    session = one.phases[0].sessions[0]
    evening = replace(session, id="evening", name="Evening", items=tuple(
        replace(item, id=f"evening-{item.id}") for item in session.items
    ))  # fmt: skip
    phase = replace(one.phases[0], sessions=(session, evening))
    twice = handouts.handout(replace(one, phases=(phase,)), PERSON, HandoutLook())
    assert len(twice.phases[0].exercises) == len(session.items)
    assert all(len(part.planned) == 2 for part in twice.phases[0].exercises)
    other = replace(evening, items=(replace(evening.items[0], note="Slower"), *evening.items[1:]))
    phase = replace(phase, sessions=(session, other))
    differing = handouts.handout(replace(one, phases=(phase,)), PERSON, HandoutLook())
    assert len(differing.phases[0].exercises) == len(session.items) + 1


def test_later_phases_come_after_the_present_one_and_can_be_left_out(handouts: HandoutService) -> None:
    one = program("post-procedure")
    one = replace(one, current_phase=one.phases[1].id)
    whole = handouts.handout(one, PERSON, HandoutLook())
    assert whole.phases[0].heading == one.phases[1].title
    assert len(whole.phases) == len(one.phases)
    assert all(part.lead for part in whole.phases[1:])
    current = handouts.handout(one, PERSON, HandoutLook(current_only=True))
    assert current.phases == whole.phases[:1]


ODD = (
    "#sys.inputs",
    '<b>bold</b> <img src="file:///x.png">',
    "\"quotes\" 'and' \\ $x$ *star* _under_ @ref `raw` //c /* c",
    "Jane <!-- ALLERGY: latex",
    '#import "@preview/x:1.0.0"',
)


@pytest.mark.parametrize("words", ODD)
def test_signs_that_mean_something_elsewhere_are_printed_as_they_are(
    handouts: HandoutService, words: str
) -> None:
    one = with_note(replace(program("rehab-science-four"), title=words, notes=words), words)
    pages = handouts.make(one, Person(words, words), HandoutLook())
    first, *_ = page_texts(pages)
    assert first.count(plain(words)) >= 4
    assert b"pdfuaid:part" in pages


@pytest.mark.parametrize(
    "words", ["\u05e9\u05dc\u05d5\u05dd", "Ana \U0001f600", "\u0645\u0631\u064a\u0645", "a\tb\u0007"]
)
def test_signs_that_the_fonts_lack_never_keep_the_paper_from_being_made(
    handouts: HandoutService, words: str
) -> None:
    pages = handouts.make(program("rehab-science-four"), Person(words), HandoutLook())
    assert plain("Double knee to chest") in every_text(pages)
    assert b"/StructTreeRoot" in pages


def sizes(pages: bytes) -> set[tuple[int, int]]:
    return {size for _, size in read(pages)}


def test_both_papers_and_large_print(handouts: HandoutService) -> None:
    one = program("early-phase")
    normal = handouts.make(one, PERSON, HandoutLook())
    letter = handouts.make(one, PERSON, HandoutLook(Paper.LETTER))
    large = handouts.make(one, PERSON, HandoutLook(large_print=True))
    assert sizes(normal) == sizes(large) == {(595, 842)}
    assert sizes(letter) == {(612, 792)}
    assert len(page_texts(large)) > 1.5 * len(page_texts(normal))
    assert plain(one.notes) in every_text(large)


def test_the_pdf_is_tagged_and_sealed_as_readable_by_screen_readers(handouts: HandoutService) -> None:
    pages = handouts.make(program("early-phase"), PERSON, HandoutLook())
    for mark in (b"/MarkInfo", b"/StructTreeRoot", b"pdfuaid:part", b"/Lang"):
        assert mark in pages


def test_the_same_program_gives_the_same_paper(handouts: HandoutService) -> None:
    one = program("rehab-science-four")
    assert handouts.make(one, PERSON, HandoutLook()) == handouts.make(one, PERSON, HandoutLook())


def test_an_exercise_never_splits_over_two_pages(handouts: HandoutService) -> None:
    for look in (HandoutLook(), HandoutLook(Paper.LETTER, large_print=True)):
        one = program("middle-phase")
        texts = page_texts(handouts.make(one, PERSON, look))
        for part in handouts.handout(one, PERSON, look).phases[0].exercises:
            whole = [plain(part.name), plain(part.dose), plain(part.purpose), *map(plain, part.steps)]
            assert any(all(words in text for words in whole) for text in texts), part.name


def test_nothing_is_fetched_from_the_network_while_a_page_is_set() -> None:
    for template in (resources_dir() / "handout").rglob("*.typ"):
        text = template.read_text(encoding="utf-8")
        assert "@preview" not in text
        assert not re.search(r"#?import|#?include", text.replace("may be imported", ""))
        assert "http" not in text


def test_an_unfinished_program_is_refused_with_the_place(handouts: HandoutService) -> None:
    with pytest.raises(UserError, match="at least one session"):
        handouts.make(Program("one", "Title"), PERSON, HandoutLook())


def test_a_handout_for_a_file_that_cannot_be_written_says_so(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, qapp: QGuiApplication
) -> None:
    handouts = shipped_handouts(clock=FakeClock())
    with pytest.raises(UserError, match=r"x\.pdf"):
        handouts.save(b"pages", tmp_path / "none" / "x.pdf")
    assert commands.run(["handout", "--program", "none.toml", "--out", str(tmp_path / "x.pdf")]) == 1
    assert "no file" in capsys.readouterr().err
