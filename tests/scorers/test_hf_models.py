"""Language models and classifiers read by the scorer `hf`, against what their logits say directly."""

from __future__ import annotations

import json
import math
from pathlib import Path

import pytest

from audit.cli import main
from audit.document import Paragraph
from audit.errors import PluginError
from audit.scorer import Fluency
from audit.scorers.hf.scale import fluency, suspicion
from tests.scorers import hf_models
from tests.scorers.hf_models import SEEN, SHUFFLED, TEXTS, paragraphs, read, scores

pytest.importorskip("torch")
pytest.importorskip("transformers")

LONG = " ".join(TEXTS * 3)


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """One folder per kind of model, shared because nothing changes them."""
    root = tmp_path_factory.mktemp("models")
    return {
        "causal": hf_models.causal(root / "causal", steps=25),
        "masked": hf_models.masked(root / "masked"),
        "classifier": hf_models.classifier(root / "classifier"),
    }


def test_causal_surprisal_is_what_the_logits_say(folders: dict[str, Path]) -> None:
    """Every word's bits are the sum over its pieces of −log2 of the softmax, after the token of beginning."""
    import torch
    from transformers import AutoModelForCausalLM, AutoTokenizer

    text = TEXTS[2]
    model = AutoModelForCausalLM.from_pretrained(folders["causal"]).eval()
    held = AutoTokenizer.from_pretrained(folders["causal"])(text, return_offsets_mapping=True)
    ids = [0, *held["input_ids"]]
    with torch.no_grad():
        logs = model(torch.tensor([ids])).logits[0].double().log_softmax(1)
    bits = [-float(logs[i, token]) / math.log(2) for i, token in enumerate(ids[1:])]
    words = read(folders["causal"]).surprisals([text])[0]
    assert [text[w.start : w.end] for w in words] == text.split()
    for word in words:
        pieces = [b for b, (s, _) in zip(bits, held["offset_mapping"], strict=True) if word.start - 1 <= s < word.end]
        assert word.surprisal_bits == pytest.approx(sum(pieces), abs=1e-3)


def test_masked_surprisal_is_what_the_logits_say_of_each_mask(folders: dict[str, Path]) -> None:
    """The pseudo-log-likelihood of a text, masked token by token in a loop, is the sum over its words."""
    import torch
    from transformers import AutoModelForMaskedLM, AutoTokenizer

    model = AutoModelForMaskedLM.from_pretrained(folders["masked"]).eval()
    ids = torch.tensor([AutoTokenizer.from_pretrained(folders["masked"])(SEEN)["input_ids"]])
    total = 0.0
    for at in range(1, ids.shape[1] - 1):
        hidden = ids.clone()
        hidden[0, at] = 4
        with torch.no_grad():
            total -= float(model(hidden).logits[0, at].log_softmax(0)[ids[0, at]]) / math.log(2)
    words = read(folders["masked"]).surprisals([SEEN])[0]
    assert len(words) == len(SEEN.split())
    assert sum(word.surprisal_bits for word in words) == pytest.approx(total, abs=1e-3)


def test_what_was_learnt_is_less_surprising_than_its_shuffle(folders: dict[str, Path]) -> None:
    """After a few steps of training on a sentence, it is the more fluent, and its words the less suspect."""
    learnt, shuffled = read(folders["causal"]).score(paragraphs(SEEN, SHUFFLED), "en")
    assert learnt.score is not None
    assert shuffled.score is not None
    assert learnt.score > shuffled.score + 20
    assert sum(w.probability for w in learnt.words) < sum(w.probability for w in shuffled.words) - 1


def test_fluency_is_the_scale_of_mean_bits(folders: dict[str, Path]) -> None:
    """Per sentence the mean of its words' bits, per paragraph the mean weighted by words, and no interval."""
    text = f"{SEEN} {TEXTS[1]} Yes."
    first, second = len(SEEN), len(SEEN) + 1 + len(TEXTS[1])
    spans = ((0, first), (first + 1, second), (second + 1, len(text)))
    scorer = read(folders["causal"])
    held = scorer.score([Paragraph(index=0, start=0, end=len(text), text=text, sentences=spans)], "en")[0]
    words = scorer.surprisals([text])[0]
    one = fluency(sum(w.surprisal_bits for w in words[:14]) / 14)
    two = fluency(sum(w.surprisal_bits for w in words[14:23]) / 9)
    assert [(s.start, s.end) for s in held.sentences] == list(spans[:2])
    assert [s.score for s in held.sentences] == pytest.approx([one, two], abs=1e-3)
    assert held.score == pytest.approx((14 * one + 9 * two) / 23, abs=1e-3)
    assert (held.low, held.high, len(held.words)) == (None, None, 24)
    assert held.words[0].probability == pytest.approx(suspicion(words[0].surprisal_bits), abs=1e-3)


