"""The Jinja environment: a project's own templates first, then the packaged ones; text from data is never markup.

What a template is given: the fields of its page's context dataclass by their own names, and
`page` (the Page: uri, title, kind …) and `site` (the Site: name, pages). What it may use besides Jinja's own:

`{{ uri | url }}`           link from this page to an address of the site ('' is home); relative, so any host serves it;
                            an address of a page leads to that page in this page's language
`{{ link | href }}`         a link from data; only http, https and mailto pass
`{{ text | paragraphs }}`   text from data as <p> elements, split at empty lines; marked as below
`<b{{ staff() }}>`          marks the text of an element as staff's own: in pages of another language than theirs, it
                            says which language it is in; nothing elsewhere
`{{ value | number }}`      a float for an SVG attribute: at most two decimals, no exponent

A macro that uses `url` or `say` must be imported `with context`; others are better without, they are then read once.
`packaged/NAME` names the packaged template behind an override, so that a project's `home.html.jinja` can say
`{% extends "packaged/home.html.jinja" %}`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import cast

import jinja2
from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from markupsafe import Markup, escape

_SCHEMES = ("https://", "http://", "mailto:")
_EMPTY_LINE = re.compile(r"\n[ \t]*\n")
_NO_PATH = re.compile(r"[:\\\s?]")
#: How a line of a list begins, in whatever markup it was written.
_LIST = re.compile(r"\s*(?:[-*+•>#|]|\d{1,3}[.)]\s)")


class TemplateProblem(Exception):  # noqa: N818 - a problem is what people are told
    """A template cannot be used: which file, which line, what is wrong."""

    def __init__(self, file: str, line: int, message: str) -> None:
        super().__init__(f"{file}:{line}: {message}")
        self.file, self.line, self.message = file, line, message


def packaged_templates() -> Path:
    """The templates that came with this package: inside it in a wheel, beside it in a checkout."""
    package = Path(__file__).resolve().parent.parent
    inside = package / "site_templates"
    return inside if inside.is_dir() else package.parent / "site_templates"


def template_folders(project: Path) -> tuple[Path, ...]:
    """Where templates are looked for, first to last: the project's own site_templates/, then the packaged ones."""
    own, packaged = (project / "site_templates").resolve(), packaged_templates()
    return (own, packaged) if own.is_dir() and own != packaged else (packaged,)


def relative(target: str, page: str) -> str:
    """A relative link from a page ('', 'a/b/') to an address of the site ('' is home, 'a/b/', 'a/data.csv', 'a/#x').

    Raises ValueError for an address that is not one of the site.
    """
    path, mark, anchor = target.partition("#")
    if path.startswith(("/", ".")) or _NO_PATH.search(path):
        raise ValueError(f"{target!r} is not an address of this site")
    if path == page and anchor:
        return mark + anchor
    here, there = page.split("/")[:-1], path.split("/")
    folders, name = there[:-1], there[-1]
    same = 0
    while same < min(len(here), len(folders)) and here[same] == folders[same]:
        same += 1
    steps = [".."] * (len(here) - same) + folders[same:]
    return ("/".join([*steps, name]) or "./") + mark + anchor


@jinja2.pass_context
def _url(context: jinja2.runtime.Context, target: str) -> str:
    page = context.get("page")
    if page is None:
        raise jinja2.TemplateRuntimeError("`url` does not know the page here: import this macro `with context`")
    path = target.partition("#")[0]
    is_page = not path or path.endswith("/")  # files stand once, for all languages
    return relative(page.folder + target if is_page else target, page.uri)


def _href(link: str) -> str:
    if not link.lower().startswith(_SCHEMES):
        raise jinja2.TemplateRuntimeError(f"{link[:60]!r} is no link for the public: only http, https and mailto are")
    return link


@jinja2.pass_context
def _staff(context: jinja2.runtime.Context) -> Markup:
    """The attributes of an element with text from data, which is in the first language of the site."""
    page, site = context.get("page"), context.get("site")
    if page is None or site is None or not page.folder or not site.languages:
        return Markup("")
    first, here = site.languages[0], next(one for one in site.languages if one.folder == page.folder)
    turned = Markup(' dir="{}"').format(first.direction) if first.direction != here.direction else Markup("")
    return Markup(' lang="{}"').format(first.code) + turned


