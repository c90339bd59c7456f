"""A data package holds the digests of the files as published."""

from __future__ import annotations

import hashlib
import json

import pytest

from scorecard.model.interfaces import Package, Resource
from scorecard.model.pages import Asset
from scorecard.publish.interfaces import written


def test_digests_and_sizes_are_those_of_the_bytes() -> None:
    """Of each named file and of each JSON file below a folder; the checksums hold the package itself too."""
    package = Package(
        "datapackage.json", "sums.txt", {"name": "x"}, (Resource("data/a.csv", {"name": "a"}),), ("api/v1/",)
    )
    others = [Asset("data/a.csv", b"a\n1\n"), Asset("api/v1/b.json", b"{}\n"), Asset("api/v2/c.json", b"{}\n")]
    described, sums = written([package], others)
    value = json.loads(described.content)
    assert [(one["name"], one["path"], one["bytes"]) for one in value["resources"]] == [
        ("a", "data/a.csv", 4),
        ("api-v1-b", "api/v1/b.json", 3),
    ]
    digest = hashlib.sha256(b"a\n1\n").hexdigest()
    assert value["resources"][0]["hash"] == f"sha256:{digest}"
    assert sums.content.decode().splitlines() == [
        f"{digest}  data/a.csv",
        f"{hashlib.sha256(b'{}' + bytes([10])).hexdigest()}  api/v1/b.json",
        f"{hashlib.sha256(described.content).hexdigest()}  datapackage.json",
    ]


def test_a_file_that_is_not_there_is_refused() -> None:
    """A digest of nothing would be a promise nobody can check."""
    with pytest.raises(ValueError) as caught:
        list(written([Package("d.json", "s.txt", {}, (Resource("data/a.csv", {}),))], []))
    assert str(caught.value) == "the data package names 'data/a.csv', which is no file of this site"
