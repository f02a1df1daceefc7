"""Ready? One page before a session: what is needed, how one is, warning signs, and Start."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QPushButton, QVBoxLayout, QWidget

from facet_desktop.domain.errors import StorageError, UserError
from facet_desktop.domain.traffic_light import Advice
from facet_desktop.ui.context import UiContext
from facet_desktop.ui.metrics import SPACE_L, SPACE_M, SPACE_S, SPACE_XL
from facet_desktop.ui.page import Page, side_px
from facet_desktop.ui.readiness.body_part import BodyPart
from facet_desktop.ui.readiness.presenter import PainNote, ReadyModel, ReadyPresenter, Told
from facet_desktop.ui.readiness.session_part import SessionPart
from facet_desktop.ui.readiness.signs_part import SignsPart
from facet_desktop.ui.readiness.start_bar import StartBar
from facet_desktop.ui.widgets.buttons import ButtonKind, ThemedButton
from facet_desktop.ui.widgets.cards import PageHeader
from facet_desktop.ui.widgets.choices import ChoiceRow
from facet_desktop.ui.widgets.scroll import PlainScrollArea

_STACKED_BELOW_PX, _LOW_BELOW_PX, _STACKED_LIST_PX = 740, 760, 380
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ReadyPage(Page):
    """Shows what the presenter says; nothing is kept before the button is pressed."""

    reads_on_open = True

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._presenter = ReadyPresenter(context)
        self._model: ReadyModel | None = None
        self.setObjectName("ready_page")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._outer = QVBoxLayout(self)
        self._outer.setSpacing(SPACE_M)
        self._outer.addWidget(self._header())
        content = QWidget(self)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, content)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(SPACE_L)
        self._row.addWidget(self._left(content), 10)
        self._signs = SignsPart(context, content)
        self._row.addWidget(self._signs, 9)
        self._outer.addWidget(PlainScrollArea(content, self), 1)
        self._bar = StartBar(context.theme, self)
        self._outer.addWidget(self._bar)
        self._connect()

    def refresh(self) -> None:
        """Reads the session and the answers of today; what was told here stays."""
        if self._presenter.is_locked():
            self.navigate.emit("advice")
            return
        self._model = model = self._presenter.model()
        if model is None:
            self.navigate.emit("today")
            return
        self._head.set_title(model.session_name)
        self._head.set_subtitle(model.subtitle)
        self._session.present(model)
        self._body.present(model)
        self._signs.present(model)
        self._render_bar()
        self._arrange()

    def leave(self) -> bool:
        """Forgets what was told here."""
        self._session.choose_whole()
        self._body.forget()
        self._signs.forget()
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Finds the arrangement for the new size."""
        super().resizeEvent(event)
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the focused button, else begins; digits tell pain. A key held down begins nothing."""
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier or event.isAutoRepeat():
            super().keyPressEvent(event)
        elif event.key() in _ENTER:
            focused = self.focusWidget()
            if isinstance(focused, QPushButton) and focused.hasFocus():
                focused.click()
            elif self._note().advice is not Advice.STOP or self._signs.ticked():
                self._go_on()
        elif 0 <= (digit := event.key() - Qt.Key.Key_0.value) <= 9 and not self._is_among_choices():
            self._body.pain.type_digit(digit, event.timestamp())
        else:
            super().keyPressEvent(event)

    def _is_among_choices(self) -> bool:
        """Whether the keyboard is in a row of other choices, where a digit may be meant for that row."""
        focused = self.focusWidget()
        return any(row.isAncestorOf(focused) for row in self.findChildren(ChoiceRow))

    def _header(self) -> PageHeader:
        self._head = PageHeader("", parent=self)
        back = ThemedButton(
            self._context.theme, self.tr("Back to Today"), "arrow-left", self, kind=ButtonKind.QUIET
        )
        back.setObjectName("ready_back")
        back.clicked.connect(lambda: self.navigate.emit("today"))
        self._head.add_action(back)
        return self._head

    def _left(self, parent: QWidget) -> QWidget:
        self._told = box = QWidget(parent)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_M)
        self._session = SessionPart(self._context.theme, box)
        self._body = BodyPart(self._context.theme, box)
        column.addWidget(self._session)
        column.addWidget(self._body)
        column.addStretch(1)
        self._left_scroll = PlainScrollArea(box, parent)
        return self._left_scroll

    def _connect(self) -> None:
        self._body.changed.connect(self._render_bar)
        self._signs.changed.connect(self._render_bar)
        self._signs.changed.connect(self._arrange)
        self._bar.started.connect(self._go_on)
        self._bar.gentle.connect(self._go_gently)
        self._context.theme.changed.connect(self._arrange)

    def _note(self) -> PainNote:
        return self._presenter.note(self._body.pain.value())

    def _render_bar(self) -> None:
        note, ticked = self._note(), bool(self._signs.ticked())
        top = Qt.AlignmentFlag.AlignTop
        self._row.setAlignment(self._signs, top if self._signs.is_closed else Qt.AlignmentFlag(0))
        text = self._presenter.button(
            asked=self._signs.is_asked, ticked=ticked, anyway=note.advice is Advice.STOP
        )
        has_help = self._model is not None and self._model.has_flare_help
        self._bar.present(text, note, ticked=ticked, can_be_gentle=has_help)

    def _go_on(self) -> None:
        try:
            if self._signs.is_asked and not self._are_signs_clear():
                return
            self._begin()
        except (UserError, StorageError) as error:
            self._context.report(error)

    def _are_signs_clear(self) -> bool:
        """Keeps the answers. With a sign, the next thing to see is what to do about it."""
        pain = self._body.pain.value()
        result = self._presenter.screen(self._signs.ticked())
        if result.locks:
            self._presenter.keep_pain(pain)
            self.navigate.emit("advice")
        elif result.raised:
            self._signs.show_advice(result)
            self._render_bar()
        return not result.raised

    def _begin(self) -> None:
        told = Told(
            pain_nprs=self._body.pain.value(),
            stiffness=self._body.stiffness(),
            sleep_h=self._body.sleep_h(),
            limit_ms=self._session.length().limit_ms,
        )
        session = self._presenter.start(told)
        if session is None:
            return
        try:
            self._presenter.keep(session, told)
        except StorageError as error:
            self._context.report(error)  # the session stands, paused where it is
        self.start_playing(session)

    def _go_gently(self) -> None:
        try:
            self._presenter.keep_pain(self._body.pain.value())
        except StorageError as error:
            self._context.report(error)
        self.navigate.emit("flare")

    def _arrange(self) -> None:
        """Two columns where there is room for both; less air on low screens."""
        look = self._context.theme
        is_low = self.height() < look.px(_LOW_BELOW_PX)
        edge = SPACE_M if is_low else SPACE_XL
        self._outer.setSpacing(SPACE_S if is_low else SPACE_M)
        side = side_px(look)
        self._outer.setContentsMargins(side, edge, side, edge)
        is_wide = self.width() >= look.px(_STACKED_BELOW_PX)
        # Below each other the signs come first: nobody should answer what was never on the screen.
        above, across = QBoxLayout.Direction.BottomToTop, QBoxLayout.Direction.LeftToRight
        self._row.setDirection(across if is_wide else above)
        is_low_card = is_wide or self._signs.is_closed
        self._signs.setMinimumHeight(0 if is_low_card else look.px(_STACKED_LIST_PX))
        self._fit_left(is_wide=is_wide)

    def _fit_left(self, *, is_wide: bool) -> None:
        """Below each other, the page alone scrolls."""
        layout, width = self._told.layout(), self._left_scroll.width()
        needed = layout.totalHeightForWidth(width) if layout is not None else 0
        self._left_scroll.setMinimumHeight(0 if is_wide else needed)
