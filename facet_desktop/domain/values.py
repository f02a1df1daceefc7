"""`@frozen`: immutable dataclasses with slots that cost little to define.

`@dataclass(frozen=True, slots=True)` writes and compiles six methods for every class: half a millisecond, a
hundred times at every start. `@frozen` means the same: `fields`, `replace`, `field`, `==`, `hash`, `repr`,
`copy` and `pickle` work alike. Here classes share their methods, also the byte code of `__init__`, and what
`fields` answers is found out when it is first asked for. Decision record 14 holds the measurements.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, field, fields
from operator import attrgetter
from types import CodeType, FunctionType
from typing import Any, TypeVar, cast, dataclass_transform

_T = TypeVar("_T")
_Setter = Callable[[object, Any], None]
_Given = dict[str, Any]
"""What the body of a class assigns to its fields, by name: defaults, or what `field()` answered."""
_MAKE = object()
"""Stands in a call for a default that is made anew each time."""


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(cls: type[_T]) -> type[_T]:
    """Makes a class of immutable values from annotated fields; `__post_init__` runs after they are set."""
    body = dict(vars(cls))
    for own in ("__dict__", "__weakref__"):
        body.pop(own, None)
    names = tuple(body.get("__annotations__", ()))
    given = {name: body.pop(name) for name in names if name in body}
    body["__slots__"] = names
    body["__match_args__"] = _with_option(names, given, "init")
    body["__qualname__"] = cls.__qualname__

    def make_and_run(self: object, *args: object, **kwargs: object) -> None:
        made.__init__ = _init(made, names, given)
        made.__init__(self, *args, **kwargs)

    # In the body, because Python looks through all subclasses for a method that a class is given later.
    body.update(_methods(names, given), __init__=make_and_run)
    make_class: Any = type(cls)
    made: Any = make_class(cls.__name__, cls.__bases__, body)
    return cast("type[_T]", made)


def changed(value: _T, **changes: Any) -> _T:
    """As `dataclasses.replace`, for values whose fields are all given to `__init__`; a third of its cost.

    `replace` asks for the fields of a class, and finding them out is the dear part of a value class.
    """
    cls: Any = value.__class__
    given = {name: getattr(value, name) for name in cls.__match_args__}
    made: _T = cls(**given | changes)
    return made


def _methods(names: tuple[str, ...], given: _Given) -> dict[str, object]:
    equal, hashed = _comparing(_with_option(names, given, "compare"))
    return {
        "__eq__": equal,
        "__hash__": hashed,
        "__repr__": _repr,
        "__setattr__": _refuse,
        "__delattr__": _refuse,
        "__setstate__": _set_state,
        "__dataclass_fields__": _Fields(given),
    }


def _with_option(names: tuple[str, ...], given: _Given, option: str) -> tuple[str, ...]:
    """Those fields for which an option of `field()` is on, as it is where nothing is said."""
    off = {name for name, one in given.items() if isinstance(one, Field) and not getattr(one, option)}
    return tuple([name for name in names if name not in off]) if off else names


class _Fields:
    """What `dataclasses` reads of a class, found out by `dataclass()` itself when it is first asked for."""

    def __init__(self, given: _Given) -> None:
        self._given = given

    def __get__(self, instance: object, owner: Any) -> dict[str, Field[Any]]:
        body = {**self._given, "__annotations__": owner.__annotations__, "__module__": owner.__module__}
        plain: Any = type(owner.__name__, (), {**body, "__doc__": "Not empty, or a signature is looked for."})
        found: dict[str, Field[Any]] = dataclass(init=False, repr=False, eq=False)(plain).__dataclass_fields__
        owner.__dataclass_fields__ = found
        return found


def _init(cls: Any, names: tuple[str, ...], given: _Given) -> FunctionType:
    """An `__init__` with the names and defaults of a class and the byte code of all with as many fields."""
    parameters: tuple[str, ...] = cls.__match_args__
    late = [(_setter(cls, name, given), _default(given, name)) for name in names if name not in parameters]
    finish = _finish(cls, [(set_field, value) for set_field, value in late if value is not MISSING])
    known: dict[str, Any] = {f"set_{i}": _setter(cls, name, given) for i, name in enumerate(parameters)}
    code = INIT_CODES.get(len(parameters), has_finish=finish is not None).replace(
        co_varnames=("self", *parameters), co_qualname=f"{cls.__qualname__}.__init__"
    )
    defaults = tuple([_default(given, name) for name in parameters]) if given else ()
    return FunctionType(code, {**known, "finish": finish}, "__init__", _trailing(cls, defaults))


def _default(given: _Given, name: str) -> object:
    one = given.get(name, MISSING)
    if isinstance(one, Field):
        return one.default if one.default_factory is MISSING else _MAKE
    return one


def _trailing(cls: type, defaults: tuple[object, ...]) -> tuple[object, ...]:
    given = tuple(one for one in defaults if one is not MISSING)
    if any(one is MISSING for one in defaults[len(defaults) - len(given) :]):
        message = f"a field without a default follows one that has one in {cls.__qualname__}"
        raise TypeError(message)
    return given


def _setter(cls: Any, name: str, given: _Given) -> _Setter:
    set_slot: _Setter = getattr(cls, name).__set__  # goes past the `__setattr__` that refuses
    one = given.get(name)
    make = one.default_factory if isinstance(one, Field) else MISSING
    if make is MISSING:
        return set_slot

    def set_or_make(self: object, given: object) -> None:
        set_slot(self, make() if given is _MAKE else given)

    return set_or_make


def _finish(cls: Any, late: list[tuple[_Setter, object]]) -> Callable[[object], None] | None:
    """Sets fields that are no parameters, then runs `__post_init__`; None when there is neither."""
    post_init: Callable[[object], None] | None = getattr(cls, "__post_init__", None)
    if not late:
        return post_init

    def finish(self: object) -> None:
        for set_field, value in late:
            set_field(self, value)
        if post_init is not None:
            post_init(self)

    return finish


class InitCodes:
    """Byte code of `__init__`s: each hands a number of parameters to as many setters, then may finish.

    Classes with as many fields share one. To compile it takes as long as to make ten classes, so that a
    program may `learn` at its start what it kept of `known` before, as it keeps the byte code of modules.
    """

    def __init__(self) -> None:
        self._codes: dict[tuple[int, bool], CodeType] = {}

    @property
    def known(self) -> Mapping[tuple[int, bool], CodeType]:
        """By number of parameters, and whether there is something to finish."""
        return self._codes

    def learn(self, codes: Mapping[tuple[int, bool], CodeType]) -> None:
        """Takes in what the same source compiled before."""
        self._codes.update(codes)

    def get(self, count: int, *, has_finish: bool) -> CodeType:
        """The byte code for `count` parameters."""
        code = self._codes.get((count, has_finish))
        if code is None:
            code = self._codes[count, has_finish] = _compiled_init(count, has_finish=has_finish)
        return code


INIT_CODES = InitCodes()


def _compiled_init(count: int, *, has_finish: bool) -> CodeType:
    parameters = "".join(f", field_{index}" for index in range(count))
    lines = [f"set_{index}(self, field_{index})" for index in range(count)]
    lines += ["finish(self)"] if has_finish else []
    names: dict[str, Any] = {}
    exec(f"def __init__(self{parameters}):\n " + "\n ".join(lines or ["pass"]), names)
    code: CodeType = names["__init__"].__code__
    return code


def _comparing(names: tuple[str, ...]) -> tuple[Callable[[Any, object], bool], Callable[[Any], int]]:
    key = attrgetter("__class__", *names)

    def equal(self: object, other: object) -> bool:
        return key(self) == key(other) if other.__class__ is self.__class__ else NotImplemented

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
