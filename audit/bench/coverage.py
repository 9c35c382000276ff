"""How much the rules find in machine English that nobody fitted them to, beside the references of the same text."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from audit.bench.markdown import Cells, Section, number
from audit.bench.rows import Row, grouped, read
from audit.bench.whole_audit import LANGUAGE
from audit.document import Document

if TYPE_CHECKING:
    from audit.bench.workbench import Workbench
    from audit.pipeline import Auditor

SYSTEMS = ("rbmt-1", "rbmt-3", "online-A", "online-B")
"""The systems of the set that translated every segment: two with rules, two services of the web."""
SURFACE = ("design", "other", "punctuation", "spelling", "addition", "omission")
"""Categories of MQM, or parts of them, that are not about translated wording."""
HEADER = ("system", "words", "lexicons: machine", "reference", "ratio", "wording: machine", "reference", "ratio")
TEXT = (
    "Findings per 1,000 words in four systems' translations of the same news and in the references people made of it, "
    "all taken for translations from Spanish, without source and engine. *Lexicons*: the rules that report entries. "
    "*Wording*: these and the rules of names and grammar. No rule or entry was written for this set; "
    "entries that a judged sample showed to be wrong have been taken out since (`coverage_judged.md`)."
)
SAMPLED = 100
CONTEXT = 60
FILE = "wmt13_es_en.jsonl.gz"


@dataclass(slots=True, kw_only=True)
class Found:
    """Findings in some text: of the lexicons, of all rules of wording, names and grammar, and where they are."""

    words: int = 0
    lexicon: int = 0
    wording: int = 0
    places: list[tuple[str, str, str, str, str]] = field(default_factory=list)

    def per_1000(self, count: int) -> float:
        """A count per 1,000 words."""
        return 1000 * count / max(1, self.words)


def run(bench: Workbench) -> None:
    """Findings per 1,000 words of each system and of its references, and a random sample to judge: `coverage.md`."""
    path = bench.shared / "bench" / FILE
    if not bench.present(path):
        return
    rows = [row for row in read(path) if row.system in SYSTEMS]
    table: list[Cells] = [HEADER]
    places: list[Cells] = []
    with bench.auditor() as auditor:
        for system, held in sorted(grouped(rows, lambda row: row.system).items()):
            machine = measure(auditor, _articles(held, reference=False))
            people = measure(auditor, _articles(held, reference=True))
            places += [(system, *place) for place in machine.places]
            table.append((system, f"{machine.words:,}", *_compared(machine, people)))
    sections = [Section(title="WMT 2013, Spanish news", text="", rows=tuple(table)), _sample(places)]
    bench.write_sections("coverage.md", "Coverage of unseen machine English", [TEXT], sections)


def measure(auditor: Auditor, texts: Iterable[str]) -> Found:
    """Audit articles as translations and count their findings by what they are about."""
    held = Found()
    for at, text in enumerate(texts):
        report = auditor.audit(Document(id=str(at), text=text, source_lang=LANGUAGE))
        held.words += report.document.words
        for issue in report.issues:
            if any(part in issue.category for part in SURFACE):
                continue
            held.wording += 1
            held.lexicon += "entry" in issue.evidence
            before, after = text[max(0, issue.start - CONTEXT) : issue.start], text[issue.end :][:CONTEXT]
            entry = str(issue.evidence.get("entry", ""))
            held.places.append((f"{issue.rule} {issue.name}", entry, before, issue.text, after))
    return held


def _articles(rows: Sequence[Row], *, reference: bool) -> Iterator[str]:
    """The documents of one system, or their references, a paragraph a segment group."""
    for segments in grouped(rows, lambda row: row.segment[0]).values():
        paragraphs = grouped(segments, lambda row: row.meta.get("par")).values()
        texts = ([row.reference if reference else row.target for row in held] for held in paragraphs)
        yield "\n\n".join(map(" ".join, texts))


def _compared(machine: Found, people: Found) -> Iterator[str]:
    for here, there in ((machine.lexicon, people.lexicon), (machine.wording, people.wording)):
        yield number(machine.per_1000(here), 2)
        yield number(people.per_1000(there), 2)
        ratio = machine.per_1000(here) / people.per_1000(max(there, 1))
        yield number(ratio, 1) if there else f"> {ratio:.0f}"


def _sample(places: Sequence[Cells]) -> Section:
    drawn = random.Random(0).sample(places, min(SAMPLED, len(places)))  # noqa: S311 - a sample, not a secret
    rows: list[Cells] = [("system", "rule", "entry", "in its sentence")]
    for system, rule, entry, before, text, after in drawn:
        rows.append((system, rule, entry, _cell(f"{before}**{text}**{after}")))
    return Section(title=f"{len(drawn)} findings drawn at random", text="", rows=tuple(rows))


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")
