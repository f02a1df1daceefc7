"""A flare-up: warning signs first, then something gentle to do now. The plan stays as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from facet_desktop.domain.errors import StorageError, UserError
from facet_desktop.services.events import Event, LibraryLoaded
from facet_desktop.ui.metrics import SPACE_L, SPACE_M, SPACE_XL, SPACE_XS, TextRole
from facet_desktop.ui.page import Page, side_px
from facet_desktop.ui.palettes import Tone
from facet_desktop.ui.today.flare_presenter import FlarePresenter, Relief
from facet_desktop.ui.today.sign_list import SignList
from facet_desktop.ui.widgets.banner import Banner
from facet_desktop.ui.widgets.buttons import ButtonKind, PrimaryButton, SecondaryButton, ThemedButton
from facet_desktop.ui.widgets.cards import Card, PageHeader
from facet_desktop.ui.widgets.labels import PlainLabel, Separator
from facet_desktop.ui.widgets.scroll import PlainScrollArea

if TYPE_CHECKING:
    from facet_desktop.domain.red_flags import ScreenResult
    from facet_desktop.ui.context import UiContext

ADVICE = "advice"


class FlarePage(Page):
    """First the signs, then gentle sessions. A sign that cannot wait leads to the page of advice."""

    reads_on_open = True

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._presenter = FlarePresenter(context)
        self.setObjectName("flare_page")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        content = QWidget(self)
        self._column = column = QVBoxLayout(content)
        column.setSpacing(SPACE_M)
        header = PageHeader(
            self.tr("My back flared up"),
            self.tr("A flare is hard, and it passes. One thing after the other."),
            self,
        )
        header.add_action(self._back_button())
        column.addWidget(header)
        self._asking = self._signs_step()
        self._answer = QWidget(self)
        self._steps = QVBoxLayout()
        self._steps.addWidget(self._asking)
        self._steps.addWidget(self._answer)
        column.addLayout(self._steps)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._scroll = PlainScrollArea(content, self)
        outer.addWidget(self._scroll)
        context.theme.changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        side = side_px(self._context.theme)
        self._column.setContentsMargins(side, SPACE_XL, side, SPACE_XL)

    def concerns(self, event: Event) -> bool:
        """Only another library changes what is asked here."""
        return isinstance(event, LibraryLoaded)

    def refresh(self) -> None:
        """Asks the questions again, with nothing ticked; while sessions are locked, says why instead."""
        if self._presenter.is_locked():
            self.navigate.emit(ADVICE)
            return
        self._signs.show_signs(self._presenter.questions())
        self._name_button()
        self._show(answer=False)

    def leave(self) -> bool:
        """Begins anew next time."""
        self._signs.untick()
        self._show(answer=False)
        return True

    def _back_button(self) -> ThemedButton:
        back = ThemedButton(
            self._context.theme, self.tr("Back to Today"), "arrow-left", self, kind=ButtonKind.QUIET
        )
        back.setObjectName("flare_back")
        back.clicked.connect(lambda: self.navigate.emit("today"))
        return back

    def _signs_step(self) -> QWidget:
        card = Card(self.tr("First, is any of this true for you now?"), self, title_role=TextRole.SUBTITLE)
        card.setObjectName("flare_signs")
        card.body.addWidget(
            PlainLabel(self.tr("Tick what is true. Leave empty what is not."), TextRole.MUTED, card)
        )
        self._signs = SignList(card)
        self._signs.changed.connect(self._name_button)
        card.body.addWidget(self._signs)
        self._next = PrimaryButton(self._context.theme, "", parent=card)
        self._next.setObjectName("flare_next")
        self._next.clicked.connect(self._go_on)
        card.body.addWidget(self._next, 0, Qt.AlignmentFlag.AlignLeft)
        self._name_button()
        return card

    def _name_button(self) -> None:
        self._next.setText(self.tr("Show what to do") if self._signs.ticked() else self.tr("None of these"))

    def _go_on(self) -> None:
        try:
            result = self._presenter.screened(self._signs.ticked())
        except (UserError, StorageError) as error:
            self._context.report(error)
            return
        if result.locks:
            self.navigate.emit(ADVICE)
            return
        self._replace(self._relief_step(result))
        self._show(answer=True)

    def _relief_step(self, result: ScreenResult) -> QWidget:
        card = Card(self.tr("Something gentle for now"), self, title_role=TextRole.SUBTITLE)
        card.setObjectName("flare_relief")
        for flag in result.raised:
            banner = Banner(self._context.theme, flag.advice, Tone.CAUTION, card, closable=False)
            banner.setObjectName(f"flare_advice_{flag.slug}")
            card.body.addWidget(banner)
        card.body.addWidget(PlainLabel(self._presenter.notes(), TextRole.BODY, card, wrap=True))
        for relief in self._presenter.reliefs():
            card.body.addWidget(Separator(card))
            card.body.addLayout(self._relief_row(relief, card))
        card.body.addWidget(Separator(card))
        extra = self.tr(
            "These sessions are extra: they are not kept in your record, and your plan stays as it is."
        )
        card.body.addWidget(PlainLabel(extra, TextRole.SMALL, card, wrap=True))
        return card

    def _relief_row(self, relief: Relief, card: Card) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(0, SPACE_XS, 0, SPACE_XS)
        row.setSpacing(SPACE_L)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(
            PlainLabel(f"{relief.session.name} \N{MIDDLE DOT} {relief.minutes}", TextRole.STRONG, card)
        )
        words.addWidget(PlainLabel(relief.exercises, TextRole.MUTED, card, wrap=True))
        row.addLayout(words, 1)
        play = SecondaryButton(self._context.theme, self.tr("Play"), "play", card)
        play.setObjectName("play_relief")
        play.setAccessibleName(self.tr("Play {name}").format(name=relief.session.name))
        play.clicked.connect(lambda: self._play(relief))
        row.addWidget(play, 0, Qt.AlignmentFlag.AlignVCenter)
        return row

    def _play(self, relief: Relief) -> None:
        try:
            self.start_playing(self._presenter.play(relief))
        except (UserError, StorageError) as error:
            self._context.report(error)

    def _replace(self, step: QWidget) -> None:
        self._steps.replaceWidget(self._answer, step)
        self._answer.hide()
        self._answer.deleteLater()
        self._answer = step

    def _show(self, *, answer: bool) -> None:
        self._asking.setVisible(not answer)
        self._answer.setVisible(answer)
        self._scroll.verticalScrollBar().setValue(0)
