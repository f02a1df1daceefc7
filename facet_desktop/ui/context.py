"""What every page is given: services, look, words, events and a way to report trouble."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from facet_desktop.domain.values import frozen

if TYPE_CHECKING:
    from facet_desktop.services.app import AppServices
    from facet_desktop.services.wording.all_words import Words
    from facet_desktop.ui.bridge import EventBridge
    from facet_desktop.ui.pictures import PictureLoader
    from facet_desktop.ui.theme import ThemeHub


@frozen
class UiContext:
    """Passed from the composition root to each page. Pages never see the window itself.

    `report` shows an error by blame: a UserError as a banner, trouble of the machine as a dialog.
    `pictures` makes still pictures of exercises; pages show them with `ExercisePicture`.
    `data_dir` is the folder in which everything of this person or clinic is kept.
    """

    services: AppServices
    theme: ThemeHub
    bridge: EventBridge
    words: Words
    pictures: PictureLoader
    report: Callable[[Exception], None]
    data_dir: Path
