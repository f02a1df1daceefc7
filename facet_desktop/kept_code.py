"""Byte code in a file beside Python's own: worth keeping, and never worse than doing without."""

from __future__ import annotations

import marshal
import os
from contextlib import suppress
from importlib.util import MAGIC_NUMBER
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path


def read_kept(file: Path) -> dict[Any, Any]:
    """What was written; nothing where the file is missing, damaged or from another Python."""
    with suppress(OSError, ValueError, EOFError, TypeError):
        content = file.read_bytes()
        if content.startswith(MAGIC_NUMBER):
            kept = marshal.loads(content[len(MAGIC_NUMBER) :])
            return kept if isinstance(kept, dict) else {}
    return {}


def write_kept(file: Path, kept: dict[Any, Any]) -> None:
    """Writes it whole or not at all; where Python cannot keep byte code, neither can this."""
    temporary = file.with_name(f"{file.name}.{os.getpid()}")
    try:
        temporary.write_bytes(MAGIC_NUMBER + marshal.dumps(kept))
        temporary.replace(file)
    except OSError:
        with suppress(OSError):
            temporary.unlink()
