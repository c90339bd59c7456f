"""Files on disk: whole or as they were, never over something new, never through a link."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

import pytest

from scorecard.edit import disk
from scorecard.edit.refused import Refused

FILE = "data/risks/a.yml"


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def test_a_new_file_gets_its_folder_and_the_usual_mode(tmp_path: Path) -> None:
    """Nothing else is left anywhere."""
    old = os.umask(0o027)
    try:
        disk.write(tmp_path, FILE, None, b"a\r\n")
    finally:
        os.umask(old)
    assert tree(tmp_path) == {FILE: b"a\r\n"}
    assert stat.S_IMODE((tmp_path / FILE).stat().st_mode) == 0o640


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    """A new file never takes the place of another one, of a folder or of a link that leads nowhere."""
    disk.write(tmp_path, FILE, None, b"one")
    (tmp_path / "data/risks/b.yml").mkdir()
    (tmp_path / "data/risks/c.yml").symlink_to("nowhere")
    for name in "ab":
        with pytest.raises(Refused) as caught:
            disk.write(tmp_path, f"data/risks/{name}.yml", None, b"two")
        assert str(caught.value) == (
            f"data/risks/{name}.yml: a file of this name is there already; nothing is overwritten\n"
            "  Give another name with --id."
        )
    assert disk.exists(tmp_path / "data/risks/c.yml")
    assert tree(tmp_path) == {FILE: b"one"}


def test_what_an_import_writes_may_take_the_place_of_a_file(tmp_path: Path) -> None:
    """Only where that is meant; the mode stays, and nothing lands outside of the project or behind a link."""
    disk.put(tmp_path, FILE, b"one")
    (tmp_path / FILE).chmod(0o604)
    with pytest.raises(Refused, match="nothing is overwritten"):
        disk.put(tmp_path, FILE, b"two")
    disk.put(tmp_path, FILE, b"two", replacing=True)
    assert (tree(tmp_path), stat.S_IMODE((tmp_path / FILE).stat().st_mode)) == ({FILE: b"two"}, 0o604)
    (tmp_path / "data/risks/link.yml").symlink_to("a.yml")
    with pytest.raises(Refused, match="links are not followed"):
        disk.put(tmp_path, "data/risks/link.yml", b"three", replacing=True)
    for outside in ("../a.yml", "data/../../a.yml", "/a.yml"):
        with pytest.raises(ValueError, match="not a file of the project"):
            disk.put(tmp_path / "data", outside, b"x")
    (tmp_path / "data/risks/link.yml").unlink()
    assert tree(tmp_path) == {FILE: b"two"}


def test_an_edit_keeps_the_mode(tmp_path: Path) -> None:
    """Also one that the usual mode would not give."""
    disk.write(tmp_path, FILE, None, b"one")
    (tmp_path / FILE).chmod(0o604)
    disk.write(tmp_path, FILE, b"one", b"two")
    assert tree(tmp_path) == {FILE: b"two"}
    assert stat.S_IMODE((tmp_path / FILE).stat().st_mode) == 0o604


def test_what_somebody_else_wrote_meanwhile_stays(tmp_path: Path) -> None:
    """The old bytes are looked at again just before."""
    disk.write(tmp_path, FILE, None, b"one")
    with pytest.raises(Refused) as caught:
        disk.write(tmp_path, FILE, b"another", b"two")
    assert str(caught.value) == (
        f"{FILE}: somebody changed this file a moment ago; nothing was written\n  Run the command again."
    )
    assert tree(tmp_path) == {FILE: b"one"}


@pytest.mark.parametrize("step", ["fsync", "replace", "link", "open"])
def test_a_full_disk_leaves_all_as_it_was(tmp_path: Path, step: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """At whichever step it is full; no half file, no left file."""
    disk.write(tmp_path, FILE, None, b"one")
    real = getattr(os, step)

    def full(*args: object, **kwargs: object) -> object:
        if step != "open" or ".scorecard-edit-" in str(args[0]):
            raise OSError(errno.ENOSPC, "No space left on device")
        return real(*args, **kwargs)

    monkeypatch.setattr(os, step, full)
    for file, before in ((FILE, b"one"), ("data/risks/new.yml", None)):
        if (step, before) in (("replace", None), ("link", b"one")):
            continue
        with pytest.raises(Refused) as caught:
            disk.write(tmp_path, file, before, b"two")
        assert str(caught.value) == (
            f"{file}: this file cannot be written: the disk is full; all is as it was\n"
            "  Mend that, then run the command again."
        )
    monkeypatch.undo()
    assert tree(tmp_path) == {FILE: b"one"}


def test_a_disk_without_second_names_gets_the_file_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And still nothing is overwritten there."""

    def no_links(*_: object) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", no_links)
    disk.write(tmp_path, FILE, None, b"one")
    with pytest.raises(Refused, match="nothing is overwritten"):
        disk.write(tmp_path, FILE, None, b"two")
    assert tree(tmp_path) == {FILE: b"one"}


def test_links_are_not_followed(tmp_path: Path) -> None:
    """Neither to a file nor to a folder."""
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "data").mkdir()
    (tmp_path / "data/risks").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(Refused) as caught:
        disk.write(tmp_path, FILE, None, b"one")
    assert str(caught.value) == (
        "data/risks: a link to another place stands here; links are not followed\n  Put the file or folder itself here."
    )
    assert tree(tmp_path) == {}


def test_a_file_in_the_place_of_a_folder_is_told(tmp_path: Path) -> None:
    """As what it is."""
    (tmp_path / "data").mkdir()
    (tmp_path / "data/risks").write_bytes(b"x")
    with pytest.raises(Refused) as caught:
        disk.write(tmp_path, FILE, None, b"one")
    assert str(caught.value) == "data/risks: a file stands where a folder is needed\n  Rename that file."


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    """In one line."""
    with pytest.raises(Refused) as caught:
        disk.read(tmp_path / "gone.yml")
    assert str(caught.value) == "gone.yml cannot be read: no such file or directory\n  Check who may read the file."
