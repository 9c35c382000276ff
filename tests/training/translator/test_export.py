"""An exported translator says what the network says."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

torch = pytest.importorskip("torch")
pytest.importorskip("transformers")
pytest.importorskip("sentencepiece")

from audit.training.translator.direction import Direction, directions
from audit.training.translator.export import BEAM, export
from audit.training.translator.network import Size, network
from audit.training.translator.pieces import Pieces
from audit.training.translator.validation import translations
from tests.training.translator.conftest import LAYERS, STEPS, WIDTH, Trained
from tests.training.translator.texts import PAIRS

BOTH = directions("es-en", both=True)
UNSEEN = ("El niño come en Madrid.", "The river is cold.", "¡ÑANDÚ! 1945", "")


@pytest.fixture(scope="module")
def held(trained: Trained) -> Any:  # noqa: ANN401 - torch is optional
    """The trained network in torch."""
    pieces = Pieces(trained.work / "spm.model")
    made = network(Size(encoder=LAYERS[0], decoder=LAYERS[1], width=WIDTH), pieces.pad, pieces.eos).eval()
    made.load_state_dict(torch.load(trained.work / f"weights-{STEPS:08}.pt", weights_only=True))
    return made


def greedy(held: Any, pieces: Pieces, text: str, way: Direction) -> str:  # noqa: ANN401 - torch is optional
    """Torch's own greedy translation."""
    ids = torch.tensor([[pieces.id(way.tag), *pieces.encode([text])[0], pieces.eos]])
    with torch.no_grad():
        said = held.generate(  # CTranslate2 says at least one piece
            ids, num_beams=1, do_sample=False, min_new_tokens=1, max_new_tokens=60, suppress_tokens=[pieces.pad]
        )
    return pieces.decode([pieces.names()[at] for at in said[0].tolist() if at not in {pieces.pad, pieces.eos}])


@pytest.mark.parametrize("way", BOTH, ids=lambda way: way.name)
def test_the_float_export_says_what_torch_says(held: Any, trained: Trained, way: Direction, tmp_path: Path) -> None:  # noqa: ANN401
    """Token for token, for texts it knows and texts it does not."""
    pieces = Pieces(trained.work / "spm.model")
    export(held, trained.work / "spm.model", BOTH, tmp_path, "float32")
    texts = [*(pair[way.source != "es"] for pair in PAIRS), *UNSEEN]
    assert translations(tmp_path, texts, way, 1) == [greedy(held, pieces, text, way) for text in texts]


def test_the_folder_says_how_it_is_used(trained: Trained) -> None:
    """Pairs, tags and a revision that is made of the weights."""
    revision = hashlib.sha256((trained.engine / "model.bin").read_bytes()).hexdigest()[:12]
    assert json.loads((trained.engine / "engine.json").read_text("utf-8")) == {
        "pairs": ["es-en", "en-es"],
        "tags": {"en": "<2en>", "es": "<2es>"},
        "beam": BEAM,
        "revision": revision,
    }
    names = {path.name for path in trained.engine.iterdir()}
    assert names >= {"model.bin", "config.json", "shared_vocabulary.json", "spm.model", "engine.json"}
    vocabulary = json.loads((trained.engine / "shared_vocabulary.json").read_text("utf-8"))
    assert vocabulary == Pieces(trained.engine / "spm.model").names()


def test_an_export_is_reproducible(held: Any, trained: Trained, tmp_path: Path) -> None:  # noqa: ANN401
    """The same weights give the same revision, that of the run, and less than half the size."""
    spm = trained.work / "spm.model"
    assert (
        export(held, spm, BOTH, tmp_path) == json.loads((trained.engine / "engine.json").read_text("utf-8"))["revision"]
    )
    small = (tmp_path / "model.bin").stat().st_size
    export(held, spm, BOTH, tmp_path, "float32")
    assert small < 0.5 * (tmp_path / "model.bin").stat().st_size
