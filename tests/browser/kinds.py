"""One page of every kind of the example, and the ways it is looked at."""

#: Addresses; the page for wrong addresses is one that does not exist.
KINDS = (
    *("", "quarters/", "quarters/2026-q3/", "quarters/2024-q2/", "incidents/", "incidents/by-quarter/2026-q3/"),
    *("incidents/2025-01-13-smart-meters-overbilled/", "incidents/2026-11-22-islands-on-generators/", "promises/"),
    *("dialogue/", "risks/", "decisions/", "outcomes/", "audiences/community/", "corrections/", "method/"),
    *("method/glossary/", "data/", "sums/", "search/?q=bills", "subscribe/", "about/", "404.html"),
)
WIDTHS = (1440, 768, 360)
SCHEMES = ("light", "dark")
