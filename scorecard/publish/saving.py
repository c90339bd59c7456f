"""Files of people's own project, written one by one: each is the old one whole or the new one whole."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from scorecard.publish import single
from scorecard.publish.files import PublishProblem, reason, safe_uri


def save(project: Path, files: Iterable[tuple[str, bytes]]) -> None:
    """Put files (path below the project, bytes) in place; a folder that is missing is made, no link is followed.

    Raises PublishProblem, which names the file; files before it are written.
    """
    for uri, content in files:
        path = project.joinpath(*safe_uri(uri).split("/"))
        try:
            if any(above.is_symlink() for above in (path, *path.parents) if above.is_relative_to(project)):
                raise PublishProblem(f"{uri} was not written: it is or lies behind a link to another place")
            single.write(path, content, replacing=True)
        except OSError as error:
            raise PublishProblem(f"{uri} was not written: {reason(error)}") from error
