"""Keeps a lexicon honest: its examples must hold, and nothing may stand in it twice."""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass

from audit.lexicon.entry import Entry
from audit.lexicon.matcher import Lexicon
from audit.lexicon.setting import SOURCE_BOUND, Setting


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """An entry that does not keep its word."""

    entry_id: str
    message: str


def problems(lexicon: Lexicon, ids: Container[str] | None = None, *, whole: bool = True) -> Iterator[Problem]:
    """Ids and patterns used twice, bad examples without exactly the marked span, good examples with any.

    With `ids` only those of these entries: every example is a search of its own. Unless `whole`, as in a desk's own
    table, an entry may come without examples.
    """
    seen: set[object] = set()
    for entry in lexicon.entries:
        same_fault = (entry.pattern, entry.context, entry.sources if SOURCE_BOUND in entry.context else None)
        for key, message in ((entry.id, "id used twice"), (same_fault, "pattern and context used twice")):
            if key in seen and (ids is None or entry.id in ids):
                yield Problem(entry_id=entry.id, message=message)
            seen.add(key)
        if ids is None or entry.id in ids:
            yield from example_problems(entry, lexicon.source_lang, whole=whole)


def example_problems(entry: Entry, source_lang: str = "", *, whole: bool = True) -> Iterator[Problem]:
    """A bad example that does not give exactly its mark, or a good one that gives any."""
    alone = Lexicon([entry], source_lang)
    granted = Setting(source_text=" ".join(entry.sources).replace("~", ""), topics=None, translated=True)
    bad = entry.bad_example
    found = alone.matches(bad.text, [(0, len(bad.text))], granted)
    spans = tuple((match.start, match.end) for match in found)
    if spans != bad.spans or (whole and not bad.spans):
        marked = [bad.text[start:end] for start, end in spans]
        yield Problem(entry_id=entry.id, message=f"the bad example gives {marked}, not what it marks")
    for match in alone.matches(entry.good, [(0, len(entry.good))], granted):
        yield Problem(entry_id=entry.id, message=f"the good example gives {entry.good[match.start : match.end]!r}")
