"""Lines of text in one widget: they wrap, grow with the text size, and show what is stored as it is."""

from pytestqt.qtbot import QtBot

from facet_desktop.ui.metrics import TextRole
from facet_desktop.ui.theme import Theme, ThemeHub
from facet_desktop.ui.widgets.text_lines import TextLines

NAME = "Bird dog with a slow reach"


def lines(hub: ThemeHub, qtbot: QtBot, *texts: str) -> TextLines:
    made = TextLines(hub, [(text, TextRole.BODY) for text in texts])
    qtbot.addWidget(made)
    return made


def test_a_long_text_takes_more_lines_where_there_is_less_width(hub: ThemeHub, qtbot: QtBot) -> None:
    made = lines(hub, qtbot, NAME)
    one_line = made.heightForWidth(made.sizeHint().width())
    assert made.heightForWidth(made.sizeHint().width() // 2 + 20) >= 2 * one_line
    assert made.sizeHint().height() == one_line


def test_every_line_has_its_room_and_no_word_is_cut(hub: ThemeHub, qtbot: QtBot) -> None:
    one, two = lines(hub, qtbot, NAME), lines(hub, qtbot, NAME, NAME)
    width = one.sizeHint().width()
    assert two.heightForWidth(width) >= 2 * one.heightForWidth(width)
    longest = lines(hub, qtbot, "with").minimumSizeHint().width()
    assert one.minimumSizeHint().width() >= longest


def test_it_grows_with_the_chosen_text_size(hub: ThemeHub, qtbot: QtBot) -> None:
    made = lines(hub, qtbot, NAME)
    before = made.sizeHint()
    hub.set_theme(Theme(scale=2.0))
    assert made.sizeHint().height() > before.height() * 1.5
    assert made.sizeHint().width() > before.width() * 1.5


def test_markup_in_a_text_is_shown_and_not_obeyed(hub: ThemeHub, qtbot: QtBot) -> None:
    plain, marked = lines(hub, qtbot, "Plank"), lines(hub, qtbot, "<b>Plank</b>")
    assert marked.sizeHint().width() > plain.sizeHint().width()
    assert marked.texts() == ("<b>Plank</b>",)
