"""Keeps the search for garbage short while frames are shown."""

import gc


class LongLived:
    """`keep(True)` while time counts, `keep(False)` else.

    Python now and then looks at every object there is, which takes longer than a frame. What is there when a
    session begins outlives it anyway (library, pages, models), so it is left out until the session stands
    still again; what comes up meanwhile is little, and is looked through as ever.
    """

    def __init__(self) -> None:
        self._kept = False

    def keep(self, wanted: bool) -> None:
        """Leave out what is there now, or take it in again; does nothing when that is so already."""
        if wanted == self._kept:
            return
        self._kept = wanted
        if wanted:
            gc.freeze()
        else:
            gc.unfreeze()
