"""In the place of the session while a warning sign locks it: one thing to do, and the way to it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from facet_desktop.domain.values import frozen
from facet_desktop.ui.metrics import SPACE_M, SPACE_S, TextRole
from facet_desktop.ui.palettes import Tone
from facet_desktop.ui.theme import ThemeHub
from facet_desktop.ui.widgets.banner import TintedIcon
from facet_desktop.ui.widgets.buttons import PrimaryButton
from facet_desktop.ui.widgets.cards import Card
from facet_desktop.ui.widgets.labels import PlainLabel

_PADDING_PX, _ICON_PX = 24, 26


@frozen
class LockedModel:
    """What the card says; `headline` by the gravest sign."""

    title: str
    headline: str
    text: str
    advice: tuple[str, ...]
    """What to do about each sign, the gravest first."""


class LockedCard(Card):
    """`opened` asks for the advice page."""

    opened = Signal()

    def __init__(self, look: ThemeHub, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent, padding_px=_PADDING_PX)
        self.setObjectName("locked_card")
        head = QHBoxLayout()
        head.setSpacing(SPACE_M)
        head.addWidget(TintedIcon(look, "lock", _ICON_PX, self, tone=Tone.ALERT))
        self._title = PlainLabel("", TextRole.HEADING, self, wrap=True)
        self._title.setObjectName("locked_title")
        head.addWidget(self._title, 1)
        self.body.addLayout(head)
        self._headline = PlainLabel("", TextRole.SUBTITLE, self, wrap=True)
        self._headline.setObjectName("locked_headline")
        self._text = PlainLabel("", TextRole.BODY, self, wrap=True)
        self._advice = PlainLabel("", TextRole.STRONG, self, wrap=True)
        self._advice.setObjectName("locked_advice")
        self.body.addWidget(self._headline)
        self.body.addWidget(self._advice)
        self.body.addWidget(self._text)
        self.body.addSpacing(SPACE_S)
        see = PrimaryButton(look, self.tr("See what to do"), "arrow-right", self, large=True)
        see.setObjectName("see_advice")
        see.clicked.connect(self.opened)
        self.body.addWidget(see, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addStretch(1)

    def present(self, model: LockedModel) -> None:
        """Show another lock."""
        self.setAccessibleName(f"{model.title}. {model.headline}")
        self._title.setText(model.title)
        self._headline.setText(model.headline)
        self._advice.setText("\n".join(model.advice))
        self._text.setText(model.text)
