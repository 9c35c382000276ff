"""Translations remembered in memory and on disk."""

from __future__ import annotations

import multiprocessing
import os
import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from audit.back_translation import cache as module
from audit.back_translation.cache import Cache, default_path, open_cache
from audit.back_translation.store import Store
from audit.errors import EngineError
from tests.back_translation.glossary import Glossary


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A cache file in a folder that does not exist yet."""
    return tmp_path / "new" / "cache.sqlite"


@pytest.fixture
def cache(path: Path) -> Iterator[Cache]:
    """An open cache."""
    held = open_cache(str(path))
    yield held
    held.close()


class Short(Glossary):
    """An engine that loses texts."""

    def translate(self, texts: Sequence[str], _source_lang: str, _target_lang: str) -> list[str]:
        """Give one answer too few."""
        return list(texts)[1:]


def test_white_space_is_kept_and_blank_texts_are_not_sent(cache: Cache) -> None:
    """The engine sees each text once, without white space around it."""
    engine = Glossary()
    texts = [" his pair\n", "", " \t", "his pair"]
    assert cache.translate(engine, texts, "en", "es") == [" Su par\n", "", " \t", "Su par"]
    assert engine.asked == ["his pair"]


def test_the_next_run_reads_the_file(path: Path) -> None:
    """A second cache on the same file asks the engine nothing, not even of lone surrogates."""
    texts = ["his pair", "\ud800 pair"]
    for engine in (first := Glossary(), second := Glossary()):
        cache = open_cache(str(path))
        assert cache.translate(engine, texts, "en", "es") == ["Su par", "\ud800 par"]
        assert cache.note is None
        cache.close()
    assert len(first.asked) == 2
    assert second.asked == []


@pytest.mark.parametrize("other", ["revision", "pair", "name"])
def test_another_engine_revision_or_pair_asks_again(cache: Cache, other: str) -> None:
    """Only the very same question is answered from memory."""
    cache.translate(Glossary(), ["his"], "en", "es")
    engine = Glossary(revision="2" if other == "revision" else "1")
    engine.name = "other" if other == "name" else "glossary"
    cache.translate(engine, ["his"], "en", "fr" if other == "pair" else "es")
    assert engine.asked == ["his"]


def test_an_engine_that_loses_a_text_is_an_error(cache: Cache) -> None:
    """Answers that do not match the texts are never guessed at."""
    with pytest.raises(EngineError, match="gave 1 translations for 2 texts"):
        cache.translate(Short(), ["a", "b"], "en", "es")


def test_an_empty_setting_keeps_nothing_on_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a file the cache still remembers, for this run."""
    monkeypatch.chdir(tmp_path)
    cache, engine = open_cache(""), Glossary()
    assert cache.translate(engine, ["his"], "en", "es") == cache.translate(engine, ["his"], "en", "es") == ["Su"]
    assert engine.asked == ["his"]
    assert (cache.note, list(tmp_path.iterdir())) == (None, [])
    cache.close()


def test_memory_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """When it is full it is emptied, and what was in it is asked again."""
    monkeypatch.setattr(module, "MEMORY_ROWS", 2)
    cache, engine = open_cache(""), Glossary()
    cache.translate(engine, ["a", "b"], "en", "es")
    cache.translate(engine, ["c"], "en", "es")
    cache.translate(engine, ["a"], "en", "es")
    assert engine.asked == ["a", "b", "c", "a"]


def test_the_file_is_bounded(path: Path) -> None:
    """Beyond the maximum the oldest rows go first."""
    store = Store(path, max_rows=3)
    for number in range(6):
        store.put({bytes([number]): str(number)})
    assert store.get([bytes([number]) for number in range(6)]) == {bytes([n]): str(n) for n in (3, 4, 5)}
    store.close()


def test_many_keys_are_read_in_parts(path: Path) -> None:
    """More keys than one statement may name are all found."""
    texts = {number.to_bytes(2, "big"): str(number) for number in range(2500)}
    store = Store(path)
    store.put(texts)
    assert store.get(list(texts)) == texts
    store.close()


def _not_sqlite(path: Path) -> None:
    path.write_bytes(b"this is no database " * 100)


def _other_table(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE translations (a, b, c)")
    connection.close()


def _bad_text(path: Path) -> None:
    store = Store(path)
    store.put({})
    store.close()
    connection = sqlite3.connect(path)
    key = module._key("en", "es", "glossary", "1", "his")  # noqa: SLF001 - the row to spoil
    connection.execute("INSERT INTO translations VALUES (?, ?)", (key, b"\xff\xfe"))
    connection.commit()
    connection.close()


def _truncated(path: Path) -> None:
    store = Store(path)
    store.put({os.urandom(32): "text " * 50 for _ in range(500)})
    store.close()
    path.write_bytes(path.read_bytes()[:9000])


@pytest.mark.parametrize("spoil", [_not_sqlite, _other_table, _bad_text, _truncated, Path.mkdir])
def test_a_spoilt_file_is_left_alone_with_a_note(path: Path, spoil: object) -> None:
    """Translation goes on without the file, and the note names it."""
    path.parent.mkdir()
    spoil(path)  # type: ignore[operator]
    cache = open_cache(str(path))
    assert cache.translate(Glossary(), ["his"], "en", "es") == ["Su"]
    assert cache.note is not None
    assert cache.note.startswith(f"{path}: back-translations are not cached: ")
    assert cache.translate(Glossary(), ["pair"], "en", "es") == ["Par"]
    cache.close()
    assert path.exists()


@pytest.mark.parametrize("name", ["file/cache.sqlite", "nul\0.sqlite"])
def test_a_place_that_cannot_be_written_gives_a_note(tmp_path: Path, name: str) -> None:
    """A folder that is a file, or a name no system takes, stops nothing."""
    (tmp_path / "file").write_text("", "utf-8")
    cache = open_cache(str(tmp_path / name))
    assert cache.translate(Glossary(), ["his"], "en", "es") == ["Su"]
    assert "not cached" in (cache.note or "")


def test_the_default_is_in_the_users_cache_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No setting means the folder the system keeps for caches."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert default_path().name == "back-translations.sqlite"
    assert open_cache(None).note is None


def _fill(path: str, number: int) -> None:
    engine = Glossary()
    cache = open_cache(path)
    for turn in range(30):
        cache.translate(engine, [f"text {turn}", f"own {number} {turn}"], "en", "es")
    cache.close()
    os._exit(1 if cache.note else 0)


def test_processes_share_the_file(path: Path) -> None:
    """Four processes that start at once and write the same rows all succeed, and every row is there."""
    context = multiprocessing.get_context("spawn")
    workers = [context.Process(target=_fill, args=(str(path), number)) for number in range(4)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(60)
    assert [worker.exitcode for worker in workers] == [0, 0, 0, 0]
    engine, cache = Glossary(), open_cache(str(path))
    cache.translate(engine, [f"own {number} {turn}" for number in range(4) for turn in range(30)], "en", "es")
    assert engine.asked == []
    cache.close()


def test_a_fork_opens_the_file_anew(cache: Cache) -> None:
    """Parent and child both go on using the cache after a fork."""
    cache.translate(Glossary(), ["before"], "en", "es")
    child = os.fork()
    if child == 0:
        cache.translate(Glossary(), ["in child"], "en", "es")
        cache.close()
        os._exit(1 if cache.note else 0)
    assert os.waitpid(child, 0)[1] == 0
    engine = Glossary()
    cache.translate(engine, ["in child"], "en", "es")
    assert engine.asked == []
    assert cache.note is None
