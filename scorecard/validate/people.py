"""What in a text may lead to a person: addresses, numbers, names with a title."""

from __future__ import annotations

import re
from collections.abc import Iterator
from ipaddress import ip_address

#: Where it starts, what was found, and what it is in words.
Find = tuple[int, str, str]

_MAIL = re.compile(r"[\w.+%'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}")
#: Before a password in an address, which is a secret and no mail address.
_LOGIN = re.compile(r"://[^\s/\x00]{0,100}:\Z")
_NUMBER = re.compile(r"(?<![\w.,:/#-])\+?[(\d][\d ()./\u00a0-]{6,30}\d(?![\w:]|[.,]\d)")
_PHONE = (
    re.compile(r"\+\d[\d ()./\u00a0-]+"),
    re.compile(r"\(0?\d{2,5}\)[ /\u00a0-]?\d[\d /\u00a0-]+"),
    re.compile(r"0[1-9]\d{0,4}[ /\u00a0-]\d[\d /\u00a0-]+"),
    re.compile(r"00[1-9]\d[\d /\u00a0-]+"),
    re.compile(r"[2-9]\d\d[-.][2-9]\d\d[-.]\d{4}"),
)
_CARD = re.compile(r"(?<![\w.,-])[3-6]\d{3}(?:[ \u00a0-]?\d){9,15}(?![\w-]|[.,]\d)")
_IBAN = re.compile(r"\b[A-Z]{2}\d{2}(?:[ \u00a0]?[A-Z0-9]){11,30}\b")
_ADDRESS = re.compile(
    r"(?<![\w.:])(?:\d{1,3}(?:\.\d{1,3}){3}|[0-9A-Fa-f]{0,4}(?::[0-9A-Fa-f]{0,4}){2,7})(?![\w:]|\.\d)"
)
_NAME = re.compile(
    r"\b(?:Mrs?|Ms|Miss|Mx|Mister|Herr|Frau|Signora?|Madame|Monsieur|Mme|Mlle|Se[ñn]ora?|Sra?|Sig(?:\.ra)?|Dott(?:\.ssa)?)"
    r"\b\.?[ \u00a0]+[^\W\d_a-zß-öø-ÿ][^\W\d_]+(?:[ \u00a0-][^\W\d_a-zß-öø-ÿ][^\W\d_]+){0,2}"
)
#: A quick look before the long ones: a title; four digits with little between them.
_TITLES: tuple[str, ...] = (
    "Mr",
    "Ms",
    "Miss",
    "Mister",
    "Mx",
    "Mme",
    "Mlle",
    "Madame",
    "Monsieur",
    "Herr",
    "Frau",
    "Sig",
    "Dott",
)
_TITLES += ("Senor", "Señor", "Sr")
_DIGITS = re.compile(r"\d(?:[^\w\x00]{0,2}\d){3}")
_DAY = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}")


def people(text: str) -> Iterator[Find]:
    """Everything in a text that may belong to a person, in the order of the kinds."""
    if any(title in text for title in _TITLES):
        yield from ((match.start(), match[0], "a person's name") for match in _NAME.finditer(text))
    if "@" in text:
        mails = (match for match in _MAIL.finditer(text) if not _LOGIN.search(text, 0, match.start()))
        yield from ((match.start(), match[0], "a mail address") for match in mails)
    if _DIGITS.search(text) is None and "::" not in text:
        return
    taken: list[tuple[int, int]] = []
    for match in _CARD.finditer(text):
        if _luhn(match[0]):
            taken.append(match.span())
            yield match.start(), match[0], "a card number"
    for match in _IBAN.finditer(text):
        found = _iban(match[0])
        if found:
            taken.append(match.span())
            yield match.start(), found, "a bank account number"
    for match in _ADDRESS.finditer(text):
        if _is_address(match[0]):
            taken.append(match.span())
            yield match.start(), match[0], "a network address"
    for match in _NUMBER.finditer(text):
        if _is_phone(match[0]) and not any(start < match.end() and match.start() < end for start, end in taken):
            yield match.start(), match[0], "a telephone number"


def _luhn(text: str) -> bool:
    digits = [int(char) for char in text if char.isdigit()][::-1]
    odd, even = digits[0::2], digits[1::2]
    return (sum(odd) + sum(sum(divmod(2 * digit, 10)) for digit in even)) % 10 == 0 and len(set(digits)) > 1


def _iban(text: str) -> str:
    """The account number at the beginning of a text, whatever its length; empty when no checksum fits."""
    for end in range(len(text), 14, -1):
        bare = re.sub(r"[ \u00a0]", "", text[:end])
        if text[end - 1].isalnum() and 15 <= len(bare) <= 34:
            number = "".join(str(int(char, 36)) for char in bare[4:] + bare[:4])
            if int(number) % 97 == 1:
                return text[:end]
    return ""


def _is_address(text: str) -> bool:
    if "." not in text and text.count(":") < 7 and "::" not in text:
        return False
    try:
        return not ip_address(text).is_unspecified
    except ValueError:
        return False


def _is_phone(text: str) -> bool:
    digits = sum(char.isdigit() for char in text)
    return 8 <= digits <= 15 and any(one.fullmatch(text) for one in _PHONE) and not _DAY.fullmatch(text)
