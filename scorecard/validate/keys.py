"""Keys, tokens and passwords by the shapes their makers gave them."""

from __future__ import annotations

import re
from collections.abc import Iterator

_KINDS = {
    "private": ("a private key", r"-----BEGIN (?:[A-Z0-9]{1,20} ){0,3}PRIVATE KEY(?: BLOCK)?-----"),
    "amazon": ("an access key of Amazon", r"\b(?:AKIA|ASIA)[A-Z0-9]{16}\b"),
    "github": ("a token of GitHub", r"\b(?:gh[pousr]_[A-Za-z0-9]{30,255}|github_pat_[A-Za-z0-9_]{40,255})"),
    "gitlab": ("a token of GitLab", r"\bglpat-[A-Za-z0-9_-]{20,64}"),
    "slack": ("a token of Slack", r"\bxox[abeprs]-[A-Za-z0-9-]{10,200}"),
    "hook": ("a web hook of Slack", r"\bhooks\.slack\.com/services/[A-Za-z0-9/]{20,100}"),
    "google": ("a key of Google", r"\bAIza[A-Za-z0-9_-]{35}"),
    "stripe": ("a key of Stripe", r"\b[rs]k_(?:live|test)_[A-Za-z0-9]{16,200}"),
    "openai": ("a key of an AI service", r"\bsk-(?:proj-|ant-)?[A-Za-z0-9_-]{32,200}"),
    "npm": ("a token of npm", r"\bnpm_[A-Za-z0-9]{36}\b"),
    "jwt": ("a signed token", r"\beyJ[A-Za-z0-9_-]{10,2000}\.eyJ[A-Za-z0-9_-]{10,2000}\.[A-Za-z0-9_-]{10,2000}"),
    "login": ("a password in an address", r"\b[a-z][a-z0-9+.-]{1,20}://[^\s/:@\x00]{1,100}:[^\s/@\x00]{3,100}@"),
    "word": (
        "a password",
        r"(?i:\b(?:password|passwd|pwd|passphrase|secret|api[_-]?key|access[_-]?token|client[_-]?secret|auth[_-]?token"
        r"|passwort|kennwort))(?:\s?=\s?|:\s?(?=\S*\d))[\"']?[^\s\"'<>{}\x00]{6,200}",
    ),
}
_ANY = re.compile("|".join(f"(?P<{name}>{pattern})" for name, (_, pattern) in _KINDS.items()))
#: One of these stands in every secret above: a quick look that spares the long one. The second group in small letters.
_SIGNS: tuple[str, ...] = (
    "-----BEGIN",
    "AKIA",
    "ASIA",
    "ghp_",
    "gho_",
    "ghu_",
    "ghs_",
    "ghr_",
    "_pat_",
    "glpat-",
    "xox",
    "hooks.slack",
)
_SIGNS += ("AIza", "k_live_", "k_test_", "sk-", "npm_", "eyJ", "@")
_WORDS = ("passw", "pwd", "passphrase", "secret", "api", "token", "kennwort")


def suspicious(text: str) -> bool:
    """A quick look: whether a text may hold a secret."""
    small = text.lower()
    return any(sign in text for sign in _SIGNS) or any(word in small for word in _WORDS)


def secrets(text: str) -> Iterator[tuple[int, str, str]]:
    """Where a secret starts, the secret, and what it is in words."""
    if not suspicious(text):
        return
    for match in _ANY.finditer(text):
        yield match.start(), match[0], _KINDS[match.lastgroup or "word"][0]
