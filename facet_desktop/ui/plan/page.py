"""My plan: what is planned, in plain words, and the way to another program."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facet_desktop.domain.errors import StorageError, UserError
from facet_desktop.services.events import Event, PainRated, SessionChanged
from facet_desktop.services.records import Revision
from facet_desktop.ui.context import UiContext
from facet_desktop.ui.metrics import SPACE_M, SPACE_XL
from facet_desktop.ui.page import Page
from facet_desktop.ui.plan.plan_view import PlanView
from facet_desktop.ui.plan.presenter import PlanPresenter
from facet_desktop.ui.plan.template_choice import TemplateChoice
from facet_desktop.ui.plan.template_list import TemplateList
from facet_desktop.ui.widgets.buttons import SecondaryButton
from facet_desktop.ui.widgets.cards import PageHeader
from facet_desktop.ui.widgets.scroll import PlainScrollArea
from facet_desktop.ui.widgets.toast import Toast

_MARGIN_PX = 28


class PlanPage(Page):
    """Shows the plan, or the programs to choose from."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._presenter = PlanPresenter(context)
        self._choice = TemplateChoice(context)
        self._replaced: Revision | None = None
        self._is_choosing = False
        self.setObjectName("plan_page")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        content = QWidget(self)
        column = QVBoxLayout(content)
        column.setContentsMargins(_MARGIN_PX, SPACE_XL, _MARGIN_PX, SPACE_XL)
        column.setSpacing(SPACE_M)
        self._head = PageHeader("", parent=self)
        self._change = SecondaryButton(context.theme, "", parent=self)
        self._change.setObjectName("change_plan")
        self._change.clicked.connect(self._toggle)
        self._head.add_action(self._change)
        column.addWidget(self._head)
        self._view = PlanView(context, self)
        self._programs = TemplateList(context, self._choice, self)
        self._programs.chosen.connect(self._take)
        column.addWidget(self._view)
        column.addWidget(self._programs)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._scroll = PlainScrollArea(content, self)
        outer.addWidget(self._scroll)
        self._toast = Toast(context.theme, self)
        self._toast.undone.connect(self._undo)

    def concerns(self, event: Event) -> bool:
        """Sessions and ratings change nothing here."""
        return super().concerns(event) and not isinstance(event, SessionChanged | PainRated)

    def refresh(self) -> None:
        """Reads the plan again; without one, shows the programs to choose from."""
        model = self._presenter.model()
        is_choosing = self._is_choosing or model is None
        self._change.setVisible(model is not None)
        if is_choosing:
            self._head.set_title(self.tr("Choose a program"))
            self._head.set_subtitle(self.tr("Your results stay, whichever program you choose."))
            self._change.setText(self.tr("Keep my plan"))
            self._programs.show_cards()
        elif model is not None:
            self._head.set_title(model.title)
            self._head.set_subtitle(model.subtitle)
            self._change.setText(self.tr("Change plan"))
            self._view.present(model)
        self._view.setVisible(not is_choosing)
        self._programs.setVisible(is_choosing)
        self._scroll.verticalScrollBar().setValue(0)

    def leave(self) -> bool:
        """Shows the plan, not the choice, next time."""
        if self._is_choosing:
            self._is_choosing = False
            self.refresh()
        return True

    def _toggle(self) -> None:
        self._is_choosing = not self._is_choosing
        self.refresh()

    def _take(self, slug: str) -> None:
        patient_id = self._presenter.patient_id()
        if patient_id is None:
            self.navigate.emit("first-run")
            return
        before = self._presenter.current()
        self._is_choosing = False
        try:
            published = self._choice.publish(slug, patient_id)
        except (UserError, StorageError) as error:
            self._context.report(error)
            return
        self.refresh()
        if before is None:
            self.navigate.emit("today")
            return
        self._replaced = before
        self._toast.show_note(
            self.tr("Your plan is now {title}.").format(title=published.program.title), can_undo=True
        )

    def _undo(self) -> None:
        if self._replaced is None:
            return
        try:
            self._presenter.bring_back(self._replaced)
        except (UserError, StorageError) as error:
            self._context.report(error)
        self._replaced = None
        self.refresh()
