"""`@frozen`: immutable dataclasses with slots that cost little to define.

`@dataclass(frozen=True, slots=True)` writes and compiles six methods for every class: half a millisecond, a
hundred times at every start. `@frozen` means the same: `fields`, `replace`, `field`, `==`, `hash`, `repr`,
`copy` and `pickle` work alike. Its methods are shared, though, and `__init__` is compiled with the first use.
Decision record 14 holds the measurements.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, field, fields
from operator import attrgetter
from typing import Any, TypeVar, dataclass_transform

_T = TypeVar("_T")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(cls: type[_T]) -> type[_T]:
    """Makes a class of immutable values from annotated fields; `__post_init__` runs after they are set."""
    cls.__doc__ = cls.__doc__ or cls.__name__  # else dataclass() would inspect the signature to write one
    made = dataclass(init=False, repr=False, eq=False, slots=True)(cls)
    _add_methods(made)
    return made


def _add_methods(cls: Any) -> None:
    cls.__init__ = _compiled_later(cls)
    cls.__eq__, cls.__hash__ = _comparing(cls)
    cls.__repr__ = _repr
    cls.__setattr__ = cls.__delattr__ = _refuse
    cls.__setstate__ = _set_state


def _compiled_later(cls: Any) -> Callable[..., None]:
    def compile_and_run(self: object, *args: object, **kwargs: object) -> None:
        cls.__init__ = _compiled(cls)
        cls.__init__(self, *args, **kwargs)

    return compile_and_run


def _compiled(cls: type) -> Callable[..., None]:
    """The `__init__` that dataclass() would have written; it sets slots past the refusing `__setattr__`."""
    names: dict[str, Any] = {"missing": MISSING}
    parameters, lines = ["self"], []
    for one in fields(cls):
        names[f"set_{one.name}"] = getattr(cls, one.name).__set__
        names[f"default_{one.name}"] = one.default
        names[f"make_{one.name}"] = one.default_factory
        parameter, line = _parameter(one), _line(one)
        parameters += [parameter] if parameter else []
        lines += [line] if line else []
    if hasattr(cls, "__post_init__"):
        lines.append("self.__post_init__()")
    exec(f"def __init__({', '.join(parameters)}):\n " + "\n ".join(lines or ["pass"]), names)
    made: Callable[..., None] = names["__init__"]
    made.__qualname__ = f"{cls.__qualname__}.__init__"
    return made


def _parameter(one: Field[Any]) -> str:
    if not one.init:
        return ""
    if one.default_factory is not MISSING:
        return f"{one.name}=missing"
    return one.name if one.default is MISSING else f"{one.name}=default_{one.name}"


def _line(one: Field[Any]) -> str:
    """The statement that sets a field; empty for one that only `__post_init__` sets."""
    name, made = one.name, f"make_{one.name}()"
    is_made = one.default_factory is not MISSING
    if one.init:
        return (
            f"set_{name}(self, {made} if {name} is missing else {name})"
            if is_made
            else f"set_{name}(self, {name})"
        )
    if is_made:
        return f"set_{name}(self, {made})"
    return "" if one.default is MISSING else f"set_{name}(self, default_{name})"


def _comparing(cls: type) -> tuple[Callable[[Any, object], bool], Callable[[Any], int]]:
    key = attrgetter("__class__", *(one.name for one in fields(cls) if one.compare))

    def equal(self: object, other: object) -> bool:
        return key(self) == key(other) if other.__class__ is cls else NotImplemented

    def hashed(self: object) -> int:
        return hash(key(self))

    return equal, hashed


def _repr(self: Any) -> str:
    shown = (f"{one.name}={getattr(self, one.name)!r}" for one in fields(self) if one.repr)
    return f"{self.__class__.__qualname__}({', '.join(shown)})"


def _refuse(self: object, name: str, *_: object) -> None:
    message = f"{self.__class__.__name__} is immutable: {name!r} cannot be set or deleted"
    raise FrozenInstanceError(message)


def _set_state(self: object, state: tuple[None, dict[str, object]]) -> None:
    for name, given in state[1].items():
        object.__setattr__(self, name, given)
