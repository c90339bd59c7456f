"""What all tests share: golden files, the folder of shared material, and a calm hypothesis."""

import signal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.golden import Golden

REPOSITORY = Path(__file__).resolve().parent.parent

# No claim of ours is about seconds in a test, so a slow machine is not a failure.
settings.register_profile("calm", deadline=None, print_blob=True, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("calm")

# Started in the background by a shell, we would be deaf to Ctrl+C, and so would the programs that tests interrupt.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add --bless."""
    parser.addoption("--bless", action="store_true", help="accept the output as it is now as the golden output")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """`golden(path, text_or_bytes)` and `golden.tree(folder, {name: content})`; `make bless` accepts."""
    return Golden(request.path.parent, bool(request.config.getoption("--bless")))


@pytest.fixture(scope="session")
def repository() -> Path:
    """The root of this repository."""
    return REPOSITORY


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of shared material beside the repository; the test is skipped where it is missing."""
    folder = REPOSITORY.parent / "shared"
    if not folder.is_dir():
        pytest.skip("there is no ../shared beside this repository")
    return folder
