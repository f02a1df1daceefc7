"""`--sound-probe`: not for people. The window starts the program a second time with it, to ask for sound."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facet_desktop.ui.player.loudspeaker import main

if TYPE_CHECKING:
    import argparse


def run(_arguments: argparse.Namespace) -> int:
    """Says whether there is a loudspeaker."""
    return main()
