"""Adding by name: what is meant by a typed line, and what to say about it while it is typed."""

from __future__ import annotations

from facet_desktop.domain.dose_text import TextProblem, TypedLine, check, parse_line
from facet_desktop.domain.dose_words import WordKind
from facet_desktop.domain.exercise import Exercise
from facet_desktop.domain.values import frozen
from facet_desktop.services.wording.base import Wording
from facet_desktop.ui.editor.library_presenter import LibraryPresenter
from facet_desktop.ui.editor.state import EditorState
from facet_desktop.ui.editor.view_model import LibraryRow
from facet_desktop.ui.editor.words import DOT
from facet_desktop.ui.translation import ERROR_CONTEXT, translate

MATCHES = 6


class CommandWords(Wording):
    """The hints of the line."""

    def begin(self) -> str:
        """Before anything is typed."""
        return self.tr("Type a name, then the dose, as in: bridge 3x10 r45 3-2-4")

    def nothing(self) -> str:
        """Where no exercise fits."""
        return self.tr("No exercise is called that. Try another word.")

    def usual(self, dose: str) -> str:
        """Without a typed dose the usual one is taken."""
        return self.tr("Usual dose: %1").replace("%1", dose)

    def parts(self) -> dict[WordKind, str]:
        """How each part that is still missing is typed."""
        return {
            WordKind.AMOUNT: self.tr("sets and repetitions 3x10, or hold 4x20s"),
            WordKind.REST: self.tr("rest r45"),
            WordKind.TEMPO: self.tr("tempo 3-2-4"),
            WordKind.SIDE: self.tr("each or alt"),
        }


@frozen
class CommandView:
    """What stands under the line. `problem` is a sentence about the marked part of the text, or empty."""

    rows: tuple[LibraryRow, ...]
    dose: str
    hint: str
    problem: str
    wrong: tuple[int, int] = (0, 0)


class CommandPresenter:
    """Answers `view` for a text and the chosen match."""

    def __init__(self, state: EditorState, library: LibraryPresenter, words: CommandWords) -> None:
        self._state = state
        self._library = library
        self._words = words

    def view(self, text: str, chosen: int = 0) -> CommandView:
        """What to show for a text; `chosen` is the place of the match that would be added."""
        line = parse_line(text)
        if not line.name:
            return CommandView((), "", self._words.begin(), "")
        found = self._library.search.find(line.name, limit=MATCHES)
        rows = tuple(map(self._library.row, found))
        if not found:
            return CommandView((), "", "", self._words.nothing())
        exercise = found[min(max(chosen, 0), len(found) - 1)]
        problems = self._problems(line, exercise)
        wrong = (problems[0].start, problems[0].end) if problems else (0, 0)
        sentence = self._sentence(problems[0]) if problems else ""
        return CommandView(rows, self._dose(line, exercise), self._hint(line), sentence, wrong)

    def line(self, text: str) -> TypedLine:
        """The typed line, taken apart."""
        return parse_line(text)

    def _problems(self, line: TypedLine, exercise: Exercise) -> tuple[TextProblem, ...]:
        return check(line, exercise.dose)

    def _sentence(self, problem: TextProblem) -> str:
        values = {name: translate(ERROR_CONTEXT, value) for name, value in problem.values.items()}
        return translate(ERROR_CONTEXT, problem.message).format(**values)

    def _dose(self, line: TypedLine, exercise: Exercise) -> str:
        chips = DOT.join(self._state.words.dose.chips(line.applied_to(exercise.dose)))
        return chips if line.has_dose else self._words.usual(chips)

    def _hint(self, line: TypedLine) -> str:
        parts = self._words.parts()
        return DOT.join(parts[kind] for kind in line.missing())
