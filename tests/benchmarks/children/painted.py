"""Tells when a window has painted, what it holds in memory, and which heavy modules are loaded."""

import json
import os
import sys
import time

HEAVY = ("numpy", "pyqtgraph", "matplotlib", "scipy", "PIL", "pydantic", "peewee")


def answer() -> None:
    """Prints the answer as JSON and ends the process at once."""
    now_s = time.clock_gettime(time.CLOCK_MONOTONIC)
    with open("/proc/self/statm", encoding="ascii") as file:
        resident_mb = int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6
    loaded = [name for name in HEAVY if name in sys.modules]
    print(json.dumps({"painted_s": now_s, "mb": resident_mb, "loaded": loaded}), flush=True)
    os._exit(0)