@pytest.mark.parametrize("kind", ["causal", "masked", "classifier"])
def test_the_company_of_other_texts_changes_nothing(folders: dict[str, Path], kind: str) -> None:
    """Alone, in a batch and in the batch turned round, a text has the same score."""
    texts = [*TEXTS, LONG, SHUFFLED, SEEN[:30]]
    scorer = read(folders[kind])
    together = scores(scorer.score(paragraphs(*texts), "en"))
    turned = scores(scorer.score(paragraphs(*reversed(texts)), "en"))[::-1]
    alone = [scores(scorer.score(paragraphs(text), "en"))[0] for text in texts]
    assert together == pytest.approx(alone, abs=2e-4)
    assert together == pytest.approx(turned, abs=2e-4)
    assert max(together) - min(together) > 0.1
    assert scores(read(folders[kind]).score(paragraphs(*texts), "en")) == together


@pytest.mark.parametrize("kind", ["causal", "masked"])
def test_text_longer_than_the_model_is_read_in_windows(folders: dict[str, Path], kind: str) -> None:
    """Every word of a text of many windows has a figure."""
    text = " ".join([LONG] * 3)
    words = read(folders[kind]).surprisals([text])[0]
    assert [text[w.start : w.end] for w in words] == text.split()
    assert all(math.isfinite(word.surprisal_bits) and word.surprisal_bits > 0 for word in words)


