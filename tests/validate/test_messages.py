"""Every message as people see it, read once and accepted; `make bless` accepts a change."""

from pathlib import Path

from scorecard import validate
from scorecard.present import diagnostics
from scorecard.validate.docs import files
from tests.golden import Golden
from tests.validate.projects import problems


def test_the_messages_of_all_wrong_examples(golden: Golden, tmp_path: Path) -> None:
    """One piece of text a rule, in the order of the codes."""
    shown = []
    for info in validate.infos():
        found = problems(tmp_path / info.rule, files(info.wrong))
        shown.append(diagnostics.named("text")(found))
    golden("golden/messages.txt", "\n".join(shown))
