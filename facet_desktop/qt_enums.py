"""Makes the enumerations of Qt in a fraction of the time that the standard library takes.

PySide6 makes every enumeration of a class of Qt when that class is first used: before the first page is
painted 170 of them with 2,900 members, a seventh of the whole start. `EnumType` builds each member through
descriptors. Here a class is copied from an empty enumeration of the same base, and plain members are added.

This knows how `EnumType` keeps its members, so it does not trust itself: for every base it first makes a
sample both ways, and where a Python does otherwise, enumerations of that base are made as they always were.
A start may hand over what the sample told an earlier one, as long as `sources` are the same.
Decision record 14 holds the measurements.
"""

from __future__ import annotations

import enum
import os
import sys
from enum import EnumType, Flag
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

_Members = list[tuple[str, int]]

_SAMPLE: Final[_Members] = [
    *(("A", 4), ("B", 1), ("Same", 4), ("Zero", 0), ("Both", 5), ("SameBoth", 5), ("C", 2), ("All", 0xFF)),
    ("Minus", -1),
]
"""Aliases, bits out of order, several bits in one, none, and a negative value, as Qt has them."""

_plain_create = EnumType.__dict__["_create_"]


class QuickEnums:
    """Makes enumerations of whole numbers, as PySide6 asks for them; leaves all others to Python."""

    def __init__(self, trusted: Iterable[str] = ()) -> None:
        self._trusted = set(trusted)
        self._templates: dict[type, _Template | None] = {}

    @property
    def trusted(self) -> frozenset[str]:
        """Names of the bases for which both ways made the same of the sample, now or earlier."""
        return frozenset(self._trusted)

    def create(self, base: Any, class_name: str, names: Any, **options: Any) -> Any:
        """Stands in for `EnumType._create_`; its arguments have the names by which Python 3.12 gives them."""
        if type(names) is list and options == _ASKED_BY_QT:
            template = self._template(base)
            if template is not None and template.takes(names):
                return template.make(class_name, names)
        return _plain_create(base, class_name, names, **options)

    def _template(self, base: type) -> _Template | None:
        if base not in self._templates:
            template, name = _Template(base), f"{base.__module__}.{base.__qualname__}"
            if name not in self._trusted and _is_true(template):
                self._trusted.add(name)
            self._templates[base] = template if name in self._trusted else None
        return self._templates[base]


_ASKED_BY_QT: Final = {"module": None, "qualname": None, "type": None, "start": 1, "boundary": enum.KEEP}


class _Template:
    """An empty enumeration, as Python makes it, to be copied."""

    def __init__(self, base: type) -> None:
        empty = _plain_create(base, "Empty", [], module=__name__, boundary=enum.KEEP)
        left_out = {"__qualname__", "__dict__", "__weakref__"}
        self.base = base
        self._content = {key: value for key, value in vars(empty).items() if key not in left_out}
        self._lists = [key for key, value in self._content.items() if type(value) is list]
        self._maps = [key for key, value in self._content.items() if type(value) is dict]
        self._new = self._content["_new_member_"]
        self._is_number = issubclass(base, int)
        self._is_flag = issubclass(base, Flag)
        self._taken = frozenset(key for one in empty.__mro__ for key in vars(one)) | {"mro"}

    def takes(self, members: _Members) -> bool:
        """Whether the names are plain ones, each given once."""
        names = dict(members)
        return (
            len(names) == len(members)
            and self._taken.isdisjoint(names)
            and "\n_" not in "\n" + "\n".join(names)  # no name begins with an underscore
        )

    def make(self, name: str, members: _Members) -> Any:
        """The enumeration with these members."""
        content = self._content.copy()
        for key in self._lists:
            content[key] = []
        for key in self._maps:
            content[key] = {}
        if self._is_flag:
            self._count_bits(content, [value for _, value in members])
        made: Any = type.__new__(EnumType, name, (self.base,), content)
        self._fill(made, members)
        return made

    def _fill(self, made: Any, members: _Members) -> None:
        by_name, by_value, names = made._member_map_, made._value2member_map_, made._member_names_
        new, is_number, is_flag = self._new, self._is_number, self._is_flag
        put = type.__setattr__
        for name, value in members:
            member = by_value.get(value)
            if member is None:
                member = by_value[value] = new(made, value) if is_number else new(made)
                member._value_ = value
                member._name_ = name
                member.__objclass__ = made
                member._sort_order_ = len(names)
                if not is_flag or (value and not value & (value - 1)):
                    names.append(name)
            put(made, name, member)
            by_name[name] = member

    @staticmethod
    def _count_bits(content: dict[str, Any], values: list[int]) -> None:
        mask = singles = 0
        canonical: dict[int, None] = {}
        for value in values:
            mask |= value
            if value and not value & (value - 1):
                singles |= value
                canonical[value] = None
        content.update(_flag_mask_=mask, _singles_mask_=singles, _all_bits_=2 ** mask.bit_length() - 1)
        if list(canonical) != sorted(canonical):
            content["_iter_member_"] = classmethod(vars(Flag)["_iter_member_by_def_"].__func__)


def _is_true(template: _Template) -> bool:
    """Whether the template makes the sample as Python does."""
    try:
        quick = template.make("Sample", _SAMPLE)
        plain = _plain_create(template.base, "Sample", _SAMPLE, module=__name__, boundary=enum.KEEP)
        return _anatomy(quick) == _anatomy(plain)
    except (AttributeError, KeyError, TypeError, ValueError):
        return False


def _anatomy(made: Any) -> dict[str, object]:
    """Everything a class of members holds, in a form that can be compared with that of another."""

    def seen(value: object) -> object:
        if isinstance(value, made):
            return {key: one for key, one in vars(value).items() if key != "__objclass__"}
        if isinstance(value, dict):
            return [(key, seen(one)) for key, one in value.items()]
        return getattr(value, "__func__", value)

    return {key: seen(value) for key, value in vars(made).items()}


def sources() -> str:
    """Tells the two sources that were compared from all others; empty where there are none."""
    try:
        states = [os.stat(file) for file in (str(enum.__file__), __file__)]
    except OSError:
        return ""
    return "\n".join([sys.version, *(f"{one.st_mtime_ns} {one.st_size}" for one in states)])


def quicken(trusted: Iterable[str] = ()) -> QuickEnums:
    """From here on, enumerations are made the quick way where that comes to the same."""
    quick = QuickEnums(trusted)

    def _create_(base: Any, class_name: str, names: Any, **options: Any) -> Any:
        return quick.create(base, class_name, names, **options)

    type.__setattr__(EnumType, "_create_", _create_)
    return quick
