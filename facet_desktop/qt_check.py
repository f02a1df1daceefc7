"""Finds out before the first window whether Qt can start, and says in one sentence what to install.

Qt itself would print a traceback, or abort the process, when a system library is missing.
This module needs the standard library only, so that it also runs where nothing is installed yet.
"""

import os
import re
import sys
from collections.abc import Iterable, Mapping
from importlib import util
from pathlib import Path

from facet_desktop.qt_loading import load_qt

EXIT_QT_MISSING = 3
"""Exit code when Qt cannot start on this computer."""

DRAWING_LIBRARIES: Mapping[str, str] = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libz.so.1": "zlib1g",
    "libzstd.so.1": "libzstd1",
}
"""Libraries that Qt loads to draw at all, with the Debian and Ubuntu package that holds each."""

WINDOW_LIBRARIES: Mapping[str, str] = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
"""Libraries that Qt loads as well to open a window on X11."""

SOUND_LIBRARIES: Mapping[str, str] = {
    "libbrotlidec.so.1": "libbrotli1",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libpulse.so.0": "libpulse0",
    "libXext.so.6": "libxext6",
    "libXrandr.so.2": "libxrandr2",
}
"""Libraries that Qt Multimedia and what it stands on load for sound."""

WAYLAND_LIBRARIES: Mapping[str, str] = {
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
}
"""Libraries for a window on Wayland; without them Qt takes X11."""

EVERYWHERE: Mapping[str, str] = {**DRAWING_LIBRARIES, **WINDOW_LIBRARIES, **SOUND_LIBRARIES}
"""What a complete Qt needs on every Linux desktop."""

PACKAGES: Mapping[str, str] = {**EVERYWHERE, **WAYLAND_LIBRARIES}
"""Every library in the tables."""

_LIBRARY_NAME = re.compile(r"lib[\w.+-]+\.so(?:\.\d+)*")
_PLATFORMS_WITHOUT_SCREEN = ("offscreen", "minimal", "vnc")


def drawing_problem() -> str | None:
    """One sentence why Qt cannot draw on this computer, or None when it can."""
    try:
        load_qt()
    except ImportError as error:
        return sentence(str(error), missing(DRAWING_LIBRARIES))
    return None


def window_problem(environ: Mapping[str, str] = os.environ) -> str | None:
    """One sentence why no window can open on this computer, or None when one can.

    Only Linux is looked at; elsewhere Qt brings along all it needs.
    """
    if not sys.platform.startswith("linux"):
        return None
    plugins = _platform_plugins(environ)
    if plugins is None:
        return None
    if not plugins:
        return (
            "Facet needs a screen to open its window, and this session has none: "
            "start it from a desktop, or set QT_QPA_PLATFORM=offscreen to run without a window."
        )
    errors = [error for error in map(_load_error, plugins) if error]
    if len(errors) < len(plugins):
        return None
    return sentence(errors[0], missing(WINDOW_LIBRARIES))


def missing(libraries: Iterable[str]) -> tuple[str, ...]:
    """The libraries out of `libraries` that cannot be loaded here, in the given order."""
    return tuple(name for name in libraries if _load_error(name))


def missing_packages() -> tuple[str, ...]:
    """The Debian and Ubuntu packages that a complete Qt still needs here, sorted."""
    return tuple(sorted({EVERYWHERE[name] for name in missing(EVERYWHERE)}))


def sentence(error: str, absent: Iterable[str] = ()) -> str:
    """One sentence that names what to install.

    Args:
        error: what the loader said, for example "libEGL.so.1: cannot open shared object file".
        absent: names of further libraries known to be missing, so that one installation is enough.
    """
    named = _LIBRARY_NAME.search(error)
    if named is None:
        return f"Facet cannot start because Qt could not be loaded ({_one_line(error)})."
    packages = sorted({PACKAGES[name] for name in (named[0], *absent) if name in PACKAGES})
    if not packages:
        return f"Facet cannot start because the system library {named[0]} is missing: please install it."
    return (
        f"Facet cannot start because the system library {named[0]} is missing; "
        f"on Debian and Ubuntu install it with: sudo apt-get install {' '.join(packages)}"
    )


def _platform_plugins(environ: Mapping[str, str]) -> list[str] | None:
    """Paths of the platform plugins Qt may choose; None when it needs no screen."""
    chosen = environ.get("QT_QPA_PLATFORM", "").split(":")[0]
    if chosen.startswith(_PLATFORMS_WITHOUT_SCREEN):
        return None
    names = []
    if environ.get("WAYLAND_DISPLAY") and chosen in ("", "wayland"):
        names.append("wayland")
    if environ.get("DISPLAY") and chosen in ("", "xcb"):
        names.append("xcb")
    if chosen not in ("", "wayland", "xcb"):
        return None
    found = util.find_spec("PySide6")
    folder = Path(found.origin).parent if found and found.origin else Path()
    return [str(folder / "Qt" / "plugins" / "platforms" / f"libq{name}.so") for name in names]


def _load_error(library: str) -> str | None:
    import ctypes  # only where something is in doubt

    try:
        ctypes.CDLL(library)
    except OSError as error:
        return str(error)
    return None


def _one_line(text: str) -> str:
    return " ".join(text.split()).rstrip(".")
