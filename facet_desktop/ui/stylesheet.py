"""The one style sheet of the program, generated from the tokens.

Qt tests every rule whose type fits a widget when that widget is first shown, so the sheet has few rules,
each bound to a type, and no descendant selectors. Widgets that Facet paints itself need none.
"""

from __future__ import annotations

from facet_desktop.ui.metrics import RADIUS_CARD, RADIUS_CONTROL, TEXT_STYLES, TextRole, scaled
from facet_desktop.ui.palettes import Palette, Tone, mix

SPIN = 'QAbstractSpinBox[field="true"]'

IMAGE_PREFIX = "facet"
"""Qt search path under which the marks of check boxes, combo boxes and spin boxes are found."""


def build_stylesheet(palette: Palette, scale: float) -> str:
    """The style sheet for a palette at a text size of ``scale`` (1.0 is 100 %)."""
    parts = (_labels, _frames, _buttons, _fields, _choices, _views, _tabs, _bars, _popups)
    return "\n".join(part(palette, scale) for part in parts)


def _labels(palette: Palette, scale: float) -> str:
    rules = [f"QLabel, QCheckBox, QRadioButton {{ color: {palette.text}; }}"]
    for role, style in TEXT_STYLES.items():
        if role is not TextRole.BODY:
            rules.append(
                f'QLabel[role="{role}"] {{ font-size: {scaled(style.size_px, scale)}px; '
                f"font-weight: {style.weight}; color: {style.colour(palette)}; }}"
            )
    rules += [
        f'QLabel[tone="{tone}"] {{ color: {palette.text_of(tone)}; }}'
        for tone in Tone
        if tone is not Tone.NEUTRAL
    ]
    return "\n".join(rules)


def _frames(palette: Palette, scale: float) -> str:
    box = f"border: 1px solid {palette.line}; border-radius: {RADIUS_CARD}px;"
    return f"""
QFrame[frame="card"] {{ background: {palette.card}; {box} }}
QFrame[frame="chosen"] {{ background: {palette.card}; border: 2px solid {palette.primary};
    border-radius: {RADIUS_CARD}px; }}
QFrame[frame="drop"] {{ background: transparent; border: 1px dashed {palette.line_control};
    border-radius: {RADIUS_CARD}px; }}
QFrame[frame="stage"] {{ background: {palette.stage}; border: none; border-radius: {RADIUS_CARD}px; }}
QFrame[frame="line"] {{ background: {palette.line_soft}; border: none; max-height: 1px; min-height: 1px; }}
QFrame[frame="sidebar"] {{ background: {palette.sidebar}; border: none;
    border-right: 1px solid {palette.line}; }}
QSplitter::handle {{ background: transparent; }}
QGroupBox {{ border: 1px solid {palette.line}; border-radius: {RADIUS_CARD}px; font-weight: 600;
    margin-top: {scaled(11, scale)}px; padding: {scaled(16, scale)}px 10px 10px 10px; }}
QGroupBox::title {{ subcontrol-origin: margin; left: 14px; color: {palette.muted}; }}"""


def _buttons(palette: Palette, scale: float) -> str:
    vertical, sides = scaled(8, scale), scaled(16, scale)
    return f"""
QPushButton {{ background: {palette.card}; color: {palette.text}; border: 1px solid {palette.line_control};
    border-radius: {RADIUS_CONTROL}px; padding: {vertical}px {sides}px; font-weight: 600; }}
QPushButton:hover {{ background: {mix(palette.card, palette.text, 0.05)}; }}
QPushButton:pressed {{ background: {mix(palette.card, palette.text, 0.10)}; }}
QPushButton:default {{ background: {palette.primary}; color: {palette.on_primary};
    border-color: {palette.primary}; }}
QPushButton:focus {{ border: 2px solid {palette.focus}; padding: {vertical - 1}px {sides - 1}px; }}
QPushButton:disabled {{ background: {palette.neutral_soft}; color: {palette.muted};
    border-color: {palette.line}; }}
QToolButton {{ background: transparent; border: 1px solid transparent; border-radius: {RADIUS_CONTROL}px;
    padding: {scaled(6, scale)}px; }}
QToolButton:hover, QToolButton:checked {{ background: {palette.primary_soft}; }}
QToolButton:focus {{ border: 2px solid {palette.focus}; padding: {scaled(6, scale) - 1}px; }}"""


