"""Where a reader's question goes: a letter or a form that already says which page and which figure is meant."""

from __future__ import annotations

from urllib.parse import quote, urlencode, urlsplit, urlunsplit

#: Letters of a subject or a figure: mail programs and servers cut addresses that are much longer.
MOST_LETTERS = 200


def mailto(address: str) -> str:
    """The link of a mail address: a # or % in it would end or change the address."""
    return "mailto:" + quote(address, safe="@!$*+-._~=^|/")


def link(contact: str, subject: str, address: str, figure: str = "") -> str:
    """The company's mailto: or form address with the page's address, and the figure, filled in.

    What the company's own address carries already (a copy to somebody, a parameter of its form) stays. A form gets the
    parameters `page` and, for a figure, `figure`; a form that does not know them shows itself empty.
    """
    parts = urlsplit(contact)
    subject, figure = subject[:MOST_LETTERS], figure[:MOST_LETTERS]
    if parts.scheme.lower() == "mailto":
        kept = (piece for piece in parts.query.split("&") if piece)
        own = [piece for piece in kept if not piece.lower().startswith(("subject=", "body="))]
        body = "\r\n".join([*([figure] if figure else []), address, "", ""])
        filled = [f"subject={quote(subject, safe='')}", f"body={quote(body, safe='')}"]
        return f"mailto:{parts.path}?{'&'.join([*own, *filled])}"
    given = {"page": address, **({"figure": figure} if figure else {})}
    query = "&".join(piece for piece in (parts.query, urlencode(given, quote_via=quote)) if piece)
    return urlunsplit((parts.scheme, parts.netloc, parts.path, query, parts.fragment))
