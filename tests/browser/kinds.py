"""One page of every kind of the example, and the ways it is looked at."""

#: Addresses; the page for wrong addresses is one that does not exist.
KINDS = (
    *("", "quarters/", "quarters/2026-q3/", "quarters/2024-q2/", "incidents/", "incidents/by-quarter/2026-q3/"),
    *("incidents/2025-01-13-smart-meters-overbilled/", "incidents/2026-11-22-islands-on-generators/", "promises/"),
    *("dialogue/", "risks/", "decisions/", "outcomes/", "audiences/community/", "corrections/", "method/"),
    *("method/glossary/", "data/", "sums/", "search/?q=bills", "subscribe/", "about/", "404.html"),
    *("it/", "it/quarters/2026-q3/", "it/sums/"),
)
WIDTHS = (1440, 768, 360)
SCHEMES = ("light", "dark")
#: Two looks hold every width-bound layout's ends and both palettes; the others are for `make browser-all`.
QUICK = (("light", 1440), ("dark", 360))
REST = tuple((scheme, width) for scheme in SCHEMES for width in WIDTHS if (scheme, width) not in QUICK)
