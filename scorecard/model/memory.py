"""The garbage collector, switched off for work that makes much and lets go of little: values here hold no cycles."""

from __future__ import annotations

import atexit
import gc
from collections.abc import Iterator
from contextlib import contextmanager


def no_last_collecting() -> None:
    """At the end of the process, what is there then is not walked through once more.

    Not for a process with an engine in it (DuckDB), which complains of what nobody took away.
    """
    atexit.register(gc.freeze)


@contextmanager
def no_collecting() -> Iterator[None]:
    """Without the garbage collector, which would walk over every value again and again; afterwards it is as it was."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
