"""What an own exercise shows: a figure of the library, a changed one, or a picture."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QComboBox, QFileDialog, QSizePolicy, QVBoxLayout, QWidget

from facet_desktop.domain.errors import UserError
from facet_desktop.domain.figure.movement import Movement
from facet_desktop.domain.figure_names import OWN_POSE, PICTURE
from facet_desktop.domain.own_figure import OwnPose, own_movement, sinks
from facet_desktop.domain.own_form import FilledFigure, Shown
from facet_desktop.services.figures import FigureSource
from facet_desktop.services.own_records import OwnContent, Picture
from facet_desktop.ui.figure.colours import COLOURS
from facet_desktop.ui.figure.moving_card import StillPicture, still_picture
from facet_desktop.ui.figure.view import FigureView
from facet_desktop.ui.library.form.pose_sliders import END, PoseSliders
from facet_desktop.ui.library.picture_import import read_picture
from facet_desktop.ui.metrics import SPACE_M, SPACE_S, TextRole
from facet_desktop.ui.palettes import Tone
from facet_desktop.ui.theme import Look
from facet_desktop.ui.translation import error_line
from facet_desktop.ui.widgets.buttons import SecondaryButton
from facet_desktop.ui.widgets.cards import Card
from facet_desktop.ui.widgets.labels import PlainLabel
from facet_desktop.ui.widgets.scroll import PlainScrollArea
from facet_desktop.ui.widgets.segmented import SegmentedControl

FIGURE, CHANGED, OWN_PICTURE = Shown.FIGURE, Shown.CHANGED, Shown.PICTURE
_LEAST_PX, _MOST_PX = 170, 420
_STAGE_SHARE, _LOWER_SHARE = 100, 300
"""The figure takes what its settings below leave over; those scroll where the window is low."""


class FigureChoice(Card):
    """Shows live what is chosen. Pictures may be dropped here or chosen as a file."""

    edited = Signal()

    def __init__(
        self,
        look: Look,
        figures: FigureSource,
        names: Sequence[tuple[str, str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", parent)
        self.set_title(self.tr("Figure or picture"))
        self._look = look
        self._figures = figures
        self._stored: QPixmap | None = None
        self._picture: str | None = None
        self._new: Picture | None = None
        self.setObjectName("own_figure_card")
        self.setAcceptDrops(True)
        options = (
            (FIGURE, self.tr("Figure")),
            (CHANGED, self.tr("Changed")),
            (OWN_PICTURE, self.tr("Picture")),
        )
        self._kind = SegmentedControl(look, options, self.tr("What it shows"), self)
        self._kind.setObjectName("own_figure_kind")
        self._kind.selected.connect(self._edited)
        self.body.addWidget(self._kind)
        self.view = FigureView(self)
        self._still = StillPicture(look, self)
        for stage in (self.view, self._still):
            stage.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
            self.body.addWidget(stage, _STAGE_SHARE)
        self._problem = PlainLabel("", TextRole.BODY, self, wrap=True)
        self._problem.setObjectName("problem_figure")
        self._problem.set_tone(Tone.ALERT)
        self.body.addWidget(self._problem)
        self._sliders = PoseSliders(look, self)
        self._sliders.edited.connect(self._edited)
        self._sliders.moment_chosen.connect(self._show_figure)
        self._lower = QWidget(self)
        lower = QVBoxLayout(self._lower)
        lower.setContentsMargins(0, 0, SPACE_S, 0)
        lower.setSpacing(SPACE_M)
        for part in (self._base_side(names), self._sliders, self._picture_side()):
            lower.addWidget(part)
        lower.addStretch(1)
        self._more = PlainScrollArea(self._lower, self)
        self._more.setObjectName("own_figure_scroll")
        self.body.addWidget(self._more, _LOWER_SHARE)
        self.body.addStretch(1)
        look.changed.connect(self._restyle)
        self._restyle()

    def present(self, content: OwnContent, stored: bytes | None) -> None:
        """Shows what an exercise shows now; emits nothing."""
        figure = content.exercise.figure
        self._stored = still_picture(stored)
        is_picture = figure is not None and figure.startswith(PICTURE)
        self._picture, self._new = figure if is_picture else None, None
        base = content.pose.base if content.pose is not None and figure == OWN_POSE else figure
        self._base.setCurrentIndex(self._base.findData(base))
        self._kind.set_key(CHANGED if figure == OWN_POSE else OWN_PICTURE if is_picture else FIGURE)
        self._sliders.present(self._base_movement(), content.pose)
        self.show_problem("")
        self._show()

    def fill(self, filled: FilledFigure, picture: Picture | None) -> None:
        """Shows what was chosen the last time, with the picture that it names; emits nothing."""
        self._picture, self._new = (filled.picture, picture) if picture is not None else (None, None)
        self._stored = None
        self._base.setCurrentIndex(self._base.findData(filled.base))
        self._kind.set_key(filled.shown)
        self._sliders.present(self._base_movement(), filled.pose)
        self.show_problem("")
        self._show()

    def filled(self) -> FilledFigure:
        """What is chosen, with what the other choices would show."""
        base, pose = self._base_slug(), self._sliders.own_pose()
        return FilledFigure(Shown(self._kind.key()), base, pose, self._picture)

    def figure(self) -> str | None:
        """The value of `Exercise.figure`; for a new picture its name."""
        kind = self._kind.key()
        if kind == FIGURE:
            return self._base_slug()
        if kind == CHANGED:
            return OWN_POSE if self._base_slug() is not None else None
        return self._picture

    def own_pose(self) -> OwnPose | None:
        """The changed joints, where the figure is a changed one."""
        return self._sliders.own_pose() if self._kind.key() == CHANGED else None

    def new_picture(self) -> Picture | None:
        """A picture that was taken in and is to be saved."""
        return self._new if self._kind.key() == OWN_PICTURE else None

    def taken_picture(self) -> Picture | None:
        """A picture that was taken in, also where something else is shown now."""
        return self._new

    def take_picture(self, path: Path) -> None:
        """Takes a picture in, or says why not."""
        try:
            self._new = read_picture(path)
        except UserError as error:
            self.show_problem(error_line(error))
            return
        self._picture = self._new.name
        self._kind.set_key(OWN_PICTURE)
        self._edited()

    def take_focus(self) -> None:
        """Puts the keyboard here."""
        self._kind.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the height again."""
        super().resizeEvent(event)
        self._fit()

    def show_problem(self, text: str) -> None:
        """Tells what is wrong; an empty text takes it back."""
        self._problem.setText(text)
        self._problem.setVisible(bool(text))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files may be dropped."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Takes the first file."""
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.take_picture(paths[0])

    def _base_side(self, names: Sequence[tuple[str, str]]) -> QWidget:
        side = QWidget(self)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_S)
        title = PlainLabel(self.tr("Figure of"), TextRole.MUTED, side)
        column.addWidget(title)
        self._base = QComboBox(side)
        self._base.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._base.setObjectName("own_base")
        self._base.setAccessibleName(title.text())
        # A new exercise begins without one: whatever stood first here would be shown to patients unseen.
        self._base.setPlaceholderText(self.tr("Choose a figure"))
        for slug, name in names:
            self._base.addItem(name, slug)
        self._base.activated.connect(self._take_base)
        title.setBuddy(self._base)
        column.addWidget(self._base)
        self._base_area = side
        return side

    def _picture_side(self) -> QWidget:
        side = QWidget(self)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_S)
        hint = self.tr("Drop a PNG or JPEG picture of up to 10 MB here. Only what can be seen is kept.")
        column.addWidget(PlainLabel(hint, TextRole.MUTED, side, wrap=True))
        choose = SecondaryButton(self._look, self.tr("Choose a picture"), "image", side)
        choose.setObjectName("own_choose_picture")
        choose.clicked.connect(self._choose_picture)
        column.addWidget(choose)
        self._picture_area = side
        return side

    def _choose_picture(self) -> None:
        kinds = self.tr("Pictures (*.png *.jpg *.jpeg)")
        chosen, _ = QFileDialog.getOpenFileName(self, self.tr("Choose a picture"), "", kinds)
        if chosen:
            self.take_picture(Path(chosen))

    def _take_base(self) -> None:
        self._sliders.present(self._base_movement(), None)
        self._edited()

    def _edited(self) -> None:
        self.show_problem("")
        self._show()
        self.edited.emit()

    def _base_movement(self) -> Movement | None:
        slug = self._base_slug()
        return self._figures.find(slug) if slug is not None else None

    def _base_slug(self) -> str | None:
        slug = self._base.currentData()
        return slug if isinstance(slug, str) else None

    def _show(self) -> None:
        kind = self._kind.key()
        has_figure = kind != OWN_PICTURE and self._base_slug() is not None
        self._base_area.setVisible(kind != OWN_PICTURE)
        self._sliders.setVisible(kind == CHANGED and has_figure)
        self._picture_area.setVisible(kind == OWN_PICTURE)
        self.view.setVisible(has_figure)
        self._still.setVisible(not has_figure)
        if kind == OWN_PICTURE:
            shown = still_picture(self._new.content) if self._new is not None else self._stored
            self._still.show_picture(shown, self.tr("Picture of the exercise"))
        elif has_figure:
            self._show_figure()
        else:
            self._still.show_picture(None, self.tr("No figure yet"))
        self._fit()

    def _show_figure(self) -> None:
        base, own = self._base_movement(), self.own_pose()
        if base is not None and own is not None:
            base = own_movement(base, own, base.slug)
            self.show_problem(self.tr("A part of the figure is below the floor.") if sinks(base) else "")
        same = self._base.currentText() == self.view.accessibleName()
        self.view.show_movement(base, self._base.currentText(), keep_view=same)
        at_start = self._kind.key() == CHANGED and self._sliders.moment != END
        self.view.set_moment(0.0 if at_start else self._telling(base), 0.5)

    def _telling(self, movement: Movement | None) -> float:
        return 0.25 if movement is not None and movement.cyclic else 1.0

    def _restyle(self) -> None:
        self.view.set_colours(COLOURS.get(self._look.palette.name, COLOURS["light"]))
        self._fit()

    def _fit(self) -> None:
        """The settings get no more height than they fill."""
        for stage in (self.view, self._still):
            stage.setMinimumHeight(self._look.px(_LEAST_PX))
            stage.setMaximumHeight(self._look.px(_MOST_PX))
        layout = self._lower.layout()
        if layout is not None:
            layout.activate()
            width = self._more.viewport().width()
            high = layout.heightForWidth(width) if layout.hasHeightForWidth() else layout.sizeHint().height()
            self._more.setMaximumHeight(high)
