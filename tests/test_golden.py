"""The golden files can fail, and say how."""

from pathlib import Path

import pytest

from tests.golden import Golden


def test_a_changed_file_is_shown_as_a_unified_diff(tmp_path: Path) -> None:
    """A difference names the file and shows the accepted and the new line."""
    (tmp_path / "home.html").write_bytes(b"<h1>Trust</h1>\n<p>6.9</p>\n")
    with pytest.raises(pytest.fail.Exception) as caught:
        Golden(tmp_path, bless=False)("home.html", "<h1>Trust</h1>\n<p>7.0</p>\n")
    assert str(caught.value).splitlines() == [
        "--- home.html (accepted)",
        "+++ home.html (made now)",
        "@@ -1,2 +1,2 @@",
        " <h1>Trust</h1>",
        "-<p>6.9</p>",
        "+<p>7.0</p>",
    ]


def test_bytes_that_are_no_text_name_the_first_difference(tmp_path: Path) -> None:
    """A picture has no lines, so the place is a byte."""
    (tmp_path / "logo.png").write_bytes(b"\xff\x00\x01")
    with pytest.raises(pytest.fail.Exception) as caught:
        Golden(tmp_path, bless=False)("logo.png", b"\xff\x00\x02\x03")
    assert str(caught.value) == "logo.png: 3 bytes are accepted, 4 were made; the first difference is at byte 2"


def test_a_change_of_line_ends_is_a_difference(tmp_path: Path) -> None:
    """A diff by lines would show nothing, so it is said in words."""
    (tmp_path / "data.csv").write_bytes(b"a,b\n")
    with pytest.raises(pytest.fail.Exception) as caught:
        Golden(tmp_path, bless=False)("data.csv", "a,b\r\n")
    assert str(caught.value) == "data.csv: only the line ends differ"


def test_a_missing_file_fails_until_it_is_accepted(tmp_path: Path) -> None:
    """New output is not silently accepted."""
    with pytest.raises(pytest.fail.Exception) as caught:
        Golden(tmp_path, bless=False)("new.txt", "text")
    assert str(caught.value) == "new.txt: there is no golden file yet. Read the output, then run: make bless"


def test_bless_writes_what_was_made_and_then_agrees(tmp_path: Path) -> None:
    """After --bless the same output passes."""
    Golden(tmp_path, bless=True)("deep/new.txt", "text\n")
    assert (tmp_path / "deep" / "new.txt").read_bytes() == b"text\n"
    Golden(tmp_path, bless=False)("deep/new.txt", "text\n")


def test_a_folder_reports_all_differences_at_once(tmp_path: Path) -> None:
    """A file too many, a file too few and a changed file are three findings of one run."""
    Golden(tmp_path, bless=True).tree("site", {"a.txt": "one\n", "b.txt": "two\n"})
    with pytest.raises(pytest.fail.Exception) as caught:
        Golden(tmp_path, bless=False).tree("site", {"b.txt": "three\n", "c.txt": "new\n"})
    assert str(caught.value).splitlines() == [
        "c.txt: not in the golden folder",
        "a.txt: in the golden folder, but no longer made",
        "--- b.txt (accepted)",
        "+++ b.txt (made now)",
        "@@ -1 +1 @@",
        "-two",
        "+three",
        "Read the difference, then run: make bless",
    ]


def test_bless_removes_what_is_no_longer_made(tmp_path: Path) -> None:
    """A blessed folder holds exactly what was made."""
    Golden(tmp_path, bless=True).tree("site", {"a.txt": "one\n", "b.txt": "two\n"})
    Golden(tmp_path, bless=True).tree("site", {"b.txt": "two\n"})
    assert [file.name for file in (tmp_path / "site").iterdir()] == ["b.txt"]
