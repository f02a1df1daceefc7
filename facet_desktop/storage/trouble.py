"""Gives the errors of database and disk the names that the rest of the program knows."""

from __future__ import annotations

import errno
from types import TracebackType

from facet_desktop.domain.errors import StorageError, Trouble
from facet_desktop.storage.sqlite_dialect import TROUBLE_BY_CODE, error_code

_BY_ERRNO = {
    errno.ENOSPC: Trouble.FULL,
    errno.EDQUOT: Trouble.FULL,
    errno.EACCES: Trouble.READ_ONLY,
    errno.EPERM: Trouble.READ_ONLY,
    errno.EROFS: Trouble.READ_ONLY,
    errno.EEXIST: Trouble.NO_FOLDER,
    errno.ENOTDIR: Trouble.NO_FOLDER,
    errno.ENOENT: Trouble.NO_FOLDER,
    errno.EISDIR: Trouble.NO_FOLDER,
    errno.ENAMETOOLONG: Trouble.NO_FOLDER,
    errno.ELOOP: Trouble.NO_FOLDER,
}


class TroublesNamed:
    """Turns known trouble inside a `with` into a StorageError; a defect of the program stays as it is."""

    __slots__ = ()

    def __enter__(self) -> None:
        return None

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        trouble = trouble_of(error) if error is not None else None
        if trouble is not None:
            raise StorageError(trouble, str(error)) from error


troubles_named = TroublesNamed()


def trouble_of(error: BaseException) -> Trouble | None:
    """The name of a trouble; None for an error that is none. Whatever else a disk may say is DISK."""
    if isinstance(error, OSError):
        return _BY_ERRNO.get(error.errno or 0, Trouble.DISK)
    # Peewee wraps the error of the driver and keeps it as the first argument.
    for one in (error, *error.args[:1]):
        code = error_code(one)
        if code is not None:
            return TROUBLE_BY_CODE.get(code)
    return None
