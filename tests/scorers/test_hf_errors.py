"""What cannot be read is told in one line that says how to mend it."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from audit import plugins
from audit.cli import main
from audit.document import Paragraph
from audit.errors import PluginError
from tests.scorers import hf_models
from tests.scorers.hf_models import SEEN

pytest.importorskip("torch")
pytest.importorskip("transformers")


def failure(model: str | Path) -> str:
    """The one line of a scorer that cannot score."""
    scorer = plugins.scorer(f"hf:{model}")
    with pytest.raises(PluginError) as raised:
        scorer.score([Paragraph(index=0, start=0, end=len(SEEN), text=SEEN)], "en")
    told = str(raised.value)
    assert "\n" not in told
    assert told.startswith(f"scorer hf:{model}: ")
    return told.removeprefix(f"scorer hf:{model}: ")


def configure(folder: Path, **changes: object) -> Path:
    """Change settings in a folder's config.json."""
    path = folder / "config.json"
    path.write_text(json.dumps(json.loads(path.read_text("utf-8")) | changes), "utf-8")
    return folder


def test_without_the_extra_it_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a machine where torch is missing."""
    monkeypatch.setitem(sys.modules, "torch", None)
    assert failure(tmp_path) == "torch is not installed – pip install 'mt-audit[neural]'"


@pytest.mark.parametrize("model", ["/nowhere/at/all", "./nowhere", "~/nowhere/at/all", "a/b/c"])
def test_a_missing_folder_is_told(model: str) -> None:
    """What looks like a path is not asked of the hub."""
    assert failure(model) == "there is no such folder"


def test_a_model_out_of_reach_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that is no folder is looked for on the hub, which is off here."""
    import huggingface_hub.constants

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(huggingface_hub.constants, "HF_HUB_OFFLINE", True)
    assert failure("nobody/no-such-model").startswith("neither a folder here nor to be had from the hub: ")


def test_a_model_of_the_hub_is_pinned_to_its_commit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One taken from the hub before is read from the cache, and its commit is the revision."""
    import huggingface_hub.constants

    commit = "0123456789abcdef0123456789abcdef01234567"
    cached = tmp_path / "models--somebody--tiny"
    hf_models.causal(cached / "snapshots" / commit)
    (cached / "refs").mkdir()
    (cached / "refs" / "main").write_text(commit, "utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(huggingface_hub.constants, "HF_HUB_OFFLINE", True)
    monkeypatch.setattr(huggingface_hub.constants, "HF_HUB_CACHE", str(tmp_path))
    monkeypatch.setattr("transformers.utils.hub.TRANSFORMERS_CACHE", str(tmp_path), raising=False)  # before version 5
    scorer = plugins.scorer("hf:somebody/tiny")
    assert scorer.revision == commit
    assert scorer.score([Paragraph(index=0, start=0, end=len(SEEN), text=SEEN)], "en")[0].score is not None


def test_what_is_no_model_is_told(tmp_path: Path) -> None:
    """An empty folder, a file, a broken configuration."""
    assert failure(tmp_path) == "the folder holds no config.json – name one that save_pretrained wrote"
    (tmp_path / "config.json").write_text("{", "utf-8")
    assert failure(tmp_path / "config.json") == "a file – name the folder it is in"
    assert failure(tmp_path).startswith("cannot read the model's configuration: ")


@pytest.mark.parametrize("architectures", [["BertForTokenClassification"], ["XLMWithLMHeadModel"], None])
def test_another_kind_of_model_is_refused(tmp_path: Path, architectures: list[str] | None) -> None:
    """The line names the kind, and the three that can be read."""
    told = failure(configure(hf_models.masked(tmp_path), architectures=architectures))
    named = architectures[0] if architectures else "no architecture"
    assert told.startswith(f"cannot read {named} – the kinds that can be are …ForCausalLM")
    assert "…ForMaskedLM and …ForSequenceClassification" in told


def test_code_beside_the_weights_is_not_run(tmp_path: Path) -> None:
    """A model that needs its own code is refused without asking."""
    folder = configure(hf_models.masked(tmp_path), model_type="own", auto_map={"AutoConfig": "own.Config"})
    (folder / "own.py").write_text("raise SystemExit('run')", "utf-8")
    assert failure(folder).startswith("cannot read the model's configuration: ")


def test_a_part_of_a_model_is_told(tmp_path: Path) -> None:
    """Weights or tokenizer that are not there, or of another model."""
    folder = hf_models.masked(tmp_path / "whole")
    assert failure(configure(folder, vocab_size=7)).startswith("cannot load the model: ")
    (folder / "model.safetensors").unlink()
    assert failure(folder).startswith("cannot load the model: ")
    (folder / "tokenizer.json").write_text("{", "utf-8")
    assert failure(folder).startswith("cannot load the tokenizer: ")
    for name in ("tokenizer.json", "tokenizer_config.json"):
        (folder / name).unlink()
    assert "tokenizer" in failure(folder)  # who notices first depends on the version of transformers


def test_an_untrained_head_is_told(tmp_path: Path) -> None:
    """A classifier whose weights are those of another model would score at random."""
    told = failure(configure(hf_models.masked(tmp_path), architectures=["BertForSequenceClassification"]))
    assert told.startswith("the weights lack bert.pooler.dense.bias (4 missing)")


def test_a_masked_model_without_a_mask_is_told(tmp_path: Path) -> None:
    """Its tokenizer must have one."""
    folder = hf_models.masked(tmp_path, pad_token="[PAD]")  # noqa: S106 - no secret
    assert failure(folder) == "a masked model whose tokenizer has no mask token"


def test_a_tokenizer_without_offsets_is_told(tmp_path: Path) -> None:
    """Those written in Python tell none."""
    from transformers import BertForMaskedLM, ByT5Tokenizer

    folder = hf_models.saved(
        tmp_path, BertForMaskedLM(hf_models.bert(400, 64)), ByT5Tokenizer(clean_up_tokenization_spaces=False)
    )
    assert failure(folder) == "its tokenizer tells no offsets – a model with a tokenizer.json is needed"


def test_labels_nobody_knows_are_told(tmp_path: Path) -> None:
    """The line lists the model's labels and those that are known."""
    told = failure(hf_models.classifier(tmp_path, labels=("contradiction", "neutral", "entailment")))
    assert told.startswith("no label among contradiction, neutral, entailment is known for the best quality (excellent")


def test_a_model_that_fails_on_a_text_is_told(tmp_path: Path) -> None:
    """Here a tokenizer with more tokens than the model has."""
    from transformers import BertForMaskedLM

    tokenizer = hf_models.word_pieces(mask_token="[MASK]")  # noqa: S106 - no secret
    folder = hf_models.saved(tmp_path, BertForMaskedLM(hf_models.bert(6, 64)), tokenizer)
    assert failure(folder).startswith("the model failed on a text: ")


def test_a_run_that_cannot_score_ends_in_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Status 2 and a line on standard error; nothing on standard output."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "article.txt").write_text(f"{SEEN}\n", "utf-8")
    assert main(["run", "article.txt", "--engine", "none", "--no-cache", "--scorer", "hf:./nowhere"]) == 2
    assert capsys.readouterr() == ("", "audit: error: scorer hf:./nowhere: there is no such folder\n")
