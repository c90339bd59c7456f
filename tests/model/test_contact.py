"""Where readers can write: one mail address, or a link of the kinds that may stand in public."""

from __future__ import annotations

import pytest
from pydantic_core import PydanticCustomError

from scorecard.model.lexical import parse_mail

GOOD = ("trust@example.org", "a+b#c%d@example.org", "mailto:trust@example.org", "https://example.org/ask?lang=en")
BAD = ("javascript:alert(1)//@example.org", "data:x@example.org", "a,b@example.org", "a;b@example.org", "[a](b)@c.org")


@pytest.mark.parametrize("text", GOOD)
def test_an_address_or_a_link_is_taken(text: str) -> None:
    """As it was written."""
    assert parse_mail(text) == text


@pytest.mark.parametrize("text", BAD)
def test_no_other_scheme_and_no_two_addresses(text: str) -> None:
    """A colon would make a link of a mail address that leads elsewhere, a comma two addresses."""
    with pytest.raises(PydanticCustomError) as caught:
        parse_mail(text)
    assert caught.value.type == "bad-link"
    assert caught.value.context is not None
    assert caught.value.context["message"] == f"{text!r} is not a public link"
