"""Source phrases in the source: verbs in any form, gaps, whole words."""

from __future__ import annotations

import pytest

from audit.lexicon import source_phrase


@pytest.mark.parametrize(
    ("phrase", "text", "expected"),
    [
        ("su par de", "Se vio con su  par, de Rusia.", "su par de"),
        ("su par de", "su parte de Rusia", None),
        ("llevar *2 a cabo", "para llevar el plan a cabo", "llevar el plan a cabo"),
        ("llevar * a cabo", "para llevar el nuevo plan a cabo", None),
        ("~vivar al equipo", "vivaron al equipo", None),
        ("su par", None, None),
    ],
)
def test_phrase_is_found_whole(phrase: str, text: str | None, expected: str | None) -> None:
    """Words must follow one another, whatever marks stand between; a verb without known forms stands for itself."""
    assert source_phrase.found([phrase], text, "xx") == expected


def test_verbs_stand_for_their_forms(monkeypatch: pytest.MonkeyPatch) -> None:
    """A verb with `~` is found in every form of the table, and given as it stands."""
    monkeypatch.setattr(source_phrase, "_table", lambda: {("es", "dar"): ("dar", "dio", "dieron")})
    source_phrase._expression.cache_clear()  # noqa: SLF001
    assert source_phrase.found(["otra", "~dar una rueda"], "Ayer DIERON una rueda.", "es") == "dieron una rueda"


def test_table_comes_from_simplemma() -> None:
    """The forms of each language's lemmas are written in one table."""
    text = source_phrase.table_text([("fr", {"mettre"}), ("de", ())])
    header, line = text.splitlines()
    assert header == "lang\tlemma\tforms"
    assert line.startswith("fr\tmettre\t")
    assert {"mis", "mettait"} <= set(line.split("\t")[2].split(","))
