"""How commands answer."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping


def say(lines: Iterable[str]) -> None:
    """Prints lines of plain text."""
    for line in lines:
        print(line)


def say_json(answer: Mapping[str, object]) -> None:
    """Prints an answer as JSON."""
    json.dump(answer, sys.stdout, ensure_ascii=False, indent=2, default=str)
    print()
