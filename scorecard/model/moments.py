"""Moments as programs read them: in UTC, to the second, the same everywhere."""

from __future__ import annotations

from datetime import UTC, datetime


def utc(at: datetime) -> str:
    """2026-08-14T10:00:00Z (RFC 3339)."""
    return at.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def compact(at: datetime) -> str:
    """20260814T100000Z (RFC 5545), also for ids."""
    return utc(at).replace("-", "").replace(":", "")
