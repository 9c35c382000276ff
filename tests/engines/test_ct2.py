"""Translation by a CTranslate2 folder."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from audit import plugins
from audit.engine import Engine
from audit.engines.folder.manifest import read
from audit.engines.folder.model import load
from audit.errors import EngineError
from tests.engines.translation_models import PAIRS, TAGS, described


def ct2(folder: Path) -> Engine:
    """The engine of a folder, made as the command line makes it."""
    return plugins.engine(f"ct2:{folder}", timeout=60.0)


def failure(engine: Engine, source_lang: str = "es") -> str:
    """The one line of an engine that cannot translate."""
    with pytest.raises(EngineError) as raised:
        engine.translate(["El perro come."], source_lang, "en")
    told = str(raised.value)
    assert "\n" not in told
    assert told.startswith(f"engine {engine.name}: ")
    return told.removeprefix(f"engine {engine.name}: ")


def copied(folder: Path, place: Path) -> Path:
    """A copy to break."""
    return Path(shutil.copytree(folder, place / "copy"))


def test_it_translates_both_ways(converted: Path) -> None:
    """The tag tells the model which."""
    engine = ct2(converted)
    assert isinstance(engine, Engine)
    assert engine.translate([es for es, _ in PAIRS], "es", "en") == [en for _, en in PAIRS]
    assert engine.translate([en for _, en in PAIRS], "eng", "spa") == [es for es, _ in PAIRS]


def test_texts_keep_their_paragraphs_and_stay_in_order(converted: Path) -> None:
    """One translation a text, with its line breaks; what is blank stays so."""
    texts = ["Hoy llueve.\n\nLa casa es roja. El perro come.\n", "", " \n", "El perro\ncome."]
    held = ct2(converted).translate(texts, "es", "en")
    assert held[:3] == ["It rains.\n\nThe house is red. The dog eats.\n", "", " \n"]
    assert held[3].split() == "The dog eats.".split()
    assert held[3].count("\n") == 1


def test_a_translation_does_not_depend_on_its_company(converted: Path) -> None:
    """Nor on the run: the same again, alone or among others, from a model that knows nothing of the words."""
    texts = ["zorro y luna", "El perro come la luna roja", "x" * 700, "\0", "🙂 casa", "a\ud800b"]
    engine = ct2(converted)
    held = engine.translate(texts, "es", "en")
    assert held == engine.translate(texts, "es", "en")
    assert held == [engine.translate([text], "es", "en")[0] for text in texts]


def test_without_tags_nothing_is_put_before_the_source(converted: Path, tmp_path: Path) -> None:
    """The same as asking the model itself without one."""
    bare = described(copied(converted, tmp_path), pairs=["es-en"])
    model = load(bare, "1")
    assert model.translate(["Hoy llueve."], [TAGS["en"]], ["</s>"], beam=2, seconds=60.0) == ["It rains."]
    assert ct2(bare).translate(["Hoy llueve."], "es", "en") == model.translate(
        ["Hoy llueve."], [], ["</s>"], beam=2, seconds=60.0
    )


def test_the_source_is_ended_once(converted: Path, tmp_path: Path) -> None:
    """By the engine, or by CTranslate2 where its configuration says so, or not at all."""
    folder = described(copied(converted, tmp_path), pairs=["es-en"], tags=TAGS)
    assert read(folder).end == ("</s>",)
    config = json.loads((folder / "config.json").read_text("utf-8"))
    (folder / "config.json").write_text(json.dumps(config | {"add_source_eos": True}), "utf-8")
    assert read(folder).end == ()
    assert ct2(folder).translate(["Hoy llueve."], "es", "en") == ["It rains."]
    (folder / "config.json").unlink()
    assert read(described(folder, pairs=["es-en"], source_end="")).end == ()


def test_one_sentencepiece_may_serve_both_languages(converted: Path, tmp_path: Path) -> None:
    """A file `spm.model` stands for `source.spm` and `target.spm`."""
    folder = copied(converted, tmp_path)
    (folder / "source.spm").rename(folder / "spm.model")
    (folder / "target.spm").unlink()
    assert ct2(folder).translate(["Hoy llueve."], "es", "en") == ["It rains."]


def test_a_model_is_loaded_once_in_a_process(converted: Path) -> None:
    """Engines of one folder share it, and it may be used again after closing."""
    one, other = ct2(converted), ct2(converted)
    one.translate(["Hoy llueve."], "es", "en")
    held = load(converted, "7")
    other.translate(["Hoy llueve."], "es", "en")
    assert load(converted, "7") is held
    one.close()
    assert one.translate(["Hoy llueve."], "es", "en") == ["It rains."]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork on this system")
def test_a_forked_process_loads_its_own(converted: Path) -> None:
    """The threads of its parent's model are not there."""
    code = (
        "import os, sys; from audit import plugins; engine = plugins.engine(sys.argv[1])\n"
        "engine.translate(['Hoy llueve.'], 'es', 'en')\n"
        "if pid := os.fork(): sys.exit(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))\n"
        "os._exit(engine.translate(['La casa es roja.'], 'es', 'en') != ['The house is red.'])\n"
    )
    assert subprocess.run([sys.executable, "-c", code, f"ct2:{converted}"], check=False, timeout=20).returncode == 0