def _fields(palette: Palette, scale: float) -> str:
    vertical, sides = scaled(7, scale), scaled(10, scale)
    button, arrow = scaled(28, scale), scaled(14, scale)
    shade = "light" if palette.is_dark else "dark"
    types = ("QLineEdit", SPIN, "QComboBox", "QPlainTextEdit", "QTextEdit")

    def each(state: str = "") -> str:
        return ", ".join(name + state for name in types)

    return f"""
{each()} {{ background: {palette.card}; color: {palette.text}; border: 1px solid {palette.line_control};
    border-radius: {RADIUS_CONTROL}px; padding: {vertical}px {sides}px;
    selection-background-color: {palette.primary}; selection-color: {palette.on_primary};
    placeholder-text-color: {palette.muted}; }}
{each(":focus")} {{ border: 2px solid {palette.focus}; padding: {vertical - 1}px {sides - 1}px; }}
{each(":disabled")} {{ background: {palette.neutral_soft}; color: {palette.muted}; }}
QComboBox::drop-down, {SPIN}::drop-down {{ border: none; background: transparent; width: {button}px; }}
QComboBox::down-arrow, {SPIN}::down-arrow {{ image: url({IMAGE_PREFIX}:down-{shade}.svg);
    width: {arrow}px; height: {arrow}px; }}
{SPIN}::up-arrow {{ image: url({IMAGE_PREFIX}:up-{shade}.svg); width: {arrow}px; height: {arrow}px; }}
{SPIN}::up-button, {SPIN}::down-button {{ border: none; background: transparent;
    subcontrol-origin: border; width: {button}px; }}
{SPIN}::up-button {{ subcontrol-position: top right; margin-top: 2px; }}
{SPIN}::down-button {{ subcontrol-position: bottom right; margin-bottom: 2px; }}
QLineEdit[invalid="true"], QPlainTextEdit[invalid="true"], {SPIN}[invalid="true"] {{
    border: 2px solid {palette.alert}; }}"""


def _choices(palette: Palette, scale: float) -> str:
    side, ring = scaled(18, scale), scaled(6, scale)
    inner = side + 2 - 2 * ring
    tick = "white" if palette.on_primary == "#ffffff" else "dark"
    return f"""
QCheckBox, QRadioButton {{ spacing: {scaled(8, scale)}px; padding: {scaled(3, scale)}px;
    border: 2px solid transparent; border-radius: {RADIUS_CONTROL}px; }}
QCheckBox:focus, QRadioButton:focus {{ border-color: {palette.focus}; }}
QCheckBox::indicator, QRadioButton::indicator, QAbstractItemView::indicator {{
    width: {side}px; height: {side}px; background: {palette.card}; border: 1px solid {palette.muted};
    border-radius: 5px; }}
QRadioButton::indicator {{ border-radius: {side // 2 + 1}px; }}
QCheckBox::indicator:checked, QAbstractItemView::indicator:checked {{ background: {palette.primary};
    border-color: {palette.primary}; image: url({IMAGE_PREFIX}:check-{tick}.svg); }}
QRadioButton::indicator:checked {{ border: {ring}px solid {palette.primary};
    width: {inner}px; height: {inner}px; background: {palette.on_primary}; }}
QCheckBox:disabled, QRadioButton:disabled {{ color: {palette.muted}; }}
QSlider:horizontal {{ min-height: {side + 6}px; }}
QSlider::groove:horizontal {{ background: {palette.track}; height: 4px; border-radius: 2px; }}
QSlider::sub-page:horizontal {{ background: {palette.primary}; border-radius: 2px; }}
QSlider::handle:horizontal {{ background: {palette.card}; border: 2px solid {palette.primary};
    width: {side}px; height: {side}px; margin: -{side // 2}px 0; border-radius: {side // 2 + 2}px; }}
QSlider::handle:horizontal:focus {{ background: {palette.primary}; border-color: {palette.focus}; }}"""


