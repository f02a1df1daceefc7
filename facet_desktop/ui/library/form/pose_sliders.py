"""Changes the figure of another exercise joint by joint, for its start and for its end."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSlider, QVBoxLayout, QWidget

from facet_desktop.domain.figure.movement import Movement
from facet_desktop.domain.own_figure import JOINTS, OwnPose, angles_of, changed, ends_of, joint_range
from facet_desktop.ui.metrics import SPACE_M, SPACE_S, TextRole
from facet_desktop.ui.theme import Look
from facet_desktop.ui.widgets.buttons import ButtonKind, ThemedButton
from facet_desktop.ui.widgets.labels import PlainLabel
from facet_desktop.ui.widgets.segmented import SegmentedControl

START, END = "start", "end"


class PoseSliders(QWidget):
    """Twelve sliders that keep to human ranges. `edited` tells that a joint was moved."""

    edited = Signal()
    moment_chosen = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._base: Movement | None = None
        self._changes: dict[str, dict[str, float]] = {START: {}, END: {}}
        self._sliders: dict[str, QSlider] = {}
        self._numbers: dict[str, PlainLabel] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_S)
        column.addLayout(self._top())
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE_M)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        names = self._names()
        for row, joint in enumerate(JOINTS):
            self._add_row(grid, row, joint, names[joint])
        column.addLayout(grid)

    @property
    def moment(self) -> str:
        """Whether the start or the end is being changed."""
        return self._moments.key()

    def own_pose(self) -> OwnPose | None:
        """What was changed; None without a figure to begin from."""
        if self._base is None:
            return None
        return OwnPose(self._base.slug, dict(self._changes[START]), dict(self._changes[END]))

    def present(self, base: Movement | None, own: OwnPose | None) -> None:
        """Shows the joints of a figure, with the changes of `own`; emits nothing."""
        self._base = base
        self._changes = {
            START: dict(own.start) if own is not None else {},
            END: dict(own.end) if own is not None else {},
        }
        self.setEnabled(base is not None)
        self._show()

    def _top(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SPACE_M)
        options = ((START, self.tr("Start")), (END, self.tr("End")))
        self._moments = SegmentedControl(self._look, options, self.tr("Position to change"), self)
        self._moments.setObjectName("own_moment")
        self._moments.selected.connect(self._choose_moment)
        row.addWidget(self._moments)
        row.addStretch(1)
        self._back = ThemedButton(self._look, self.tr("As it was"), "rotate-ccw", self, kind=ButtonKind.QUIET)
        self._back.setObjectName("own_pose_reset")
        self._back.clicked.connect(self._reset)
        row.addWidget(self._back)
        return row

    def _add_row(self, grid: QGridLayout, row: int, joint: str, name: str) -> None:
        slider = QSlider(Qt.Orientation.Horizontal, self)
        slider.setObjectName(f"own_joint_{joint}")
        slider.setAccessibleName(name)
        slider.setRange(*joint_range(joint))
        slider.setPageStep(10)
        slider.valueChanged.connect(lambda degrees: self._move(joint, degrees))
        number = PlainLabel("", TextRole.MUTED, self, tabular=True)
        number.setMinimumWidth(self._look.px(46))
        number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(PlainLabel(name, TextRole.MUTED, self), row, 0)
        grid.addWidget(slider, row, 1)
        grid.addWidget(number, row, 2)
        self._sliders[joint], self._numbers[joint] = slider, number

    def _move(self, joint: str, degrees: int) -> None:
        self._changes[self.moment][joint] = float(degrees)
        self._show_number(joint, degrees)
        self._back.setEnabled(True)
        self.edited.emit()

    def _reset(self) -> None:
        self._changes[self.moment] = {}
        self._show()
        self.edited.emit()

    def _choose_moment(self) -> None:
        self._show()
        self.moment_chosen.emit()

    def _show(self) -> None:
        """Puts every slider where its joint is."""
        self._back.setEnabled(bool(self._changes[self.moment]))
        if self._base is None:
            return
        pose = ends_of(self._base)[0 if self.moment == START else 1]
        angles = angles_of(changed(pose, self._changes[self.moment]))
        for joint, slider in self._sliders.items():
            slider.blockSignals(True)
            slider.setValue(round(angles[joint]))
            slider.blockSignals(False)
            self._show_number(joint, slider.value())

    def _show_number(self, joint: str, degrees: int) -> None:
        self._numbers[joint].setText(f"{degrees}\N{DEGREE SIGN}".replace("-", "\N{MINUS SIGN}"))

    def _names(self) -> dict[str, str]:
        return {
            "lean": self.tr("Lean of the trunk"),
            "lumbar": self.tr("Lower back"),
            "thorax": self.tr("Upper back"),
            "neck": self.tr("Neck"),
            "hip_left": self.tr("Left hip"),
            "hip_right": self.tr("Right hip"),
            "knee_left": self.tr("Left knee"),
            "knee_right": self.tr("Right knee"),
            "shoulder_left": self.tr("Left shoulder"),
            "shoulder_right": self.tr("Right shoulder"),
            "elbow_left": self.tr("Left elbow"),
            "elbow_right": self.tr("Right elbow"),
        }
