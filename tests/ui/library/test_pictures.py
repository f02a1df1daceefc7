"""Pictures from outside: only plain pixels come in, everything else is refused in plain words."""

import struct
import zlib
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QColor, QImage, QImageWriter

from facet_desktop.domain.errors import UserError
from facet_desktop.ui.library import picture_import
from facet_desktop.ui.library.picture_import import MAX_BYTES, MAX_SIDE_PX, clean_picture, read_picture

pytestmark = pytest.mark.usefixtures("qapp")


def written(image: QImage, kind: str, secret: str = "") -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(kind.encode()))
    if secret:
        writer.setText("Comment", secret)
    assert writer.write(image)
    return bytes(buffer.data().data())


def plain(width: int, height: int, colour: str = "#447766") -> QImage:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    return image


def png(width: int, height: int, body: bytes, bits: int = 8) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, bits, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


@pytest.mark.parametrize("kind", ["png", "jpeg"])
def test_a_picture_comes_in_with_its_pixels_and_nothing_hidden(kind: str) -> None:
    raw = written(plain(40, 30), kind, secret="home address") + b"trailing secret"
    assert b"home address" in raw
    cleaned = clean_picture(raw)
    shown = QImage.fromData(cleaned.content)
    assert cleaned.kind == kind
    assert (shown.width(), shown.height()) == (40, 30)
    assert abs(shown.pixelColor(20, 15).green() - 0x77) < 4
    assert b"home address" not in cleaned.content
    assert b"secret" not in cleaned.content
    assert shown.textKeys() == []


def test_a_large_picture_is_scaled_with_its_shape() -> None:
    shown = QImage.fromData(clean_picture(written(plain(3000, 1500), "jpeg")).content)
    assert (shown.width(), shown.height()) == (MAX_SIDE_PX, MAX_SIDE_PX // 2)


def test_cleaning_twice_changes_nothing_more() -> None:
    once = clean_picture(written(plain(30, 30), "png"))
    assert clean_picture(once.content).name == once.name


def test_transparency_stays() -> None:
    image = QImage(8, 8, QImage.Format.Format_ARGB32)
    image.fill(QColor(0, 0, 0, 0))
    assert QImage.fromData(clean_picture(written(image, "png")).content).pixelColor(4, 4).alpha() == 0


@pytest.mark.qt_log_ignore("JPEG", "PNG", "png", extend=True)
@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (b"", "not a PNG or JPEG"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "not a PNG or JPEG"),
        (b"GIF89a" + bytes(40), "not a PNG or JPEG"),
        (b"\x89PNG\r\n\x1a\n" + bytes(60), "size"),
        (png(60_000, 60_000, zlib.compress(b"")), "too many points"),
        (png(0, 5, zlib.compress(b"")), "size"),
        (b"\xff\xd8\xff" + bytes(60), "size"),
        (bytes(MAX_BYTES + 1), "larger than 10 MB"),
    ],
)
def test_what_is_no_sound_picture_is_refused_in_plain_words(raw: bytes, message: str) -> None:
    with pytest.raises(UserError, match=message) as refused:
        clean_picture(raw)
    assert refused.value.advice


def noise(side_px: int) -> QImage:
    image = QImage(side_px, side_px, QImage.Format.Format_RGB32)
    for place in range(side_px * side_px):
        image.setPixel(place % side_px, place // side_px, 0xFF000000 | place * 2654435761 % 0xFFFFFF)
    return image


@pytest.mark.qt_log_ignore("png", "PNG", "JPEG", extend=True)
@pytest.mark.parametrize("kind", ["png", "jpeg"])
@pytest.mark.parametrize("share", [0.6, 0.97])
def test_a_picture_that_is_cut_off_is_refused(kind: str, share: float) -> None:
    raw = written(noise(60), kind, secret="a word")
    clean_picture(raw + b"a film after the picture \xff\xda")
    with pytest.raises(UserError, match="damaged"):
        clean_picture(raw[: int(len(raw) * share)])


def test_a_picture_with_more_points_than_memory_is_set_aside_for_is_told_so() -> None:
    deep = png(7700, 7700, zlib.compress(b""), bits=16)
    with pytest.raises(UserError, match="too many points"):
        clean_picture(deep)


def test_a_file_is_read_no_further_than_allowed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(picture_import, "MAX_BYTES", 100)
    file = tmp_path / "large.png"
    file.write_bytes(written(plain(400, 400), "png"))
    with pytest.raises(UserError, match="larger"):
        read_picture(file)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="cannot be read"):
        read_picture(tmp_path / "none.png")
