"""A fault of ours: one line for the person, and a report file that holds no word of their data."""

from __future__ import annotations

import os
import platform
import tempfile
import traceback
from pathlib import Path

from scorecard import __version__


def report(error: BaseException) -> str:
    """Write the report; give the line that says so. Messages of exceptions are left out: they may quote data."""
    lines = [f"trust-scorecard {__version__}, Python {platform.python_version()}, {platform.system()}", ""]
    step: BaseException | None = error
    while step is not None:
        lines.append(type(step).__qualname__)
        for frame in traceback.extract_tb(step.__traceback__):
            file = Path(frame.filename)
            lines.append(f"  {'/'.join(file.parts[-3:])}:{frame.lineno} in {frame.name}")
        step = step.__cause__ or (None if step.__suppress_context__ else step.__context__)
    try:
        handle, name = tempfile.mkstemp(prefix="scorecard-fault-", suffix=".txt")
        with os.fdopen(handle, "w", encoding="utf-8") as file_object:
            file_object.write("\n".join(lines) + "\n")
    except OSError:
        return f"a fault in this program ({type(error).__qualname__}); run it again with --debug to see more"
    return f"a fault in this program ({type(error).__qualname__}); please send us {name}: it holds none of your data"