def test_neither_torch_nor_transformers_is_needed(converted: Path) -> None:
    """Nor is anything loaded before the first text."""
    code = (
        "import sys; from audit import plugins; engine = plugins.engine(sys.argv[1])\n"
        "print({'ctranslate2', 'sentencepiece'} & {*sys.modules}); engine.translate(['Hoy llueve.'], 'es', 'en')\n"
        "print({'torch', 'transformers'} & {*sys.modules})\n"
    )
    run = subprocess.run([sys.executable, "-c", code, f"ct2:{converted}"], check=True, capture_output=True, text=True)
    assert run.stdout == "set()\nset()\n"


def test_the_revision_is_told_or_a_digest(converted: Path, tmp_path: Path) -> None:
    """Other weights of a model without a revision are another revision."""
    assert ct2(converted).revision == "7"
    folder = described(copied(converted, tmp_path), pairs=["es-en"])
    before = ct2(folder).revision
    assert len(before) == 12
    (folder / "model.bin").write_bytes(b"other")
    assert ct2(folder).revision != before


def test_a_pair_it_has_not_is_told(converted: Path) -> None:
    """With those it has."""
    engine = ct2(converted)
    assert engine.unavailable("es", "en") is None
    assert engine.unavailable("en", "fr") == "the model has no pair en-fr (it has es-en, en-es)"
    assert failure(engine, "fr") == "the model has no pair fr-en (it has es-en, en-es)"


def test_a_slow_batch_is_told(converted: Path) -> None:
    """Nothing comes in no time."""
    engine = plugins.engine(f"ct2:{converted}", timeout=0.0)
    assert failure(engine) == "a batch took longer than 0 s – raise engine-timeout, or choose another --engine"


def test_what_is_no_model_is_told(converted: Path, tmp_path: Path) -> None:
    """No folder, an empty one, a file, a broken or a missing part."""
    assert failure(ct2(tmp_path / "nowhere")) == "there is no such folder"
    wanted = "name one with a CTranslate2 model and its engine.json"
    assert failure(ct2(tmp_path)) == f"the folder holds no model.bin – {wanted}"
    assert ct2(tmp_path).revision == "not installed"
    folder = copied(converted, tmp_path)
    assert failure(ct2(folder / "engine.json")) == "a file – name the folder it is in"
    (folder / "target.spm").unlink()
    assert failure(ct2(folder)) == "the model failed: the folder holds neither target.spm nor spm.model"
    (folder / "target.spm").write_bytes(b"no model")
    assert failure(ct2(folder)).startswith("the model failed: ")
    (folder / "model.bin").write_bytes(b"no model")
    described(folder, pairs=["es-en"], revision="8")
    shutil.copy(folder / "source.spm", folder / "target.spm")
    assert failure(ct2(folder)).startswith("the model failed: ")
    (folder / "engine.json").unlink()
    assert failure(ct2(folder)) == f"the folder holds no engine.json – {wanted}"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{", "cannot read engine.json: Expecting property name enclosed in double quotes"),
        ("[]", 'engine.json: "pairs" is no list of pairs such as "es-en"'),
        ('{"pairs": []}', 'engine.json: "pairs" is no list of pairs such as "es-en"'),
        ('{"pairs": ["es>en"]}', 'engine.json: "pairs" is no list of pairs such as "es-en"'),
        (
            '{"pairs": ["es-en"], "tags": ["<2en>"]}',
            'engine.json: "tags" does not give a text for each target language',
        ),
        ("\udcff", "cannot read engine.json: "),
        ('{"pairs": ["es-en"], "source_end": 1}', 'engine.json: "source_end" is no text'),
        ('{"pairs": ["es-en"], "beam": 0}', 'engine.json: "beam" is no whole number above nothing'),
        ('{"pairs": ["es-en"], "revision": 7}', 'engine.json: "revision" is no text'),
    ],
)
def test_a_manifest_that_says_nothing_is_told(tmp_path: Path, text: str, told: str) -> None:
    """Each mistake in its own words."""
    (tmp_path / "model.bin").write_bytes(b"")
    (tmp_path / "engine.json").write_text(text, "utf-8", "surrogateescape")
    assert failure(ct2(tmp_path)).startswith(told)
