"""The engine of the models in the package."""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from audit import plugins
from audit.back_translation.choice import choose
from audit.config import Config
from audit.engine import Engine, ForcedDecoder
from audit.engines.embedded import Embedded, shipped
from audit.engines.folder import model as folder_model
from audit.engines.folder.manifest import read
from audit.engines.folder.model import load
from audit.errors import EngineError
from tests.engines.translation_models import PAIRS, TAGS, described

needs_model = pytest.mark.skipif(
    plugins.engine("embedded").unavailable("en", "es") is not None, reason="no model is shipped"
)
ENGLISH = (
    "The president of the United States said on Tuesday that 3,200 people had lost their homes.",
    "The house is red.",
    "In 2012 the country exported 45 % of its oil to China, the minister told reporters in Madrid after the meeting.",
    "“We do not know what will happen,” she said.",
    "Qxzvw Kjhgf zzz",
    "THE GOVERNMENT RAISES TAXES",
    "Water",
)
SPANISH = (
    "El presidente de los Estados Unidos dijo el martes que 3.200 personas habían perdido su casa.",
    "La casa es roja.",
    "En 2012 el país exportó a China el 45 % de su petróleo, dijo el ministro en Madrid después de la reunión.",
    "«No sabemos qué va a pasar», dijo.",
)


@pytest.fixture(scope="module")
def engine() -> Engine:
    """The engine as it is shipped."""
    return plugins.engine("embedded", timeout=60.0)


@pytest.fixture
def models(converted: Path, tmp_path: Path) -> Path:
    """A folder of two models: both ways between Spanish and English, and one way from Portuguese."""
    shutil.copytree(converted, tmp_path / "es-en")
    shutil.copytree(converted, tmp_path / "pt-en")
    described(tmp_path / "pt-en", pairs=["pt-en"], tags=TAGS, revision="8")
    return tmp_path


def test_every_model_serves_its_pairs(models: Path) -> None:
    """Chosen by the pair, named together."""
    held = Embedded(folder=models)
    assert isinstance(held, Engine)
    assert held.pairs == ("es-en", "en-es", "pt-en")
    assert held.revision == "7+8"
    assert held.translate([es for es, _ in PAIRS], "es", "en") == [en for _, en in PAIRS]
    assert held.translate([en for _, en in PAIRS], "eng", "spa") == [es for es, _ in PAIRS]
    assert held.translate(["Hoy llueve."], "pt", "en") == ["It rains."]
    held.close()
    assert held.translate(["Hoy llueve."], "es", "en") == ["It rains."]


def test_translations_are_judged_by_the_model_of_the_pair(models: Path) -> None:
    """A right one is likelier than a wrong one, and a beginning is gone on with."""
    held = Embedded(folder=models)
    assert isinstance(held, ForcedDecoder)
    right, wrong = held.forced([("Hoy llueve.", "It rains."), ("Hoy llueve.", "The dog eats.")], "es", "en")
    assert sum(piece.logprob for piece in right) > sum(piece.logprob for piece in wrong)
    assert held.continued([("Hoy llueve.", "It")], "pt", "en", most=1)[0][0].strip() == "rains."
    with pytest.raises(EngineError, match="no model has the pair en-fr"):
        held.forced([("It rains.", "Il pleut.")], "en", "fr")


def test_a_pair_no_model_has_is_told(models: Path) -> None:
    """With those there are."""
    held, told = Embedded(folder=models), "no model has the pair en-fr (there are es-en, en-es, pt-en)"
    assert held.unavailable("en", "fr") == told
    with pytest.raises(EngineError) as raised:
        held.translate(["The dog eats."], "en", "fr")
    assert str(raised.value) == f"engine embedded: {told}"


def test_a_pair_no_model_has_names_the_engines_that_have(models: Path) -> None:
    """Through the choice of an engine."""
    held = {"embedded": Embedded(folder=models), "other": Embedded(folder=models.parent)}
    held["other"].unavailable = lambda *_: None  # type: ignore[method-assign]
    with pytest.raises(EngineError, match=r"\(there are es-en, en-es, pt-en\) – engines that can: other"):
        choose(Config(engine="embedded"), "fr", names=held, build=held.__getitem__)


