"""The look of every part of a chart by its role: one table for the small painter and for pyqtgraph.

Entries name colours of the palette and never colours themselves, so a chart follows the theme. Roles that
may lie side by side differ in shape or in dashes too, so that colour is never the only sign.
"""

from __future__ import annotations

from facet_desktop.domain.chart import Role
from facet_desktop.domain.values import frozen
from facet_desktop.ui.palettes import Palette, mix

BAND_SHARE = 0.62
"""How much of a zone's soft colour lies on the card; marks stay readable on all zones."""

OUTLINE_SHARE = 0.4
"""How much of the quiet text colour is in the outline of a bar."""


@frozen
class RoleStyle:
    """How a role is drawn. `token` is a field of `Palette`; sizes are pixels at 100 %.

    `share` below 1 mixes the colour into the card. `symbol` is the mark of points, as pyqtgraph names it:
    "o" disc, "s" square, "t" triangle, "d" diamond. `bar_share` is the width of a bar as a share of its
    position; what was done stands inside what was planned, which is wider. A dashed role has bars with an
    outline.
    """

    token: str
    width_px: float = 1.0
    point_px: float = 7.0
    symbol: str = "o"
    is_dashed: bool = False
    share: float = 1.0
    bar_share: float = 0.42

    def colour(self, palette: Palette) -> str:
        """The colour in a palette, as ``#rrggbb``."""
        return mix(palette.card, str(getattr(palette, self.token)), self.share)


ROLE_STYLES: dict[Role, RoleStyle] = {
    Role.DAILY: RoleStyle("primary", share=0.68),
    Role.MEAN: RoleStyle("primary", width_px=2.5),
    Role.GOOD: RoleStyle("good_soft", share=BAND_SHARE),
    Role.CAUTION: RoleStyle("caution_soft", share=BAND_SHARE),
    Role.ALERT: RoleStyle("alert_soft", share=BAND_SHARE),
    Role.DONE: RoleStyle("primary"),
    Role.PARTLY: RoleStyle("primary_mark", symbol="d"),
    Role.PLANNED: RoleStyle("track", is_dashed=True, bar_share=0.76),
    Role.FLARE: RoleStyle("alert_mark", width_px=1.5, symbol="t"),
    Role.PROGRAM: RoleStyle("muted", is_dashed=True, symbol="s"),
}


def style_of(role: Role) -> RoleStyle:
    """The style of a role."""
    return ROLE_STYLES[role]
