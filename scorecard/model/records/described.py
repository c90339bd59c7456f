"""What the fields of records mean: the docstring under each field, read from the source when somebody asks.

Pydantic could collect them while the classes are made; every command would wait for it (decisions/0160).
"""

import ast
import inspect
import textwrap
from functools import cache
from itertools import pairwise

from scorecard.model.records.base import Record


@cache
def descriptions(record: type[Record]) -> dict[str, str]:
    """The fields of a record, by their name in Python, with what is written under each; no entry where nothing is.

    Fields that a record takes over from another are described there.
    """
    found: dict[str, str] = {}
    for one in reversed(record.__mro__):
        if one is not Record and issubclass(one, Record):
            found |= _written(one)
    return found


def _written(record: type[Record]) -> dict[str, str]:
    (tree,) = ast.parse(textwrap.dedent(inspect.getsource(record))).body
    body = tree.body if isinstance(tree, ast.ClassDef) else []
    return {
        field.target.id: inspect.cleandoc(below.value.value)
        for field, below in pairwise(body)
        if isinstance(field, ast.AnnAssign)
        and isinstance(field.target, ast.Name)
        and isinstance(below, ast.Expr)
        and isinstance(below.value, ast.Constant)
        and isinstance(below.value.value, str)
    }
