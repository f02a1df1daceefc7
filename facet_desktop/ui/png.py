"""Pictures into files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImageWriter

if TYPE_CHECKING:
    from PySide6.QtGui import QImage


def write_png(image: QImage, path: Path) -> None:
    """Writes a PNG file, whole or not at all. Raises OSError with the path in its words.

    Given a path, Qt would remark on a full disk by itself and leave half a file behind.
    """
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not QImageWriter(buffer, QByteArray(b"png")).write(image):
        raise OSError(f"{path} cannot be written: the picture is too large")
    try:
        path.write_bytes(buffer.data().data())
    except OSError as error:
        path.unlink(missing_ok=True)
        raise OSError(f"{path} cannot be written: {error.strerror}") from error
