"""One trained model for all tests here: it takes two seconds to make."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.engines import translation_models
from tests.engines.translation_models import TAGS


@pytest.fixture(scope="session")
def trained(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A MarianMT that translates PAIRS both ways, told the language by a tag."""
    torch = pytest.importorskip("torch")
    pytest.importorskip("transformers")
    torch.set_num_threads(1)
    folder = tmp_path_factory.mktemp("trained")
    return translation_models.marian(folder, "mul", "mul", tuple(TAGS.values()), steps=100)


@pytest.fixture(scope="session")
def converted(trained: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same for CTranslate2."""
    folder = tmp_path_factory.mktemp("converted") / "model"
    return translation_models.ct2(folder, trained, pairs=["es-en", "en-es"], tags=TAGS, revision="7")
