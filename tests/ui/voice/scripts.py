"""Helpers that behave badly on purpose, as commands."""

import sys
from pathlib import Path

_LOOP = """
import sys
log = open(sys.argv[1], "a", buffering=1)
for line in sys.stdin:
    print(line.strip(), file=log)
    word, _, rest = line.strip().partition(" ")
    if word == "language": print("ready", flush=True)
    if word == "ping": print("pong " + rest, flush=True)
"""
_HANGS = "import time; time.sleep(600)"
_READY_THEN_HANGS = "import time; print('ready', flush=True); time.sleep(600)"
_READY_THEN_DIES = """
import sys
print("ready", flush=True)
for line in sys.stdin:
    if line.startswith("say"): sys.exit(3)
"""
_FINDS_NOTHING = "import sys; sys.stdin.readline(); print('none', flush=True); sys.stdin.read()"


def _command(script: str, *arguments: str) -> tuple[str, ...]:
    return (sys.executable, "-I", "-S", "-c", script, *arguments)


def good(log: Path) -> tuple[str, ...]:
    """Answers everything and writes down what it was told."""
    return _command(_LOOP, str(log))


HANGS = _command(_HANGS)
READY_THEN_HANGS = _command(_READY_THEN_HANGS)
READY_THEN_DIES = _command(_READY_THEN_DIES)
FINDS_NOTHING = _command(_FINDS_NOTHING)
MISSING = ("/nowhere/no-such-program",)
