"""The first page of all: at home or in a clinic, and then what to begin with."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from facet_desktop.domain.errors import StorageError, UserError
from facet_desktop.services.settings import Role
from facet_desktop.ui.context import UiContext
from facet_desktop.ui.firstrun.role_card import RoleCard
from facet_desktop.ui.firstrun.safety_card import SafetyCard
from facet_desktop.ui.metrics import SPACE_L, SPACE_XL, TextRole
from facet_desktop.ui.plan.template_choice import TemplateChoice
from facet_desktop.ui.plan.template_list import TemplateList
from facet_desktop.ui.shell.patient_form import PatientForm
from facet_desktop.ui.widgets.buttons import ButtonKind, PrimaryButton, ThemedButton
from facet_desktop.ui.widgets.cards import Card
from facet_desktop.ui.widgets.labels import PlainLabel
from facet_desktop.ui.widgets.scroll import PlainScrollArea
from facet_desktop.ui.widgets.sidebar import Logo

_WIDTH_PX, _FORM_PX = 940, 480


class Step(IntEnum):
    """The steps, which are also the places in the stack."""

    ROLE = 0
    PROGRAM = 1
    PATIENT = 2


class FirstRunPage(QWidget):
    """Fills the window until the program is ready for use. `finished` carries the page to go to."""

    finished = Signal(str)

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._choice = TemplateChoice(context)
        self.setObjectName("first_run_page")
        self.setAccessibleName(self.tr("Welcome"))
        self._steps = QStackedWidget(self)
        for made in (self._role_step, self._program_step, self._patient_step):
            self._steps.addWidget(self._scrolling(made()))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._steps)

    @property
    def step(self) -> Step:
        """The step that is shown."""
        return Step(self._steps.currentIndex())

    def refresh(self) -> None:
        """Show the step that is still missing."""
        role = self._context.services.settings.present.role
        self._show({None: Step.ROLE, Role.HOME: Step.PROGRAM, Role.CLINIC: Step.PATIENT}[role])

    def _show(self, step: Step) -> None:
        if step is Step.PROGRAM:
            self._programs.show_cards()
        self._steps.setCurrentIndex(step)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _role_step(self) -> QWidget:
        page, column = self._sheet(
            self.tr("Welcome to Facet"),
            self.tr("Who is this computer for? You can change this later in Settings."),
        )
        row = QHBoxLayout()
        row.setSpacing(SPACE_L)
        home_words = (
            self.tr("For me, at home"),
            self.tr("I have back pain and want to do my exercises, with a clear plan and a calm guide."),
        )
        home = RoleCard(self._context, "single-knee-to-chest", "house", home_words, page)
        home.setObjectName("role_home")
        home.clicked.connect(lambda: self._take_role(Role.HOME))
        clinic_words = (
            self.tr("For a clinic"),
            self.tr("I treat people with back pain and want to write programs and follow their progress."),
        )
        clinic = RoleCard(self._context, "bird-dog", "stethoscope", clinic_words, page)
        clinic.setObjectName("role_clinic")
        clinic.clicked.connect(lambda: self._take_role(Role.CLINIC))
        row.addWidget(home)
        row.addWidget(clinic)
        column.addLayout(row)
        private = self.tr("All data stays on this computer. No account, no internet needed.")
        column.addWidget(PlainLabel(private, TextRole.MUTED, page), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        return page

    def _program_step(self) -> QWidget:
        page, column = self._sheet(
            self.tr("Choose a program to begin with"),
            self.tr(
                "You can change it at any time. If a clinician gave you a plan, choose what comes closest."
            ),
        )
        self._programs = TemplateList(self._context, self._choice, page)
        self._programs.chosen.connect(self._take_program)
        column.addWidget(self._programs)
        column.addWidget(SafetyCard(self._context.theme, page))
        column.addWidget(self._back_button(page), 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(3)
        return page

    def _patient_step(self) -> QWidget:
        page, column = self._sheet(
            self.tr("Add your first patient"), self.tr("A number is enough. Names never leave this computer.")
        )
        card = Card(parent=page)
        form = PatientForm(self._context, card)
        form.added.connect(lambda: self.finished.emit("editor"))
        card.body.addWidget(form)
        add = PrimaryButton(self._context.theme, self.tr("Add patient and choose a program"), parent=card)
        add.setObjectName("add_first_patient")
        add.clicked.connect(form.add)
        card.body.addWidget(add, 0, Qt.AlignmentFlag.AlignLeft)
        card.setMaximumWidth(self._context.theme.px(_FORM_PX))
        column.addWidget(card)
        sample_words = self.tr("Look around with a sample patient")
        sample = ThemedButton(self._context.theme, sample_words, "eye", page, kind=ButtonKind.QUIET)
        sample.setObjectName("try_sample_patient")
        sample.setToolTip(
            self.tr("Begins with a made-up patient and a ready program that you can play at once.")
        )
        sample.clicked.connect(self._take_sample)
        column.addWidget(sample, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._back_button(page), 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(3)
        return page

    def _take_role(self, role: Role) -> None:
        try:
            self._context.services.settings.change(role=role)
        except StorageError as error:
            self._context.report(error)
            return
        patient = self._context.services.patients.current()
        if patient is not None:
            self.finished.emit("today" if role is Role.HOME else "editor")
        else:
            self._show(Step.PROGRAM if role is Role.HOME else Step.PATIENT)

    def _take_program(self, slug: str) -> None:
        try:
            patients = self._context.services.patients
            patient = patients.current() or patients.add(self.tr("Me"))
            self._choice.publish(slug, patient.id)
        except (UserError, StorageError) as error:
            self._context.report(error)
            return
        self.finished.emit("ready")

    def _take_sample(self) -> None:
        services = self._context.services
        try:
            slug = self._choice.cards(only_featured=True)[0].slug
            patient = services.patients.add(self.tr("Sample patient"), is_sample=True)
            services.programs.begin_from_template(patient.id, slug)
        except (UserError, StorageError) as error:
            self._context.report(error)
            return
        self.finished.emit("editor")

    def _back_button(self, page: QWidget) -> ThemedButton:
        back = ThemedButton(self._context.theme, self.tr("Back"), "arrow-left", page, kind=ButtonKind.QUIET)
        back.setObjectName("first_run_back")
        back.clicked.connect(lambda: self._show(Step.ROLE))
        return back

    def _sheet(self, title: str, text: str) -> tuple[QWidget, QVBoxLayout]:
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(SPACE_XL, SPACE_XL, SPACE_XL, SPACE_XL)
        column.setSpacing(SPACE_L)
        column.addWidget(Logo(self._context.theme, page))
        column.addStretch(2)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(PlainLabel(title, TextRole.TITLE, page, wrap=True))
        words.addWidget(PlainLabel(text, TextRole.MUTED, page, wrap=True))
        column.addLayout(words)
        return page, column

    def _scrolling(self, page: QWidget) -> PlainScrollArea:
        page.setMaximumWidth(self._context.theme.px(_WIDTH_PX))
        middle = QWidget(self)
        row = QHBoxLayout(middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(page, 20)
        row.addStretch(1)
        return PlainScrollArea(middle, self)
