"""Translation by models of transformers."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from audit import plugins
from audit.engine import Engine
from audit.errors import EngineError
from tests.engines import translation_models
from tests.engines.translation_models import PAIRS

pytest.importorskip("torch")
pytest.importorskip("transformers")


def hf(model: str | Path, timeout: float = 60.0) -> Engine:
    """The engine of a model, made as the command line makes it."""
    return plugins.engine(f"hf:{model}", timeout=timeout)


def failure(engine: Engine) -> str:
    """The one line of an engine that cannot translate."""
    with pytest.raises(EngineError) as raised:
        engine.translate(["El perro come."], "es", "en")
    told = str(raised.value)
    assert "\n" not in told
    assert told.startswith(f"engine {engine.name}: ")
    return told.removeprefix(f"engine {engine.name}: ")


def test_it_translates_both_ways(trained: Path) -> None:
    """The tag tells the model which."""
    engine = hf(trained)
    assert isinstance(engine, Engine)
    assert engine.unavailable("es", "en") is None
    assert engine.translate([es for es, _ in PAIRS], "es", "en") == [en for _, en in PAIRS]
    assert engine.translate([en for _, en in PAIRS], "en", "es") == [es for es, _ in PAIRS]


def test_texts_keep_their_paragraphs_and_stay_in_order(trained: Path) -> None:
    """One translation a text, with its line breaks; what is blank stays so."""
    texts = ["Hoy llueve.\n\nLa casa es roja. El perro come.\n", "", " \n"]
    assert hf(trained).translate(texts, "es", "en") == ["It rains.\n\nThe house is red. The dog eats.\n", "", " \n"]


def test_it_gives_what_ctranslate2_gives(trained: Path, converted: Path) -> None:
    """Of the same weights; a text far longer than the model can read is cut and comes back too."""
    texts = [es for es, _ in PAIRS]
    engine = hf(trained)
    assert engine.translate(texts, "es", "en") == plugins.engine(f"ct2:{converted}").translate(texts, "es", "en")
    assert engine.translate(["perro " * 200, "x" * 300, "\0", "a\ud800b"], "es", "en")[0].strip()


@pytest.mark.parametrize("kind", ["m2m100", "nllb", "mbart50"])
def test_a_multilingual_model_writes_the_language_asked_for(tmp_path: Path, kind: str) -> None:
    """The same sentence comes out otherwise in another, and the same again in the same and in other company."""
    pytest.importorskip("transformers", minversion="5")
    engine = hf(getattr(translation_models, kind)(tmp_path))
    english = engine.translate(["Hoy llueve.", "La casa es roja."], "es", "en")
    assert engine.translate(["Hoy llueve."], "es", "fr") != english[:1]
    assert engine.translate(["La casa es roja."], "es", "en") == english[1:]
    assert engine.unavailable("es", "tlh") is not None


def test_closing_frees_it_for_a_while(trained: Path) -> None:
    """It may be used again afterwards, with the same revision."""
    engine = hf(trained)
    revision = engine.revision
    assert len(revision) == 12
    engine.close()
    assert engine.translate(["Hoy llueve."], "es", "en") == ["It rains."]
    assert engine.revision == revision


def test_naming_a_model_loads_nothing() -> None:
    """Neither torch nor transformers, nor numpy, is there before it is asked for something."""
    code = "import sys; from audit import plugins; plugins.engine('hf:a/b'); print({'torch', 'numpy'} & {*sys.modules})"
    assert subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout == "set()\n"


def test_a_pair_it_has_not_is_told(trained: Path) -> None:
    """With what it was made for."""
    engine = hf(trained)
    assert engine.unavailable("es", "fr") == "the model has no pair es-fr: it was made for mul-en/es"
    with pytest.raises(EngineError, match="has no pair es-fr"):
        engine.translate(["Hoy llueve."], "es", "fr")


def test_a_slow_batch_is_told(trained: Path) -> None:
    """Nothing comes in no time."""
    told = "a batch took longer than 0 s – raise engine-timeout, or choose another --engine"
    assert failure(hf(trained, timeout=0.0)) == told


def test_without_the_extra_it_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a machine where torch is missing; the reason is the same to `audit engines`."""
    monkeypatch.setitem(sys.modules, "torch", None)
    told = "torch is not installed – pip install 'mt-audit[neural]'"
    assert hf(tmp_path).unavailable("es", "en") == told
    assert failure(hf(tmp_path)) == told


def test_what_is_no_model_is_told(trained: Path, tmp_path: Path) -> None:
    """No folder, an empty one, another kind of model, weights or tokenizer that are not there."""
    assert failure(hf(tmp_path / "nowhere")) == "there is no such folder"
    assert failure(hf(tmp_path)) == "the folder holds no config.json – name one that save_pretrained wrote"
    (tmp_path / "config.json").write_text(json.dumps({"model_type": "t5"}), "utf-8")
    kinds = "MarianMT, M2M100 and NLLB, mBART-50"
    assert failure(hf(tmp_path)) == f"cannot translate with a model of type t5 – the kinds that can: {kinds}"
    folder = Path(shutil.copytree(trained, tmp_path / "copy"))
    (folder / "model.safetensors").unlink()
    assert failure(hf(folder)).startswith("cannot load the model: ")
    (folder / "vocab.json").unlink()
    assert failure(hf(folder)).startswith("cannot load the tokenizer: ")


def test_weights_without_a_tokenizer_are_told(tmp_path: Path) -> None:
    """What transformers makes up in its place reads nothing."""
    pytest.importorskip("transformers", minversion="5")
    folder = translation_models.nllb(tmp_path)
    for name in ("tokenizer.json", "tokenizer_config.json"):
        (folder / name).unlink()
    assert "tokenizer" in failure(hf(folder))  # who notices first depends on the version of transformers


def test_a_model_out_of_reach_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that is no folder is looked for on the hub, which is off here."""
    import huggingface_hub.constants

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(huggingface_hub.constants, "HF_HUB_OFFLINE", True)
    assert failure(hf("nobody/no-such-model")).startswith("neither a folder here nor to be had from the hub: ")
