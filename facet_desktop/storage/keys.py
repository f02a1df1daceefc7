"""The key file: the random key of the database, wrapped in slots.

A slot is one way to the key. So far there is the slot "open": the key lies in it as it is, for a computer
that its owner has chosen not to lock. It guards against damage (every page of the database is authenticated
with this key) and against a copied database without its key file, not against somebody who can read the
folder. Slots with a passphrase or a recovery code can stand beside it later; slots and fields of a kind that
this version does not know are kept as they are.

The `salt` is the first 16 bytes of the database file. It is no secret; it tells a wrong key file from a
damaged database. `check` tells a damaged key file from a sound one.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from facet_desktop.domain.errors import StorageError, Trouble
from facet_desktop.storage.files import replace_file

KEY_FILE = "facet.key.json"
FORMAT = 1
KEY_BYTES = 32
SALT_BYTES = 16
_CHECKED = b"facet data key"
OPEN = "open"
NOTHING: Mapping[str, Any] = MappingProxyType({})
OPEN_NOTE = "This computer, not locked: whoever can read this file can open the database."


class DataKey:
    """The key of the database with the salt of its file; never shown when printed."""

    __slots__ = ("key", "salt")

    def __init__(self, key: bytes, salt: bytes) -> None:
        self.key = key
        self.salt = salt

    @property
    def sqlcipher(self) -> str:
        """The raw key as SQLCipher takes it: key and salt in hexadecimal digits, no derivation."""
        return f"x'{self.key.hex()}{self.salt.hex()}'"

    def check(self) -> str:
        """Digits that show whether a key is the one that was written."""
        import hashlib

        return hashlib.blake2b(_CHECKED + self.salt, key=self.key, digest_size=16).hexdigest()


class KeyFile:
    """What the key file holds. `slots` and `others` keep what this version does not understand."""

    def __init__(
        self, salt: bytes, check: str, slots: Iterable[dict[str, Any]], others: Mapping[str, Any] = NOTHING
    ) -> None:
        self.salt = salt
        self.check = check
        self.slots = tuple(slots)
        self.others = dict(others)

    @classmethod
    def unlocked(cls, data_key: DataKey) -> KeyFile:
        """A key file with the one slot of a computer that is not locked."""
        slot = {"kind": OPEN, "note": OPEN_NOTE, "key": data_key.key.hex()}
        return cls(data_key.salt, data_key.check(), (slot,))

    @classmethod
    def read(cls, data: bytes) -> KeyFile:
        """The key file of these bytes. Raises StorageError: TOO_NEW, or WRONG_KEY where it is damaged."""
        try:
            fields = json.loads(data)
            number = fields.pop("format")
            if isinstance(number, int) and number > FORMAT:
                raise StorageError(Trouble.TOO_NEW, f"key file of format {number}")
            salt = bytes.fromhex(fields.pop("salt"))
            check, slots = str(fields.pop("check")), tuple(dict(slot) for slot in fields.pop("slots"))
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            raise StorageError(Trouble.WRONG_KEY, f"the key file is damaged: {error!r}") from error
        return cls(salt, check, slots, fields)

    def to_bytes(self) -> bytes:
        """The file as it is written."""
        fields = {
            "format": FORMAT,
            **self.others,
            "salt": self.salt.hex(),
            "check": self.check,
            "slots": self.slots,
        }
        return json.dumps(fields, indent=2, ensure_ascii=False).encode() + b"\n"

    def with_slot(self, slot: dict[str, Any]) -> KeyFile:
        """A copy with one more way to the key."""
        return KeyFile(self.salt, self.check, (*self.slots, slot), self.others)

    def open(self) -> DataKey:
        """The key from the open slot. Raises StorageError(WRONG_KEY) where there is none."""
        for slot in self.slots:
            if slot.get("kind") == OPEN:
                return self._key_from(str(slot.get("key")))
        raise StorageError(Trouble.WRONG_KEY, "the key file has no slot that this version can open")

    def _key_from(self, digits: str) -> DataKey:
        try:
            key = bytes.fromhex(digits)
        except ValueError:
            key = b""
        if len(key) != KEY_BYTES or len(self.salt) != SALT_BYTES:
            raise StorageError(Trouble.WRONG_KEY, "the key file is damaged: key or salt is of a wrong length")
        return DataKey(key, self.salt)

    def verify(self) -> None:
        """Raises StorageError(WRONG_KEY) where the key is not the one that was written.

        Asked for only when a database is made or does not open: hashing is not loaded at every start.
        """
        if self.open().check() != self.check:
            raise StorageError(Trouble.WRONG_KEY, "the key file is damaged: its key does not match its check")


def read_key_file(folder: Path) -> KeyFile | None:
    """The key file of a folder, or None. Raises StorageError where it is no good."""
    try:
        data = (folder / KEY_FILE).read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise StorageError(Trouble.KEY_MISSING, f"the key file cannot be read: {error}") from error
    return KeyFile.read(data)


def create_key(folder: Path, random_bytes: Callable[[int], bytes] = os.urandom) -> KeyFile:
    """Makes and stores a new key for a folder. The caller makes sure that nothing needs an older one."""
    made = KeyFile.unlocked(DataKey(random_bytes(KEY_BYTES), random_bytes(SALT_BYTES)))
    replace_file(folder / KEY_FILE, made.to_bytes())
    return made
