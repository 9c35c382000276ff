"""Articles audited by several processes."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from audit.config import Config
from audit.document import Document
from audit.errors import AuditError, ConfigError, EngineError, IngestError, PluginError, WorkerError
from audit.ingest.feed import read_feed
from audit.parallel import Failure, Workers, count, in_order
from audit.pipeline import Auditor
from audit.report import Report
from tests.test_detached import report
from tests.translated_feed import entry, rss

QUIET = Config(engine="none", scorer="none", cache="", select=("DES", "LIN1"))
PATIENCE = 60
"""Seconds in which a process that was told to end has done so on any machine."""


def articles(number: int) -> list[Document]:
    """The entries of a feed, each with its place in it."""
    return list(read_feed(rss([entry(at) for at in range(number)]), Document(id="f", path="f.xml", text="")))


def alone(document: Document) -> Report:
    """The report that this process makes itself."""
    with Auditor(QUIET) as auditor:
        return auditor.audit(document)


def test_several_processes_report_what_one_does() -> None:
    """Equal reports in the order of the articles, with places in the feed."""
    documents = articles(11)
    with Auditor(QUIET) as auditor:
        expected = list(auditor.audit_all(documents))
    with Workers(QUIET, 2, alone) as workers:
        assert list(in_order(documents, workers.begin, ahead=4)) == expected
    assert any(one.raw_start for held in expected for one in held.issues)


def test_a_single_article_starts_no_process() -> None:
    """Nor do two that are asked for one after the other."""
    strangers = set(multiprocessing.active_children())
    with Workers(QUIET, 2, alone) as workers:
        for document in articles(2):
            assert workers.begin(document)().document.id == document.id
        assert set(multiprocessing.active_children()) == strangers


def test_an_error_of_a_process_is_that_of_an_audit() -> None:
    """The class, the line and what it carries are the same as without processes."""
    config = Config(engine="ct2:/nowhere", scorer="none", cache="", source_lang="es")
    with pytest.raises(EngineError) as here, Auditor(config) as auditor:
        auditor.audit(articles(1)[0])
    with pytest.raises(EngineError) as apart, Workers(config, 2, alone) as workers:
        list(in_order(articles(3), workers.begin, ahead=2))
    assert str(apart.value) == str(here.value)
    assert vars(apart.value) == vars(here.value)


@pytest.mark.parametrize(
    "error",
    [
        IngestError("is broken", path="a.xml", line=3),
        EngineError("apertium", "is not installed", install="install it"),
        ConfigError("no rule 'x'"),
        PluginError("check X failed"),
    ],
)
def test_errors_pass_from_process_to_process(error: AuditError) -> None:
    """Each with all that it knows."""
    held = Failure.of(error).error()
    assert type(held) is type(error)
    assert (str(held), vars(held)) == (str(error), vars(error))


def test_a_process_that_is_killed_is_told() -> None:
    """The run ends with one clear line, and with the other processes."""
    strangers = set(multiprocessing.active_children())

    def killed() -> None:
        with Workers(QUIET, 2, alone) as workers:
            pending = [workers.begin(document) for document in articles(3)]
            next(iter(set(multiprocessing.active_children()) - strangers)).kill()
            for one in pending:
                one()

    with pytest.raises(WorkerError, match="was ended from outside"):
        killed()
    assert set(multiprocessing.active_children()) <= strangers


def test_an_interrupt_ends_every_process() -> None:
    """At once, whatever they are doing."""
    strangers = set(multiprocessing.active_children())

    def interrupted() -> None:
        with Workers(QUIET, 2, alone) as workers:
            for document in articles(4):
                workers.begin(document)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert set(multiprocessing.active_children()) <= strangers


LEFT_ALONE = """
import multiprocessing, os, signal, sys
from audit.config import Config
from audit.document import Document
from audit.parallel import Workers

if __name__ == "__main__":
    workers = Workers(Config(engine="none", scorer="none", cache=""), 2, print)
    pending = [workers.begin(Document(id=str(at), text="It rained.")) for at in range(4)]
    [one() for one in pending]
    print(*(child.pid for child in multiprocessing.active_children()), flush=True)
    os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.skipif(os.name != "posix", reason="kills a process")
def test_processes_end_with_the_one_that_began_them(tmp_path: Path) -> None:
    """None is left behind where that was killed and could not tell them."""
    script = tmp_path / "left_alone.py"
    script.write_text(LEFT_ALONE, "utf-8")
    ended = subprocess.run([sys.executable, str(script)], capture_output=True, text=True, check=False)
    children = [int(number) for number in ended.stdout.split()]
    assert (ended.returncode, len(children)) == (-signal.SIGKILL, 2)
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline and any(map(_lives, children)):
        time.sleep(0.05)
    assert not any(map(_lives, children))


def _lives(number: int) -> bool:
    """Whether a process is there and is more than an entry in the table."""
    try:
        return Path(f"/proc/{number}/stat").read_text("utf-8").rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def at_once(document: Document) -> Callable[[], Report]:
    """A report that is there when it is asked for."""
    return lambda: report(document)


def test_articles_are_read_no_further_ahead_than_told() -> None:
    """A stream is not read to its end before the first report comes."""
    seen: list[str] = []

    def read() -> Iterator[Document]:
        for number in range(6):
            seen.append(str(number))
            yield Document(id=str(number), text="abcd")

    made = in_order(read(), at_once, ahead=2)
    assert next(made).document.id == "0"
    assert seen == ["0", "1", "2"]
    assert [one.document.id for one in made] == ["1", "2", "3", "4", "5"]


def test_what_was_read_before_an_error_is_reported_first() -> None:
    """The error of an article that cannot be read comes in its place."""

    def read() -> Iterator[Document]:
        yield Document(id="0", text="abcd")
        yield Document(id="1", text="abcd")
        raise IngestError("is broken", path="c.xml")

    made = in_order(read(), at_once, ahead=5)
    assert [next(made).document.id, next(made).document.id] == ["0", "1"]
    with pytest.raises(IngestError, match=r"c\.xml: is broken"):
        next(made)


def test_none_told_is_one_process_a_core() -> None:
    """As many as this process may use; any other number is itself."""
    assert count(3) == 3
    assert 1 <= count(0) <= (os.cpu_count() or 1)