def test_a_word_past_the_first_window_is_read_in_the_second(folders: dict[str, Path]) -> None:
    """Its bits are those it has where the text begins with the second window, half a window on."""
    from transformers import AutoTokenizer

    text = " ".join([LONG] * 3)
    pieces = AutoTokenizer.from_pretrained(folders["causal"])(text, return_offsets_mapping=True)["offset_mapping"]
    size = 63  # 64 positions, one for the token of beginning
    start = pieces[size - size // 2][0]
    scorer = read(folders["causal"])
    whole = {w.start: w.surprisal_bits for w in scorer.surprisals([text])[0]}
    rest = {w.start + start: w.surprisal_bits for w in scorer.surprisals([text[start:]])[0]}
    inside = [at for at in rest if pieces[size][1] <= at < pieces[size + 20][0]]
    assert len(inside) > 3
    assert [whole[at] for at in inside] == pytest.approx([rest[at] for at in inside], abs=1e-3)


def test_positions_that_no_token_takes_are_not_counted_on(tmp_path: Path) -> None:
    """A RoBERTa of 12 positions, one of them for padding, reads a longer text to its end."""
    words = read(hf_models.roberta(tmp_path, positions=12)).surprisals([SEEN])[0]
    assert len(words) == len(SEEN.split())


def test_a_model_that_gives_no_number_is_no_score(tmp_path: Path) -> None:
    """Not-a-number out of broken weights is a reason, never a figure."""
    scorer = read(hf_models.classifier(tmp_path, labels=["quality"], bias=math.nan))
    assert scorer.score(paragraphs(SEEN), "en") == [Fluency(reason="the model gives its sentences no figure")]


@pytest.mark.parametrize("kind", ["causal", "masked", "classifier"])
@pytest.mark.parametrize("text", ["", " \n\t ", "Two words", "Yes, three words"])
def test_hardly_any_text_is_not_scored(folders: dict[str, Path], kind: str, text: str) -> None:
    """Under four words there is a reason instead of a score."""
    unscored = Fluency(reason="fewer than 4 words in a sentence")
    assert read(folders[kind]).score(paragraphs(text), "en") == [unscored]


def test_no_text_has_no_surprisal(folders: dict[str, Path]) -> None:
    """No texts, empty ones and blank ones are answered, each in its place."""
    scorer = read(folders["causal"])
    assert scorer.surprisals([]) == []
    assert scorer.score([], "en") == []
    none, blank, some = scorer.surprisals(["", " \n ", " two\u2003words\n"])
    assert (none, blank) == ((), ())
    assert [(w.start, w.end) for w in some] == [(1, 4), (5, 10)]


@pytest.mark.parametrize("kind", ["causal", "masked"])
def test_offsets_are_code_points(folders: dict[str, Path], kind: str) -> None:
    """Astral characters, combining accents, a lone surrogate and odd white space keep every word in its place."""
    text = "\ufeff𝔘𝔫𝔦\u00a0🙂🙂 cafe\u0301\r\nbad\ud800word  👩\u200d👧 end"
    words = read(folders[kind]).surprisals([text])[0]
    assert [text[w.start : w.end] for w in words] == text.split()


@pytest.mark.parametrize("size", [4, 5])
def test_a_model_without_a_token_of_beginning_leaves_the_first_word_out(tmp_path: Path, size: int) -> None:
    """A word that nothing stands before has no figure rather than a guess; small models too give the others one."""
    words = read(hf_models.causal(tmp_path, positions=size, pad_token="<end>")).surprisals([SEEN])[0]  # noqa: S106 - no secret
    assert [SEEN[w.start : w.end] for w in words] == SEEN.split()[1:]


@pytest.mark.parametrize(("value", "expected"), [(0.73, 73.0), (1.2, 100.0), (-0.4, 0.0), (64.0, 64.0), (130.0, 100.0)])
def test_a_regression_is_on_the_scale_its_values_tell(tmp_path: Path, value: float, expected: float) -> None:
    """Values up to 1.5 for fluent sentences mean 0–1, larger ones 0–100; both are cut at the ends."""
    scorer = read(hf_models.classifier(tmp_path, labels=["quality"], bias=value))
    assert scores(scorer.score(paragraphs(SEEN), "en")) == pytest.approx([expected], abs=1e-3)


@pytest.mark.parametrize(
    ("labels", "first_is_best"),
    [
        (("OK", "BAD"), True),
        (("unacceptable", "acceptable"), False),
        (("LABEL_0", "LABEL_1"), False),
        (("Good", "poor"), True),
    ],
)
def test_labels_give_the_probability_of_the_best(tmp_path: Path, labels: tuple[str, str], first_is_best: bool) -> None:  # noqa: FBT001 - a case
    """The best label is told by its name, whatever its place."""
    held = read(hf_models.classifier(tmp_path, labels=labels, bias=3.0)).score(paragraphs(SEEN), "en")[0]
    sure = 100 / (1 + math.exp(-3))
    assert held.score == pytest.approx(sure if first_is_best else 100 - sure, abs=0.01)
    assert held.words == ()


def test_a_sentence_longer_than_the_classifier_is_a_mean_of_windows(folders: dict[str, Path]) -> None:
    """It lies between its parts' scores, and is none of the first window's alone."""
    short, long = scores(read(folders["classifier"]).score(paragraphs(SEEN, LONG), "en"))
    assert 0 < long < 100
    assert long != pytest.approx(short, abs=1e-3)


def test_a_classifier_knows_no_surprisal(folders: dict[str, Path]) -> None:
    """Asked for it, the scorer says what to name instead."""
    with pytest.raises(PluginError, match="a classifier knows no surprisal – name a language model"):
        read(folders["classifier"]).surprisals([SEEN])


def test_a_run_has_fluency_and_says_whose(
    folders: dict[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """`audit run --scorer hf:FOLDER` fills the fluency columns and signs with the weights' digest."""
    import hashlib

    monkeypatch.chdir(tmp_path)
    (tmp_path / "article.txt").write_text(f"{SEEN} {TEXTS[1]}\n\n{SHUFFLED}\n", "utf-8")
    argv = ["run", "article.txt", "--engine", "none", "--no-cache", "--format", "json", "--scorer"]
    assert main([*argv, f"hf:{folders['causal']}"]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    report = json.loads(out)
    report = report[0] if isinstance(report, list) else report
    one, two = (paragraph["fluency"] for paragraph in report["paragraphs"])
    assert 0 < two < one < 100
    assert report["scores"]["fluency"] == pytest.approx((23 * one + 14 * two) / 37, abs=0.01)
    assert report["scores"]["fluency_low"] is None
    digest = hashlib.sha256((folders["causal"] / "model.safetensors").read_bytes()).hexdigest()[:12]
    assert f"|scorer:hf:{folders['causal']}@{digest}|" in report["signature"]
