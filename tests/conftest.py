"""Options and fixtures for all tests."""

import os
from collections.abc import Generator
from pathlib import Path

import pytest

from tests.support.builds import Builder
from tests.support.golden import Golden
from tests.support.specimens import SPECIMENS


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let `make golden` accept what octavo says now."""
    parser.addoption("--update-golden", action="store_true", help="write expected results anew")


def pytest_configure(config: pytest.Config) -> None:
    """Refuse to write expectations where nobody reads them."""
    if config.getoption("--update-golden") and os.environ.get("CI"):
        message = "--update-golden is not for CI: write expectations where you can read them"
        raise pytest.UsageError(message)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Fail what is skipped in CI: there, every tool that a promise is measured with must be installed."""
    report = yield
    if report.skipped and os.environ.get("CI") and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"skipped in CI: {report.longreprtext}"
    return report


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compare with expectations in files, or write these anew."""
    return Golden(is_update=bool(request.config.getoption("--update-golden")))


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Builder:
    """Build made-up publications through the command line, each once in a session."""
    return Builder(shared_folder(tmp_path_factory, "publications"))


@pytest.fixture(scope="session")
def specimens(tmp_path_factory: pytest.TempPathFactory) -> Builder:
    """Build the specimen in each of the proof brands, each once in a session."""
    return Builder(shared_folder(tmp_path_factory, "specimens"), SPECIMENS)


def shared_folder(tmp_path_factory: pytest.TempPathFactory, name: str) -> Path:
    """Give a folder that all processes of the session share, if it runs in several."""
    base = tmp_path_factory.getbasetemp()
    folder = (base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base) / name
    folder.mkdir(exist_ok=True)
    return folder
