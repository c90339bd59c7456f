"""Feeds, calendars and data packages as files. Packages come last: they hold the digests of files as published."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence

from scorecard.model.interfaces import Calendar, Feed, Package, Resource
from scorecard.model.pages import Asset, Json
from scorecard.publish.calendars import calendar_bytes
from scorecard.publish.downloads import json_bytes
from scorecard.publish.feeds import atom_bytes, json_feed
from scorecard.publish.files import safe_uri


def written(interfaces: Sequence[Feed | Calendar | Package], others: Sequence[Asset]) -> Iterator[Asset]:
    """The files of the interfaces, in order; `others` are the files that packages may speak of.

    Raises ValueError for a package that names a file that is not there.
    """
    contents = {asset.uri: asset.content for asset in others}
    for one in interfaces:
        if isinstance(one, Feed):
            yield Asset(safe_uri(one.atom), atom_bytes(one))
            yield Asset(safe_uri(one.json), json_feed(one))
        elif isinstance(one, Calendar):
            yield Asset(safe_uri(one.uri), calendar_bytes(one))
        else:
            yield from _package(one, contents)


def _json_below(folders: Sequence[str], contents: Mapping[str, bytes]) -> Iterator[Resource]:
    for uri in contents:
        if uri.startswith(tuple(folders)) and uri.endswith(".json"):
            name = uri.removesuffix(".json").replace("/", "-")
            yield Resource(uri, {"name": name, "format": "json", "mediatype": "application/json", "encoding": "utf-8"})


def _package(package: Package, contents: Mapping[str, bytes]) -> Iterator[Asset]:
    resources: list[Json] = []
    lines = []
    for resource in (*package.resources, *_json_below(package.folders, contents)):
        content = contents.get(resource.uri)
        if content is None:
            raise ValueError(f"the data package names {resource.uri!r}, which is no file of this site")
        digest = hashlib.sha256(content).hexdigest()
        resources.append({**resource.more, "path": resource.uri, "bytes": len(content), "hash": f"sha256:{digest}"})
        lines.append(f"{digest}  {resource.uri}\n")
    described = json_bytes({**package.head, "resources": resources})
    lines.append(f"{hashlib.sha256(described).hexdigest()}  {package.uri}\n")
    yield Asset(safe_uri(package.uri), described)
    yield Asset(safe_uri(package.checksums), "".join(lines).encode())
