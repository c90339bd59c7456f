"""What all records share, and the pieces several of them use."""

from collections.abc import Mapping as MappingABC
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Discriminator, Field, Tag

from scorecard.model.annotations import Shorthand
from scorecard.model.lexical import Id, Line, Link, Moment, Text, Words


class Record(BaseModel):
    """A frozen record. Keys that are not named are refused; docstrings of the fields describe them to editors."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, defer_build=True)


class FileRecord(Record):
    """A record with a file of its own; the file name is its id."""

    id: Id | None = None
    """The file name without its ending; may be left out."""
    private_note: Annotated[Text | None, Field(exclude=True)] = None
    """A note for the team: dropped while reading, so it never leaves the repository."""
    company_comment: Text | None = None
    """The company's own words beside this record; no effect on any number."""
    publish_at: Moment | None = None
    """Held back until then: checked like all others, but in no output."""


def _either_spelling(schema: dict[str, Any]) -> None:
    """The one key with a dash; readers take it with an underscore too."""
    key = schema["properties"]["not-applicable"]
    schema["properties"]["not_applicable"] = {**key, "doNotSuggest": True}
    del schema["required"]
    schema["oneOf"] = [{"required": [name]} for name in ("not-applicable", "not_applicable")]


class NotApplicable(Record):
    """Says why a thing does not apply, instead of leaving a hole."""

    model_config = ConfigDict(json_schema_extra=_either_spelling)

    not_applicable: Annotated[Line, Field(alias="not-applicable")]
    """The reason, in words for the public."""


def _kind(value: Any) -> str:
    keys = value if isinstance(value, MappingABC) else ()
    return (
        "none" if isinstance(value, NotApplicable) or "not-applicable" in keys or "not_applicable" in keys else "given"
    )


#: Marks for fields that hold either the given thing or {not-applicable: reason}:
#: Annotated[Annotated[Thing, GIVEN] | Reasoned, EITHER].
GIVEN = Tag("given")
Reasoned = Annotated[NotApplicable, Tag("none")]
EITHER = Discriminator(_kind)


def keep_list(value: Any) -> Any:
    """A single value where a list may stand is a list of one."""
    return [value] if isinstance(value, (str, MappingABC)) else value


#: Annotation of a list.
ONE_OR_MANY = Shorthand(keep_list, lambda many: {"anyOf": [many, many["items"]]})
Ids = Annotated[tuple[Id, ...], ONE_OR_MANY]
Lines = Annotated[tuple[Line, ...], ONE_OR_MANY]
Links = Annotated[tuple[Link, ...], ONE_OR_MANY]
Audience = Annotated[
    str,
    Words(
        customers="People and firms that the company serves.",
        community="People who live with the company, customers or not.",
        staff="People who work for the company.",
        agencies="Authorities and bodies that watch over it.",
    ),
]
AUDIENCES = ("customers", "community", "staff", "agencies")
Severity = Annotated[
    str,
    Words(
        critical="Safety at risk, or most customers without the service.",
        major="Many customers without a service they need, or data of people in wrong hands.",
        minor="Few customers, or a nuisance.",
    ),
]
SEVERITIES = ("critical", "major", "minor")
