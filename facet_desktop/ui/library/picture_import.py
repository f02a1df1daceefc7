"""Takes in a picture from outside: read with strict limits, scaled, and written anew with nothing hidden.

Only the pixels are kept: no comments, no place where it was taken, no second picture behind the first.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QImageWriter, QPainter

from facet_desktop.domain.errors import UserError, mark
from facet_desktop.services.own_records import Picture

MAX_BYTES = 10 * 1024 * 1024
MAX_SIDE_PX = 2000
MAX_PIXELS = 60_000_000
"""A camera's largest picture; more would only be a trap that fills the memory."""
JPEG_QUALITY = 88
_SIGNS = {"png": b"\x89PNG\r\n\x1a\n", "jpeg": b"\xff\xd8\xff"}
_ADVICE = mark("Choose a PNG or JPEG picture of up to 10 MB.")
_MARK, _END = 0xFF, 0xD9
_WITHOUT_LENGTH = frozenset((0x00, 0x01, _MARK, *range(0xD0, 0xD8)))
"""What follows a mark inside the pixels, or fills the space before one: no length comes with it."""
_DAMAGED = mark("This picture is damaged and cannot be read.")


def read_picture(path: Path) -> Picture:
    """The cleaned picture of a file. Raises UserError in plain words for anything else."""
    try:
        with path.open("rb") as stream:
            raw = stream.read(MAX_BYTES + 1)
    except OSError as error:
        raise UserError(mark("The file {name} cannot be read."), _ADVICE, name=path.name) from error
    return clean_picture(raw)


def clean_picture(raw: bytes) -> Picture:
    """The same picture, written anew. Raises UserError for anything but a sound PNG or JPEG."""
    if len(raw) > MAX_BYTES:
        raise UserError(mark("This picture is larger than 10 MB."), _ADVICE)
    kind = next((name for name, sign in _SIGNS.items() if raw.startswith(sign)), None)
    if kind is None:
        raise UserError(mark("This file is not a PNG or JPEG picture."), _ADVICE)
    return Picture(kind, _written(_redrawn(_read(raw, kind)), kind))


def _read(raw: bytes, kind: str) -> QImage:
    data = QByteArray(raw)
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(kind.encode()))
    reader.setDecideFormatFromContent(False)
    reader.setAutoTransform(True)
    size = reader.size()
    if not size.isValid():
        raise UserError(mark("This picture has no size that can be shown."), _ADVICE)
    if size.width() * size.height() > _most_pixels(reader):
        raise UserError(
            mark("This picture has too many points to be taken in."),
            mark("Save it smaller first, 2000 points wide or less."),
        )
    image = reader.read()
    if image.isNull() or (kind == "jpeg" and not _is_whole_jpeg(raw)):
        raise UserError(_DAMAGED, _ADVICE)
    return image


def _most_pixels(reader: QImageReader) -> int:
    """What the memory set aside for one picture holds; one with 16 bits a colour takes twice as much."""
    depth_bytes = QImage.toPixelFormat(reader.imageFormat()).bitsPerPixel() // 8
    return min(MAX_PIXELS, QImageReader.allocationLimit() * 1024 * 1024 // max(4, depth_bytes))


def _is_whole_jpeg(raw: bytes) -> bool:
    """Whether the picture reaches its end mark; Qt fills what was cut off with grey and says nothing."""
    place = 2
    while place >= 0 and place + 1 < len(raw):
        code = raw[place + 1]
        if raw[place] != _MARK:
            place = raw.find(_MARK, place)  # over the pixels to the next mark
        elif code == _END:
            return True
        elif code in _WITHOUT_LENGTH:
            place += 1 if code == _MARK else 2
        else:
            place += 2 + int.from_bytes(raw[place + 2 : place + 4])
    return False


def _redrawn(image: QImage) -> QImage:
    """The pixels alone, on a new sheet of at most 2000 pixels."""
    size = image.size()
    if max(size.width(), size.height()) > MAX_SIDE_PX:
        size = size.scaled(QSize(MAX_SIDE_PX, MAX_SIDE_PX), Qt.AspectRatioMode.KeepAspectRatio)
        size = size.expandedTo(QSize(1, 1))
        image = image.scaled(size, mode=Qt.TransformationMode.SmoothTransformation)
    has_alpha = image.hasAlphaChannel()
    sheet = QImage(size, QImage.Format.Format_ARGB32 if has_alpha else QImage.Format.Format_RGB32)
    sheet.fill(Qt.GlobalColor.transparent if has_alpha else Qt.GlobalColor.white)
    painter = QPainter(sheet)
    painter.drawImage(0, 0, image)
    painter.end()
    return sheet


def _written(image: QImage, kind: str) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(kind.encode()))
    if kind == "jpeg":
        writer.setQuality(JPEG_QUALITY)
    if not writer.write(image):
        raise UserError(mark("This picture cannot be stored."), _ADVICE)
    return bytes(buffer.data().data())
