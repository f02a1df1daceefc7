"""`--voice-helper`: not for people. The window starts the program a second time with it, to speak."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facet_desktop.ui.voice.helper import main

if TYPE_CHECKING:
    import argparse


def run(_arguments: argparse.Namespace) -> int:
    """Speaks what it is told until its input ends."""
    return main()
