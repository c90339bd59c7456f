"""What a person says about a new site."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Start:
    """What a person said about the new site; `repository` is '' where it is not known."""

    name: str
    url: str
    contact: str
    timezone: str
    language: str
    host: str
    repository: str
    minimal: bool
    version: str
