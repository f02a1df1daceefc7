"""The warning signs: all of them, a line that opens them, or what to do about those that can wait."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facet_desktop.domain.red_flags import ScreenResult, Urgency
from facet_desktop.ui.advice.sign_advice import SignAdvice
from facet_desktop.ui.advice.words import AdviceWords
from facet_desktop.ui.context import UiContext
from facet_desktop.ui.metrics import SPACE_M, SPACE_S, TextRole
from facet_desktop.ui.palettes import Tone
from facet_desktop.ui.readiness.presenter import ReadyModel
from facet_desktop.ui.readiness.words import ReadyWords
from facet_desktop.ui.today.sign_list import SignList
from facet_desktop.ui.translation import translate
from facet_desktop.ui.widgets.banner import Banner
from facet_desktop.ui.widgets.buttons import ButtonKind, SecondaryButton, ThemedButton
from facet_desktop.ui.widgets.cards import Card
from facet_desktop.ui.widgets.labels import PlainLabel
from facet_desktop.ui.widgets.scroll import PlainScrollArea


class SignsPart(Card):
    """`changed` follows a tick, the opening of the list, and a return to it."""

    changed = Signal()

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(" ", parent, title_role=TextRole.SUBTITLE)
        self._context = context
        self._words = AdviceWords(translate)
        self._is_opened = self._asks_all = False
        self._advice: ScreenResult | None = None
        self._shown: tuple[str, ...] = ()
        self.setObjectName("ready_signs")
        self._count = PlainLabel("", TextRole.SMALL, self)
        context.theme.changed.connect(self._place_count)
        self._place_count()
        self._closed = self._closed_box()
        self._list = self._list_box()
        self._answer = self._answer_box()
        for box in (self._closed, self._list, self._answer):
            self.body.addWidget(box, 1)

    @property
    def is_asked(self) -> bool:
        """Whether all signs are on the page and wait for an answer."""
        return self._advice is None and (self._asks_all or self._is_opened)

    @property
    def is_closed(self) -> bool:
        """Whether only the line that opens the list is shown."""
        return self._advice is None and not self.is_asked

    def ticked(self) -> tuple[str, ...]:
        """The ticked signs; none while the list is not asked."""
        return self._signs.ticked() if self.is_asked else ()

    def present(self, model: ReadyModel) -> None:
        """Show the questions; ticks stay while they are the same."""
        self._asks_all = model.asks_all
        slugs = tuple(flag.slug for flag in model.signs)
        if slugs != self._shown:
            self._shown = slugs
            self._signs.show_signs(model.signs)
        self._count.setText(ReadyWords(translate).questions(len(slugs)))
        self._render()

    def show_advice(self, result: ScreenResult) -> None:
        """Show what to do about signs that do not lock."""
        self._advice = result
        headline = self._words.headline(result.urgency or Urgency.ROUTINE)
        self._banner.show_text(f"{headline} {self._words.can_go_on()}")
        self._signs_advice.show_signs(result.raised)
        self._render()

    def forget(self) -> None:
        """Nothing ticked, nothing opened."""
        self._is_opened, self._advice = False, None
        self._signs.untick()
        self._scroll.verticalScrollBar().setValue(0)
        self._render()

    def _place_count(self) -> None:
        """Beside the title, with large text below it."""
        if self._context.theme.is_large_text:
            self.body.insertWidget(0, self._count)
        else:
            self.add_to_title_row(self._count)

    def _render(self) -> None:
        is_advice = self._advice is not None
        self._closed.setVisible(self.is_closed)
        self._list.setVisible(self.is_asked)
        self._answer.setVisible(is_advice)
        self._count.setVisible(self.is_asked)
        if is_advice:
            self.set_title(self.tr("What to do"))
        elif self.is_asked:
            self.set_title(self.tr("Is any of this true for you now?"))
        else:
            self.set_title(self.tr("Anything new since last time?"))

    def _open(self) -> None:
        self._is_opened, self._advice = True, None
        self._render()
        self._signs.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _box(self) -> tuple[QWidget, QVBoxLayout]:
        box = QWidget(self)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_M)
        return box, column

    def _closed_box(self) -> QWidget:
        box, column = self._box()
        text = self.tr(
            "Such as numbness, a weak leg, trouble with your bladder or bowels, a fever, a fall, or pain in "
            "your chest. If so, open the list before you start."
        )
        column.addWidget(PlainLabel(text, TextRole.BODY, box, wrap=True))
        button = SecondaryButton(self._context.theme, self.tr("Yes, open the list"), "list-checks", box)
        button.setObjectName("open_signs")
        button.clicked.connect(self._open)
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        return box

    def _list_box(self) -> QWidget:
        box, column = self._box()
        column.setSpacing(SPACE_S)
        hint = self.tr("Tick what is true. Leave empty what is not.")
        column.addWidget(PlainLabel(hint, TextRole.MUTED, box, wrap=True))
        self._signs = SignList(box)
        self._signs.changed.connect(self.changed)
        self._scroll = PlainScrollArea(self._signs, box)
        self._scroll.setObjectName("signs_scroll")
        self._scroll.setAccessibleName(self.tr("Warning signs"))
        column.addWidget(self._scroll, 1)
        return box

    def _answer_box(self) -> QWidget:
        box, column = self._box()
        self._banner = Banner(self._context.theme, "", Tone.CAUTION, box, closable=False)
        self._banner.setObjectName("signs_can_wait")
        column.addWidget(self._banner)
        self._signs_advice = SignAdvice(box)
        column.addWidget(PlainScrollArea(self._signs_advice, box), 1)
        back = ThemedButton(
            self._context.theme, self.tr("Change my answers"), "arrow-left", box, kind=ButtonKind.QUIET
        )
        back.setObjectName("change_answers")
        back.clicked.connect(self._open)
        column.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)
        return box
