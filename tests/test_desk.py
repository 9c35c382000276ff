"""The desk's tables are opened once, handed to every article, and told in the signature."""

from __future__ import annotations

import pickle
from dataclasses import replace
from pathlib import Path

import pytest

from audit import desk
from audit.config import Config
from audit.document import Document
from audit.errors import ConfigError
from audit.pipeline import Auditor

BARE = Config(engine="none", scorer="none", cache="")


def written(path: Path, text: str) -> str:
    """A table on disk."""
    path.write_text(text, "utf-8")
    return str(path)


def signature(config: Config) -> str:
    """The signature of an audit."""
    with Auditor(config) as auditor:
        return auditor.audit(Document(id="a", text="A foo.")).signature


def test_without_tables_nothing_is_told() -> None:
    """An audit without them has the signature it always had."""
    assert "terms:" not in signature(BARE)


def test_the_signature_tells_the_tables_by_content(tmp_path: Path) -> None:
    """Another line, another name or another kind is another audit; another folder is not."""
    path = tmp_path / "a.tsv"
    first = signature(replace(BARE, glossary=(written(path, "forbidden\nfoo\n"),)))
    (tmp_path / "b").mkdir()
    same = signature(replace(BARE, glossary=(written(tmp_path / "b" / "a.tsv", "forbidden\nfoo\n"),)))
    named = signature(replace(BARE, glossary=(written(tmp_path / "c.tsv", "forbidden\nfoo\n"),)))
    other = signature(replace(BARE, glossary=(written(path, "forbidden\nbar\n"),)))
    assert "|terms:" in first
    assert first == same
    assert len({first, named, other, signature(BARE)}) == 4


def test_every_table_is_checked_before_any_work(tmp_path: Path) -> None:
    """A bad line of a lexicon or a glossary stops the auditor from being made."""
    tables = (written(tmp_path / "bad.tsv", "worse\n"),)
    for config in (replace(BARE, lexicon=tables), replace(BARE, glossary=tables)):
        with pytest.raises(ConfigError, match=r"bad\.tsv:1: no column 'worse'"):
            Auditor(config)


def test_an_article_with_tables_goes_to_another_process(tmp_path: Path) -> None:
    """It holds their names and digests only, and is the same there."""
    table = written(tmp_path / "a.tsv", "forbidden\nfoo\n" * 5_000)
    document = desk.desk(replace(BARE, glossary=(table,))).told(Document(id="a", text="A foo."))
    held = pickle.dumps(document)
    assert pickle.loads(held) == document  # noqa: S301 - what was just written
    assert len(held) < 2_000
