"""The one setting of mkdocs.yml that commands without a site need, read without MkDocs (a fifth of a second)."""

from __future__ import annotations

from collections import ChainMap
from datetime import date

import yaml

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def held(settings: bytes) -> str | None:
    """The as_of of the plugin as it is written.

    None where it does not stand there plainly: tags, another file inherited from, something that is no moment.
    Then MkDocs has to be asked.
    """
    try:
        read = yaml.load(settings, Loader=LOADER)  # noqa: S506, either loader is a safe one
        plugins = read["plugins"]
        options = plugins if isinstance(plugins, dict) else ChainMap(*(one for one in plugins if isinstance(one, dict)))
        given = options["scorecard"]["as_of"]
    except (yaml.YAMLError, ValueError, RecursionError, LookupError, TypeError):
        return None
    return str(given) if isinstance(given, str | date) else None
