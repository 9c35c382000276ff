"""The part `gate`: what it costs to hold a feed to a gate, the first time and every time after."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from audit.bench.gate.feed import ENTRIES, feed
from audit.bench.gate.timing import Gate, Run
from audit.bench.markdown import Cells, Section, number
from audit.bench.whole_audit import LANGUAGE
from audit.bench.workbench import Workbench
from audit.document import Document
from audit.ingest.feed import read_feed

PAGE = "gate.md"
NEW = 10
"""Entries that are new the next time: what a desk of forty stories a day adds in a morning."""
WORKERS = (1, 2)
COLD = (
    "Nothing is remembered of any run before, neither reports nor translations; one run each. The last column tells "
    "whether all runs with the engine wrote the same bytes, with one process, with two, and from the cache."
)
WARM = (
    "Seconds, the fastest of three runs each. Start-up is `audit run` of a feed that is not there, with the same "
    "options: it imports what it needs, reads its options and ends. The warm run finds the report of every entry in "
    f"the cache. The last column is one run after {NEW} entries came in on top of the feed."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """What one engine costs: cold runs by number of processes, then the same feed again, and with entries added."""

    engine: str
    cold: tuple[Run, ...]
    start_up: float
    warm: Run
    added: float

    @property
    def same(self) -> bool:
        """Whether all runs over the same feed wrote the same bytes."""
        return len({held.digest for held in (*self.cold, self.warm)}) == 1


def run(bench: Workbench, entries: int = ENTRIES) -> None:
    """Write `gate.md`."""
    # Articles that nobody who writes rules may read are not for this.
    folders = [folder for folder in (*bench.folders[:1], *bench.bilingual) if "unseen" not in folder.name]
    folders = list(dict.fromkeys(bench.there(folders)))
    longer = feed(folders, entries + NEW)
    if (held := len(_articles(longer)) - NEW) < entries:
        bench.skip("gate", f"the articles make a feed of {max(0, held)} entries, and one of {entries} is timed")
        return
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
    text = feed(folders, entries)
    words = sum(len(entry.text.split()) for entry in _articles(text))
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "feed.xml").write_text(text, "utf-8")
        Path(folder, "added.xml").write_text(longer, "utf-8")
        measured = [_measured(engine, bench.scorer_name, Path(folder)) for engine in _engines(bench)]
    intro = (
        f"A feed of {entries} entries, {words:,} words and {len(text) / 1e6:.2f} MB, held to the gate "
        "`--fail-on major` as a build does: each run in a process of its own, wall-clock time. "
        f"{os.cpu_count()} cores, with a load of {load:.1f} from other work when the first run began."
    )
    bench.write_sections(PAGE, "A gate over a feed", [intro], [_warm(measured), _cold(measured, words)])


def _articles(text: str) -> list[Document]:
    return list(read_feed(text, Document(id="feed", text="")))


def _engines(bench: Workbench) -> Iterator[str]:
    yield "none"
    yield from (engine.name for engine in bench.ready_engines("en", LANGUAGE))


def _measured(engine: str, scorer: str, folder: Path) -> Measured:
    gate = Gate(folder=folder / engine, engine=engine, scorer=scorer)
    feed_file = folder / "feed.xml"
    cold = tuple(gate.cold(feed_file, workers) for workers in WORKERS)
    return Measured(
        engine=engine,
        cold=cold,
        start_up=gate.start_up(),
        warm=gate.warm(feed_file),
        added=gate.run(folder / "added.xml").seconds,
    )


def _warm(held: list[Measured]) -> Section:
    head: Cells = ("engine", "start-up", "warm run", "beyond start-up", "cold run / warm run", f"{NEW} entries added")
    rows = [
        (
            one.engine,
            number(one.start_up, 2),
            number(one.warm.seconds, 2),
            number(one.warm.seconds - one.start_up, 2),
            number(one.cold[0].seconds / one.warm.seconds, 0),
            number(one.added, 2),
        )
        for one in held
    ]
    return Section(title="Every time after", text=WARM, rows=(head, *rows))


def _cold(held: list[Measured], words: int) -> Section:
    processes = tuple(f"{workers} process{'es' if workers > 1 else ''}, seconds" for workers in WORKERS)
    head: Cells = ("engine", *processes, "words/s, one process", "one / two", "same bytes")
    rows = [
        (
            one.engine,
            *(number(run.seconds, 1) for run in one.cold),
            number(words / one.cold[0].seconds, 0),
            number(one.cold[0].seconds / one.cold[-1].seconds, 2),
            "yes" if one.same else "no",
        )
        for one in held
    ]
    return Section(title="The first time", text=COLD, rows=(head, *rows))