def _views(palette: Palette, scale: float) -> str:
    return f"""
QAbstractItemView[rows="roomy"]::item, QComboBox QAbstractItemView::item {{ height: {scaled(34, scale)}px;
    padding-left: {scaled(6, scale)}px; }}
QAbstractItemView {{ background: {palette.card}; color: {palette.text}; border: none; outline: none;
    gridline-color: {palette.line_soft}; alternate-background-color: {palette.card};
    selection-background-color: {palette.primary_soft}; selection-color: {palette.text}; }}
QAbstractItemView[ground="page"] {{ background: transparent; }}
QAbstractItemView::item:selected {{ background: {palette.primary_soft}; color: {palette.text}; }}
QAbstractItemView::item:focus {{ border: 2px solid {palette.focus}; }}
QHeaderView {{ background: {palette.card}; border: none; }}
QHeaderView::section {{ background: {palette.card}; color: {palette.muted}; font-weight: 600;
    font-size: {scaled(13, scale)}px; border: none; border-bottom: 1px solid {palette.line};
    padding: {scaled(10, scale)}px; text-align: left; }}"""


def _tabs(palette: Palette, scale: float) -> str:
    return f"""
QTabWidget::pane {{ border: none; }}
QTabBar {{ qproperty-drawBase: 0; }}
QTabBar::tab {{ background: transparent; color: {palette.muted}; font-weight: 600;
    padding: {scaled(8, scale)}px {scaled(14, scale)}px; border: none;
    border-bottom: 2px solid transparent; }}
QTabBar::tab:selected {{ color: {palette.primary_strong}; border-bottom: 2px solid {palette.primary}; }}
QTabBar::tab:hover {{ color: {palette.text}; }}
QTabBar::tab:focus {{ color: {palette.text}; border: 2px solid {palette.focus}; border-radius: 6px; }}"""


def _bars(palette: Palette, scale: float) -> str:
    thick = scaled(10, scale)
    handle = mix(palette.background, palette.muted, 0.45)
    return f"""
QDialogButtonBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
QScrollBar {{ background: transparent; border: none; margin: 0; }}
QScrollBar:vertical {{ width: {thick}px; }}
QScrollBar:horizontal {{ height: {thick}px; }}
QScrollBar::handle {{ background: {handle}; border-radius: {thick // 2 - 1}px; margin: 1px; }}
QScrollBar::handle:disabled {{ background: transparent; }}
QScrollBar::handle:hover {{ background: {palette.muted}; }}
QScrollBar::handle:vertical {{ min-height: {scaled(32, scale)}px; }}
QScrollBar::handle:horizontal {{ min-width: {scaled(32, scale)}px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: none; }}
QProgressBar {{ background: {palette.track}; border: none; border-radius: 4px; max-height: 8px;
    min-height: 8px; color: transparent; }}
QProgressBar::chunk {{ background: {palette.primary}; border-radius: 4px; }}"""


def _popups(palette: Palette, scale: float) -> str:
    return f"""
QToolTip {{ background: {palette.text}; color: {palette.background}; border: none;
    padding: {scaled(6, scale)}px; }}
QMenu {{ background: {palette.card}; color: {palette.text}; border: 1px solid {palette.line};
    padding: {scaled(4, scale)}px; }}
QMenu::item {{ padding: {scaled(8, scale)}px {scaled(20, scale)}px; border-radius: 6px; }}
QMenu::item:selected {{ background: {palette.primary_soft}; color: {palette.primary_strong}; }}
QMenu::item:disabled {{ color: {mix(palette.card, palette.muted, 0.7)}; }}
QMenu::separator {{ height: 1px; background: {palette.line}; margin: {scaled(4, scale)}px; }}"""
