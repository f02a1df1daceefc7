"""When Python looks for garbage: a full search goes through every object, which takes longer than a frame.

What stands when the window is ready, or when a session begins, outlives them anyway (library, pages, models).
So searches leave it out, and go through the little that comes up meanwhile as ever.
"""

import gc


def stop_looking() -> None:
    """Nobody looks, until somebody begins again: a start makes no garbage."""
    gc.disable()


def look_from_here() -> None:
    """Look among what comes up from now on."""
    gc.freeze()
    gc.enable()


def look_everywhere() -> None:
    """Look among everything, as Python does by itself."""
    gc.unfreeze()
    gc.enable()


class WhileFramesCount:
    """Searches stay short between `set(True)` and `set(False)`; the same again changes nothing."""

    def __init__(self) -> None:
        self._is_set = False

    def set(self, wanted: bool) -> None:
        """Whether frames must come in time from here on."""
        if wanted == self._is_set:
            return
        self._is_set = wanted
        if wanted:
            gc.freeze()
        else:
            gc.unfreeze()
