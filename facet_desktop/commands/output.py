"""How commands answer: on any console or pipe, with escapes for letters that it cannot write."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping


def say(lines: Iterable[str]) -> None:
    """Prints lines of plain text."""
    encoding = _encoding()
    for line in lines:
        print(line.encode(encoding, "backslashreplace").decode(encoding))


def say_json(answer: Mapping[str, object]) -> None:
    """Prints an answer as JSON."""
    text = json.dumps(answer, ensure_ascii=False, indent=2, default=str)
    try:
        text.encode(_encoding())
    except UnicodeEncodeError:
        text = json.dumps(answer, indent=2, default=str)
    print(text)


def _encoding() -> str:
    return getattr(sys.stdout, "encoding", None) or "utf-8"
