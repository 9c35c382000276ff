"""Examples from clean, literal and judged text."""

from __future__ import annotations

import gzip
import json
import random
from pathlib import Path
from typing import Any

import pytest

from audit.training.artifact_model import judged
from audit.training.artifact_model.example import Example
from audit.training.artifact_model.knowledge import learn
from audit.training.artifact_model.literal import differing, literal
from audit.training.artifact_model.planted import disguised, planted, respelt, spelt, with_twins
from tests.training.artifact_model.test_slips import KNOWN


def test_words_that_the_human_text_lacks_are_bad() -> None:
    """A literal rendering differs where the human text says it otherwise."""
    human, machine = "The crisis has worsened since then.", "The crisis has got worse from then."
    spans = differing(human, machine)
    assert [machine[a:b] for a, b in spans] == ["got worse from"]


def test_a_rendering_that_says_something_else_is_left_out() -> None:
    """Pairs that differ nearly everywhere teach nothing of words."""
    assert list(literal([("One thing is said here.", "Nobody knows about any such matter!")])) == []


def test_names_change_alike_and_words_stay() -> None:
    """The same name gets the same stand-in; known words with a capital stay."""
    text = "Then Guerrero met Monday with Guerrero in 2019."
    made = disguised(text, random.Random(1), KNOWN, frozenset({"monday"}))
    first, second = made.split()[1], made.split()[5]
    assert first == second
    assert first in KNOWN.names
    assert "Monday" in made
    assert "2019" not in made


def test_a_planted_group_is_the_sentence_and_its_corruption() -> None:
    """The clean one ranks above and has no bad words by either head."""
    groups = list(
        planted(["The minister said that the plan of the house is new."], random.Random(2), KNOWN, frozenset())
    )
    (clean, bad), *_ = groups
    assert clean.rank == 1
    assert clean.bad == {"slip": (), "literal": ()}
    assert bad.rank == 0
    assert bad.bad["slip"]


def test_knowledge_pairs_words_through_spanish(tmp_path: Path) -> None:
    """Two English words of one Spanish word are each other's other sense."""
    import lzma

    dictionary, titles = tmp_path / "d.xz", tmp_path / "t.xz"
    with lzma.open(dictionary, "wt", encoding="utf-8") as stream:
        stream.write("par\tpair, peer; couple\t{m}\nnuevo\tnew\t{adj}\n")
    with lzma.open(titles, "wt", encoding="utf-8") as stream:
        stream.write("Juan Paz\tJuan Paz\t3\n" * 5)
    known = learn(dictionary, titles, ["The new pair of shoes."])
    assert known.senses["pair"] == ("peer", "couple")
    assert known.spanish["new"] == ("nuevo",)
    assert "new" in known.adjectives
    assert known.names == ("Juan", "Paz")


def test_a_post_edit_loses_its_tokenisation() -> None:
    """Spaces before marks and around hyphens go."""
    assert (
        judged.detokenised("Cream 's first ( live ) tour , he did n't play .")
        == "Cream's first (live) tour, he didn't play."
    )


def _write(path: Path, rows: list[dict[str, Any]]) -> Path:
    with gzip.open(path, "wt", encoding="utf-8") as stream:
        stream.writelines(json.dumps(row) + "\n" for row in rows)
    return path


def test_a_post_edit_is_the_better_rival(tmp_path: Path) -> None:
    """A machine translation that was changed a lot stands below its post-edit."""
    row = {
        "pair": "ro-en", "doc_id": "d", "target": "The wine are good.", "spans": [[9, 12, "BAD", ""]],
        "scores": {"da_mean": 85.0, "da_z": 0.5, "hter": 0.25}, "meta": {"post_edit": "The wine is good ."},
    }  # fmt: skip
    ((_, group),) = judged.post_edited(_write(tmp_path / "rows.gz", [row]))
    better, machine = group
    assert better.text == "The wine is good."
    assert machine.bad == {"post_edit": ((9, 12),)}
    assert machine.values == {"da_z": 0.5, "da": 1.0}
    assert (better.rank, machine.rank) == (1, 0)


def test_raters_of_one_text_are_joined(tmp_path: Path) -> None:
    """A word is bad when either marked it; the penalty is their mean."""
    base: dict[str, Any] = {"pair": "fr-en", "doc_id": "d", "source": "s", "target": "One two three."}
    rows: list[dict[str, Any]] = [
        base | {"scores": {"mqm": 0.0}, "spans": []},
        base | {"scores": {"mqm": 2.0}, "spans": [[4, 7, "Other", "Minor"], [-1, -1, "Omission", "Major"]]},
    ]
    ((_, (example,)),) = judged.annotated(_write(tmp_path / "rows.gz", rows))
    assert example.bad == {"mqm": ((4, 7),)}
    assert example.values["mqm"] == pytest.approx(1 - 0.6931, abs=1e-3)


def test_documents_are_held_out_whole() -> None:
    """Two rows of one document are on the same side, and about one document in twenty is held out."""
    held = [judged.held_out({"pair": "ro-en", "doc_id": f"Article {n}"}) for n in range(2000)]
    assert 0.02 < sum(held) / len(held) < 0.10
    assert judged.held_out({"pair": "ro-en", "doc_id": "A"}) == judged.held_out({"pair": "ro-en", "doc_id": "A"})


def test_spelling_crosses_the_atlantic_and_back() -> None:
    """British becomes American and American British, capitals kept; other words stay."""
    assert respelt("Organised labour at the center") == "Organized labor at the centre"
    assert respelt(respelt("Labour favors the theatre.")) == "Labour favors the theatre."


def test_a_sentence_stands_in_both_spellings_equally_good() -> None:
    """The twin has the rank and labels of the clean text, and stands between it and the corrupted one."""
    clean = Example(text="The labor law.", bad={"slip": ()}, rank=1)
    worse = Example(text="The labor the law.", bad={"slip": ((10, 13),)}, rank=0)
    ((first, twin, last),) = spelt([(clean, worse)], 1.0, random.Random(1))
    assert (first, last) == (clean, worse)
    assert (twin.text, twin.rank, twin.twin) == ("The labour law.", 1, True)


def test_a_twin_with_other_names_follows_its_group() -> None:
    """It carries no label of its own; a text without names has no twin."""
    named, plain = (Example(text=text, values={"da": 1.0}) for text in ("Then Guerrero spoke.", "Then he spoke."))
    first, second = with_twins([(named,), (plain,)], 1.0, random.Random(1), KNOWN, frozenset())
    assert first[0] == named
    assert first[1].twin
    assert first[1].values == {}
    assert first[1].text.split()[1] in KNOWN.names
    assert second == (plain,)
