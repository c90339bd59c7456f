"""Trouble that came from elsewhere and that nobody sees: blanks and quotes of other programs, marks of git."""

from __future__ import annotations

import re

from scorecard.model.characters import describe
from scorecard.read.sources import Finding

_BLANKS = "\u00a0\u1680\u2000-\u200b\u202f\u205f\u2060\u3000\ufeff"
#: Where YAML needs a blank: at the beginning of a line, behind a dash or the colon of a key.
_BLANK = re.compile(rf"""(?:^|^[ ]*-|^[^{_BLANKS}"'#]*?:)[ ]*([{_BLANKS}])""")
_QUOTE = re.compile(r"""[:,{\[-]\s+([“”„‟‘’‚‛«»])""")
_CONFLICT = re.compile(r"<{7} .*")
_BY_BLANKS = ("missing-colon", "bad-indent", "not-yaml")


def explained(finding: Finding, lines: tuple[str, ...]) -> Finding:
    """The finding as it is, or what really stands there where that came with a copy or from git."""
    number = next((n for n, line in enumerate(lines, 1) if _CONFLICT.fullmatch(line)), None)
    if number is not None and number <= finding.line:
        return Finding(
            "not-yaml",
            number,
            1,
            "git put two versions of these lines here: two people changed them",
            help="keep the lines of one version; delete those that begin with <<<<<<<, ======= and >>>>>>>",
            length=len(lines[number - 1]),
        )
    if finding.rule in _BY_BLANKS:
        return _blank(finding, lines)
    quote = _QUOTE.search(lines[finding.line - 1]) if finding.rule in ("colon-in-text", "comma-in-text") else None
    if quote is not None and quote.start() < finding.column:
        return finding._replace(help=f'put the whole text in straight quotes: " and not {quote[1]}')
    return finding


def _blank(finding: Finding, lines: tuple[str, ...]) -> Finding:
    """A blank of another program, on the line itself or on the one above it that has words."""
    above = next((n for n in range(finding.line - 1, 0, -1) if lines[n - 1].strip()), finding.line)
    for number in (finding.line, above):
        match = _BLANK.match(lines[number - 1]) if number <= len(lines) else None
        if match is not None:
            return Finding(
                finding.rule,
                number,
                match.start(1) + 1,
                f"the blank here is {describe(match[1])}",
                help="delete it and type a blank; it came with a copy from another program",
            )
    return finding
