"""The settings of this computer as a JSON file that people can read.

A value that does not fit is replaced by its default; the others stay. What a newer version of Facet wrote
and this one does not know is kept. A file that is no JSON at all is moved aside, never overwritten.
"""

from __future__ import annotations

import errno
import json
import os
from dataclasses import fields
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

from facet_desktop.domain.errors import StorageError, Trouble
from facet_desktop.domain.pain import Thresholds
from facet_desktop.domain.step import StepSide
from facet_desktop.domain.timeline import Pacing
from facet_desktop.services.settings import MOST_KEPT_UP, Role, Settings, ThemeChoice

MAX_BYTES = 1_000_000
"""No honest settings file comes near this."""
MAX_PACING_S = 300.0
SCALE_RANGE = (0.8, 2.0)
_TROUBLES = {
    errno.ENOSPC: Trouble.FULL,
    errno.EACCES: Trouble.READ_ONLY,
    errno.EPERM: Trouble.READ_ONLY,
    errno.EROFS: Trouble.READ_ONLY,
}

_Choice = TypeVar("_Choice", bound=StrEnum)


class SettingsFile:
    """Keeps the settings in one file; see `SettingsStore`."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._kept: dict[str, Any] = {}
        self.moved_aside: Path | None = None
        """Where a damaged file was put when it was read; None when all was well."""

    def load(self) -> Settings:
        """The stored settings. A missing file means defaults; a damaged one is moved aside first."""
        try:
            table = _parsed(self._path)
        except FileNotFoundError:
            return Settings()
        except (OSError, ValueError):
            self._move_aside()
            return Settings()
        self._kept = table
        return _settings(table)

    def save(self, settings: Settings) -> None:
        """Writes the whole file or leaves the old one.

        Raises StorageError when the disk is full or may not be written to, OSError for other trouble.
        """
        table = _merged(self._kept, _table(settings))
        text = json.dumps(table, indent=2, ensure_ascii=False) + "\n"
        try:
            _replace(self._path, text.encode())
        except OSError as error:
            trouble = _TROUBLES.get(error.errno or 0)
            if trouble is None:
                raise
            raise StorageError(trouble, "settings file") from error
        self._kept = table

    def _move_aside(self) -> None:
        import logging  # only where something went wrong

        log = logging.getLogger(__name__)
        aside = _free_name(self._path)
        try:
            self._path.replace(aside)
        except OSError:
            log.exception("A damaged settings file could not be moved aside")
            return
        self.moved_aside = aside
        log.warning("The settings file was damaged; it is kept as %s, and defaults are in use", aside.name)


def _parsed(path: Path) -> dict[str, Any]:
    if path.stat().st_size > MAX_BYTES:
        message = "the file is far too large"
        raise ValueError(message)
    table = json.loads(path.read_text(encoding="utf-8"))
    if not isinstance(table, dict):
        message = "the file holds no table"
        raise ValueError(message)  # noqa: TRY004 - one kind of trouble: the content is damaged
    return table


def _free_name(path: Path) -> Path:
    number = 1
    while (aside := path.with_name(f"{path.stem}.damaged-{number}{path.suffix}")).exists():
        number += 1
    return aside


def _replace(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    try:
        with temporary.open("wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        temporary.replace(path)
        if path.read_bytes() != content:
            raise OSError(errno.EIO, "what was written does not read back")
    finally:
        temporary.unlink(missing_ok=True)


def _merged(old: dict[str, Any], new: dict[str, Any]) -> dict[str, Any]:
    """`new` over `old`, table by table, so that fields unknown to this version stay."""
    merged = dict(old)
    for name, value in new.items():
        before = merged.get(name)
        both = isinstance(before, dict) and isinstance(value, dict)
        merged[name] = _merged(before, value) if both and isinstance(before, dict) else value
    return merged


def _table(settings: Settings) -> dict[str, Any]:
    table: dict[str, Any] = {one.name: getattr(settings, one.name) for one in fields(settings)}
    for name in ("pacing", "thresholds"):
        part = table[name]
        table[name] = {one.name: getattr(part, one.name) for one in fields(part)}
    table["muted_cues"] = sorted(settings.muted_cues)
    return table


def _settings(table: dict[str, Any]) -> Settings:
    plain, cues = Settings(), table.get("muted_cues")
    return Settings(
        role=_choice(Role, table.get("role")),
        theme=_choice(ThemeChoice, table.get("theme")) or plain.theme,
        text_scale=_number(table, "text_scale", SCALE_RANGE, plain.text_scale),
        reduced_motion=_flag(table, "reduced_motion", plain.reduced_motion),
        language=_text(table.get("language")),
        current_patient=_text(table.get("current_patient")),
        pacing=_pacing(table.get("pacing")),
        thresholds=_thresholds(table.get("thresholds")),
        volume=_number(table, "volume", (0.0, 1.0), plain.volume),
        muted_cues=frozenset(one for one in cues if isinstance(one, str))
        if isinstance(cues, list)
        else frozenset(),
        voice=_flag(table, "voice", plain.voice),
        room_view=_flag(table, "room_view", plain.room_view),
        clinic=_text(table.get("clinic")) or plain.clinic,
        kept_up_exercises=_count(table.get("kept_up_exercises"), MOST_KEPT_UP),
    )


def _pacing(value: object) -> Pacing:
    table = value if isinstance(value, dict) else {}
    plain, limits = Pacing(), (0.0, MAX_PACING_S)
    side = _choice(StepSide, table.get("first_side"))
    return Pacing(
        prepare_s=_number(table, "prepare_s", limits, plain.prepare_s),
        switch_s=_number(table, "switch_s", limits, plain.switch_s),
        between_exercises_s=_number(table, "between_exercises_s", limits, plain.between_exercises_s),
        first_side=side if side in (StepSide.LEFT, StepSide.RIGHT) else plain.first_side,
        allow_breath_pauses=_flag(table, "allow_breath_pauses", plain.allow_breath_pauses),
        breath_delta_s=round(_number(table, "breath_delta_s", (-1.0, 1.0), plain.breath_delta_s)),
        count_by_hand=_flag(table, "count_by_hand", plain.count_by_hand),
    )


def _thresholds(value: object) -> Thresholds:
    """All of them or none: a limit makes sense only beside the others."""
    table = value if isinstance(value, dict) else {}
    plain = Thresholds()
    found = {name: table.get(name, getattr(plain, name)) for name in Thresholds.__match_args__}
    if any(type(number) is not int for number in found.values()):
        return plain
    limits = Thresholds(**found)
    return limits if limits.is_sound else plain


def _number(table: dict[str, Any], name: str, limits: tuple[float, float], default: float) -> float:
    value = table.get(name)
    if isinstance(value, bool) or not isinstance(value, int | float):
        return default
    low, high = limits
    return float(value) if low <= value <= high else default


def _count(value: object, most: int) -> int | None:
    return value if type(value) is int and 1 <= value <= most else None


def _flag(table: dict[str, Any], name: str, default: bool) -> bool:
    value = table.get(name)
    return value if isinstance(value, bool) else default


def _text(value: object) -> str | None:
    return value if isinstance(value, str) and value else None


def _choice(kind: type[_Choice], value: object) -> _Choice | None:
    return kind(value) if isinstance(value, str) and value in list(kind) else None
