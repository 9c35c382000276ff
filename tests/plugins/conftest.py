"""The example's package, installed once for all tests."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.plugins.installing import EXAMPLE, install


@pytest.fixture(scope="session")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that it is installed in."""
    folder = tmp_path_factory.mktemp("installed")
    install(EXAMPLE, folder)
    return folder
