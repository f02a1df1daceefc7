"""The key file: it keeps what it does not know, and never passes damage off as a key."""

import json
import stat
import sys
from pathlib import Path

import pytest

from facet_desktop.domain.errors import StorageError, Trouble
from facet_desktop.storage.keys import KEY_FILE, DataKey, KeyFile, create_key, read_key_file

KEY = DataKey(bytes(range(32)), b"s" * 16)


def test_a_new_key_is_random_and_comes_back_from_its_file(tmp_path: Path) -> None:
    made = create_key(tmp_path).open()

    read = read_key_file(tmp_path)

    assert read is not None
    assert (read.open().key, read.open().salt) == (made.key, made.salt)
    assert create_key(tmp_path).open().key != made.key


def test_a_folder_without_a_key_file_has_no_key(tmp_path: Path) -> None:
    assert read_key_file(tmp_path) is None


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no permission bits")
def test_only_the_owner_can_read_the_key_file(tmp_path: Path) -> None:
    create_key(tmp_path)

    assert stat.S_IMODE((tmp_path / KEY_FILE).stat().st_mode) == 0o600


def test_the_file_says_honestly_that_it_is_not_locked() -> None:
    slot = json.loads(KeyFile.unlocked(KEY).to_bytes())["slots"][0]

    assert slot["kind"] == "open"
    assert "not locked" in slot["note"]


def test_slots_and_fields_of_a_later_version_are_kept() -> None:
    later = {"kind": "passphrase", "argon2id": {"m_kib": 131072, "t": 3}, "wrapped": "00ff"}
    made = KeyFile.unlocked(KEY).with_slot(later)
    fields = json.loads(made.to_bytes()) | {"label": "Practice"}

    kept = KeyFile.read(json.dumps(fields).encode())

    assert json.loads(kept.to_bytes()) == fields
    assert kept.open().key == KEY.key


def test_a_key_does_not_show_itself_when_printed() -> None:
    assert KEY.key.hex() not in repr(KEY) + str(KEY) + repr(KeyFile.unlocked(KEY))


def trouble_of(data: bytes) -> Trouble:
    with pytest.raises(StorageError) as caught:
        KeyFile.read(data).verify()
    return caught.value.trouble


def test_every_damaged_digit_is_noticed() -> None:
    sound = KeyFile.unlocked(KEY).to_bytes()
    fields = json.loads(sound)
    texts = [fields["salt"], fields["check"], fields["slots"][0]["key"]]
    for text in texts:
        for at in range(len(text)):
            digit = "0" if text[at] != "0" else "1"
            broken = sound.replace(text.encode(), (text[:at] + digit + text[at + 1 :]).encode())
            assert trouble_of(broken) is Trouble.WRONG_KEY


@pytest.mark.parametrize(
    "nonsense", [b"", b"{}", b"[]", b"\xff\xfe", b'{"format": 1, "slots": [3]}', b"null"]
)
def test_what_is_no_key_file_is_refused(nonsense: bytes) -> None:
    assert trouble_of(nonsense) is Trouble.WRONG_KEY


def test_a_key_of_a_wrong_length_is_refused() -> None:
    short = KeyFile.unlocked(DataKey(b"k" * 16, KEY.salt))

    assert trouble_of(short.to_bytes()) is Trouble.WRONG_KEY


def test_a_file_without_a_slot_for_this_version_is_refused() -> None:
    locked = KeyFile(KEY.salt, KEY.check(), ({"kind": "passphrase"},))

    assert trouble_of(locked.to_bytes()) is Trouble.WRONG_KEY


def test_a_key_file_of_a_newer_version_is_refused_as_such() -> None:
    newer = json.loads(KeyFile.unlocked(KEY).to_bytes()) | {"format": 2}

    assert trouble_of(json.dumps(newer).encode()) is Trouble.TOO_NEW
