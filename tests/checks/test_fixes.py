"""What the fixes of the checks do to a text: safe ones never harm what is right, and leave no gap behind."""

from __future__ import annotations

from io import BytesIO

import pytest

from audit.config import Config
from audit.fixing.rounds import fix
from audit.ingest.rewriting import Reading, open_articles
from audit.pipeline import Auditor

BEFORE = "Council meets on the old bridge\n\nThe town council met on Monday in the old hall.\n\n"
AFTER = "\n\nNobody spoke after that, and the council went home at nine.\n"


@pytest.fixture(scope="module")
def auditor() -> Auditor:
    """Every rule, nothing translated or scored."""
    return Auditor(Config(engine="none", scorer="none"))


def fixed(paragraph: str, auditor: Auditor, *, unsafe: bool = False) -> str:
    """A paragraph of an article after its fixes."""
    data = f"{BEFORE}{paragraph}{AFTER}".encode()
    file = open_articles("-", stdin=BytesIO(data), reading=Reading(input_format="text"))
    text = fix(file, auditor, unsafe=unsafe).file.text
    assert text.startswith(BEFORE)
    assert text.endswith(AFTER)
    return text[len(BEFORE) : -len(AFTER)]


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        ("It was long&nbsp;and dull, he said.<br>Then it ended.", "It was long and dull, he said. Then it ended."),
        ("The end came </p><p>early for all.", "The end came early for all."),
        ("AT&amp;T was glad of the rain on Tuesday.", "AT&T was glad of the rain on Tuesday."),
        ("<p>The mayor resigned on Monday.</p>", "The mayor resigned on Monday."),
        ("The vote [ad_1] passed at noon.", "The vote passed at noon."),
        ("He left [ad_1], and she stayed.", "He left, and she stayed."),
        ("Leave a Reply", ""),
        ("Photo: Juan Pérez / EFE", ""),
        ("kim-putin.jpg", ""),
        ("He said that it was over. . Then he left.", "He said that it was over. Then he left."),
        ("The reform passed , but nobody knew why ; they left.", "The reform passed, but nobody knew why; they left."),
        ("He asked: ¿ Why not?", "He asked: Why not?"),
        ("The »word« was on the wall.", "The “word” was on the wall."),
        ("It is « abused » , he said.", "It is “abused”, he said."),
        ("He spoke of the the end of it.", "He spoke of the end of it."),
        ("“We will see”declared the minister.", "“We will see” declared the minister."),
        ("The agency (Aemet),which keeps watch, agreed.", "The agency (Aemet), which keeps watch, agreed."),
        ("The list (see also: The ten best villages of Spain) ends there.", "The list ends there."),
        ("Madrid (Agencia Cénit).- The law passed.", "Madrid – The law passed."),
        ("He waited.. and left. It ended.. Then he came.", "He waited… and left. It ended. Then he came."),
        ("It closed on monday at the turkish border.", "It closed on Monday at the Turkish border."),
        ("He had said that The army would win.", "He had said that the army would win."),
        ("They walked to the cafÃ© at night.", "They walked to the café at night."),
    ],
)  # fmt: skip
def test_a_safe_fix_reads_as_an_editor_would_have_it(paragraph: str, expected: str, auditor: Auditor) -> None:
    """No double space, no space before a mark, no glued words, and nothing said is lost."""
    assert fixed(paragraph, auditor) == expected


@pytest.mark.parametrize(
    "paragraph",
    [
        "Home » News » Sports",
        "The team won 3 : 2 on the night of the match.",
        "“¿Quién mató a Palomino Molero?” is a novel that he had read.",
        "He replied ” No way.” and left the room at once.",
        "We ate french fries and danish pastries in the rain.",
        "Inflation was 5 per cent. of the total. Why me? he wondered.",
        "The <b> tag is bold in the text that he wrote.",
        "The vote passed. Read also: The ten best villages of Spain. The mayor left.",
        "The president in the flooded area of the town yesterday morning / AFP",
        "This article was originally published by The Conversation",
        "***",
        "https://example.com/article/1",
        "The full text of the law is here: annual_report-2024.pdf",
        "It is known that the Decision of the board and the Proposal of the workers were refused.",
        "He checked in in the morning and went to to see it.",
    ],
)
def test_what_may_be_right_is_left_to_a_person(paragraph: str, auditor: Auditor) -> None:
    """Without --unsafe nothing changes where a fix could do harm."""
    assert fixed(paragraph, auditor) == paragraph


def test_a_pronoun_goes_with_its_space(auditor: Auditor) -> None:
    """A subject said twice leaves one space when it goes."""
    twice = "The leader of North Korea, Kim Jong-un, he traveled for the first time in four years."
    assert fixed(twice, auditor, unsafe=True) == twice.replace(" he ", " ")


def test_a_refrain_is_kept_and_a_line_beside_its_double_goes(auditor: Auditor) -> None:
    """A line that stands twice goes where the two stand together; far apart it may be meant."""
    line = "We will win the vote of the year"
    middle = "\n\n".join(
        f"The {word} speaker of the night was met with silence." for word in ("first", "second", "last")
    )
    assert fixed(f"{line}\n\n{line}", auditor) == f"{line}\n\n"
    assert fixed(f"{line}\n\n{middle}\n\n{line}", auditor) == f"{line}\n\n{middle}\n\n{line}"