def test_no_model_is_told(tmp_path: Path) -> None:
    """Nor is one that is not whole."""
    held = Embedded(folder=tmp_path / "nowhere")
    assert held.revision == "not installed"
    assert held.unavailable("en", "es") == f"no model came with this installation: {tmp_path / 'nowhere'} holds none"
    (tmp_path / "es-en").mkdir()
    described(tmp_path / "es-en", pairs=["es-en"])
    told = Embedded(folder=tmp_path).unavailable("en", "es")
    assert told == "es-en: the folder holds no model.bin – name one with a CTranslate2 model and its engine.json"


def test_a_runaway_translation_does_not_depend_on_its_company(converted: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is cut by the length of its own source, whatever the length of others."""
    monkeypatch.setattr(folder_model, "SLACK", 1)
    monkeypatch.setattr(folder_model, "_MOST_DECODED", 60)
    held, tag = load(converted, "runaway"), [TAGS["en"]]
    texts = ["x y z", "zorro luna " * 2, "casa " * 3]
    together = held.translate(texts, tag, ["</s>"], beam=2, seconds=60.0)
    assert together == [held.translate([text], tag, ["</s>"], beam=2, seconds=60.0)[0] for text in texts]


@needs_model
def test_the_shipped_model_translates_both_ways(engine: Engine) -> None:
    """Whatever else it does, it knows these words."""
    assert "casa" in engine.translate([ENGLISH[1]], "en", "es")[0].lower()
    assert "house" in engine.translate([SPANISH[1]], "es", "en")[0].lower()


@needs_model
def test_the_shipped_model_keeps_paragraphs(engine: Engine) -> None:
    """As many lines and texts as there were, blank ones as they are."""
    text = f"{ENGLISH[0]} {ENGLISH[1]}\n\n{ENGLISH[2]}\n"
    translated, blank, none = engine.translate([text, " \n", ""], "en", "es")
    assert (blank, none) == (" \n", "")
    assert [bool(line) for line in translated.split("\n")] == [True, False, True, False]
    assert translated.count(".") >= text.count(". ") + 1


@needs_model
def test_the_shipped_model_keeps_most_figures(engine: Engine) -> None:
    """Of eight figures at most two change."""
    figures = ("12", "1994", "7", "250", "2031", "48", "3", "86")
    texts = [f"The report of the government names {figure} cases." for figure in figures]
    translated = engine.translate(texts, "en", "es")
    assert sum(figure in text for figure, text in zip(figures, translated, strict=True)) >= 6


@needs_model
@pytest.mark.parametrize(("texts", "source", "target"), [(ENGLISH, "en", "es"), (SPANISH, "es", "en")])
def test_the_shipped_model_is_deterministic(engine: Engine, texts: tuple[str, ...], source: str, target: str) -> None:
    """Alone, in any company and order, and on one thread as on three."""
    alone = {text: engine.translate([text], source, target)[0] for text in texts}
    rng = random.Random(1)  # noqa: S311 - reproducible, not secret
    for _ in range(5):
        some = rng.choices(texts, k=12)
        assert engine.translate(some, source, target) == [alone[text] for text in some]
    folder, tag = next(shipped().glob("*/engine.json")).parent, f"<2{target}>"
    for threads in (1, 3):
        held = folder_model.Model(folder, threads)
        single = [text for text in texts if engine.translate([text], source, target)[0].count(".") < 2]
        assert held.translate(single, [tag], ["</s>"], beam=read(folder).beam, seconds=60.0) == [
            alone[text] for text in single
        ]


@needs_model
def test_the_shipped_model_needs_no_torch() -> None:
    """Nor is anything loaded before the first text."""
    code = (
        "import sys; from audit import plugins; engine = plugins.engine('embedded')\n"
        "print(engine.unavailable('en', 'es'), {'ctranslate2', 'sentencepiece'} & {*sys.modules})\n"
        "engine.translate(['It rains.'], 'en', 'es'); print({'torch', 'transformers'} & {*sys.modules})\n"
    )
    run = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert run.stdout == "None set()\nset()\n"