@jinja2.pass_context
def _paragraphs(context: jinja2.runtime.Context, text: str, lang: str = "") -> Markup:
    """`lang` is the language of a text that somebody else wrote, stated on an element around it."""
    marks = Markup("") if lang else _staff(context)
    here = _direction(context) if "dir=" not in marks else ""
    pieces = (piece.strip() for piece in _EMPTY_LINE.split(text.strip()))
    return Markup("\n").join(
        Markup("<p") + marks + _turned(piece, here) + Markup(">") + _flowing(piece) + Markup("</p>")
        for piece in pieces
        if piece
    )


def _direction(context: jinja2.runtime.Context) -> str:
    """ltr or rtl: how the page runs."""
    page, site = context.get("page"), context.get("site")
    languages = site.languages if page is not None and site is not None else ()
    return next((one.direction for one in languages if one.folder == page.folder), "ltr")


def _turned(text: str, here: str) -> Markup:
    """`dir` for a paragraph whose first letter runs against the page: people write in any script."""
    if not here or (here == "ltr" and text.isascii()):
        return Markup("")
    strong = (kind for kind in map(unicodedata.bidirectional, text) if kind in ("L", "R", "AL"))
    runs = "ltr" if next(strong, "L" if here == "ltr" else "R") == "L" else "rtl"
    return Markup("") if runs == here else Markup(' dir="{}"').format(runs)


def _flowing(piece: str) -> Markup:
    """One paragraph: people break lines where their editor ends, so only a line that begins like a list's stays one."""
    first, *others = piece.split("\n")
    words = escape(first)
    for line in others:
        words += (Markup("<br>\n") if _LIST.match(line) else Markup("\n")) + escape(line)
    return words


def _number(value: float) -> str:
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def escaped(value: object) -> str:
    """What `escape` gives; a text without a special character is itself, which is four times as fast."""
    kind = type(value)
    if kind is str:
        text = cast(str, value)
        if not ("&" in text or "<" in text or ">" in text or '"' in text or "'" in text):
            return text
    elif kind is Markup:
        return cast(Markup, value)
    return escape(value)


class _Generator(CodeGenerator):
    """Lets compiled templates escape by `escaped`. Where Jinja stops asking this, they escape as Jinja does."""

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape or finalize.src is not None:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write("environment.escaped(")


class _Environment(jinja2.Environment):
    code_generator_class = _Generator
    escaped = staticmethod(escaped)


def environment(folders: Sequence[Path]) -> jinja2.Environment:
    """A new environment over these folders, first to last."""
    loaders: list[jinja2.BaseLoader] = [jinja2.FileSystemLoader(folders)]
    loaders.append(jinja2.PrefixLoader({"packaged": jinja2.FileSystemLoader(folders[-1])}))
    made = _Environment(
        loader=jinja2.ChoiceLoader(loaders),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
        auto_reload=False,
    )
    made.filters.update(url=_url, href=_href, paragraphs=_paragraphs, number=_number)
    made.globals.update(staff=_staff)
    return made


def render(env: jinja2.Environment, name: str, context: Mapping[str, object], folders: Sequence[Path]) -> str:
    """One template with its context. Raises TemplateProblem with file and line for any fault in it."""
    try:
        return env.get_template(name).render(context)
    except jinja2.TemplateNotFound as error:
        raise TemplateProblem(name, 1, f"there is no template {str(error)!r}") from error
    except jinja2.TemplateSyntaxError as error:
        file = error.filename or error.name or name
        raise TemplateProblem(_shown(file, folders), error.lineno, error.message or "not a template") from error
    except Exception as error:
        file, line = _spot(error, name)
        raise TemplateProblem(_shown(file, folders), line, _told(error)) from error


def _told(error: Exception) -> str:
    text = str(error).splitlines()[0] if str(error) else "no reason given"
    return text if isinstance(error, jinja2.TemplateError | ValueError) else f"{type(error).__name__}: {text}"


def _spot(error: Exception, name: str) -> tuple[str, int]:
    """The innermost line of a template that the error went through."""
    file, line, step = name, 1, error.__traceback__
    while step is not None:
        where = step.tb_frame.f_code.co_filename
        if where.endswith(".jinja"):
            file, line = where, step.tb_lineno
        step = step.tb_next
    return file, line


def _shown(file: str, folders: Sequence[Path]) -> str:
    """The file as a person knows it: from site_templates/ on."""
    for folder in folders:
        if Path(file).is_relative_to(folder):
            return (Path("site_templates") / Path(file).relative_to(folder)).as_posix()
    return file
