"""The page is whole in itself, holds what the reports hold, and nothing of an article is anything but text in it."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import re
from dataclasses import replace
from pathlib import Path

import pytest

from audit.document import Role
from audit.report import Report, Scores
from tests.renderers.html.pages import bare, nested, page, parsed, wicked
from tests.renderers.rendering import rendered
from tests.renderers.reports import clean, document, finding, flawed, hostile, report

GOLDEN = Path(__file__).parents[1] / "golden" / "report.html"
MIBI = 1 << 20
HIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")


def test_the_markup_is_as_the_golden_file() -> None:
    """After an intended change run this with UPDATE_GOLDEN=1 and read the difference."""
    got = bare(page(flawed(), clean(), hostile(), nested()))
    if os.environ.get("UPDATE_GOLDEN"):
        GOLDEN.write_text(got, "utf-8")
    assert got == GOLDEN.read_text("utf-8")


@pytest.mark.parametrize("reports", [(), (clean(),), (flawed(), clean(), hostile(), nested(), wicked())])
def test_every_id_is_there_once_and_every_reference_leads_somewhere(reports: tuple[Report, ...]) -> None:
    """Links, labels and controls name an element of the page."""
    tree = parsed(*reports)
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))
    named = {place.removeprefix("#") for place in tree.xpath("//a/@href")}
    named |= {
        one for held in tree.xpath("//@aria-labelledby | //@aria-controls | //@popovertarget") for one in held.split()
    }
    named |= set(tree.xpath("//*[local-name()='g']/@data-go"))
    assert named <= set(ids)


def test_tags_are_closed_in_order() -> None:
    """What an HTML parser would mend in silence is not there to be mended."""
    text = re.sub(
        r"<(script|style)\b.*?</\1>", "", page(flawed(), clean(), hostile(), nested(), wicked()), flags=re.DOTALL
    )
    empty = {"meta", "input", "line", "path", "rect"}
    held: list[str] = []
    for closing, name, end in re.findall(r"<(/?)([a-z0-9]+)\b(?:[^\"'<>]|\"[^\"]*\")*?(/?)>", text):
        if closing:
            assert held.pop() == name
        elif name not in empty and not end:
            held.append(name)
    assert held == []


def test_the_policy_allows_this_style_and_script_and_no_address() -> None:
    """The digests are those of what stands in the page; nothing else may be loaded, run or sent."""
    tree = parsed(wicked())
    [policy] = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    for kind, path in (("style", "//style"), ("script", "//script[not(@type)]")):
        [element] = tree.xpath(path)
        digest = base64.b64encode(hashlib.sha256(element.text.encode()).digest()).decode()
        assert f"{kind}-src 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    assert "://" not in bare(page(flawed()))


def test_the_page_has_no_attribute_that_runs_or_loads() -> None:
    """However an article is written, it adds no element with a handler, a style or an address."""
    tree = parsed(wicked(), hostile())
    names = {name for element in tree.iter() for name in element.attrib}
    assert not {name for name in names if name.startswith("on")}
    assert not names & {"style", "src", "srcdoc", "srcset", "action", "formaction", "ping", "background"}
    assert len(tree.xpath("//script")) == 2
    assert all(place.startswith("#") for place in tree.xpath("//@href"))


def test_hidden_characters_show_as_escapes() -> None:
    """Neither text nor attribute holds a control, a bidi mark or half a surrogate pair; each is written out."""
    text = page(wicked(), hostile())
    assert HIDDEN.search(text) is None
    assert '<span class="escape">\\u202e</span>' in text
    assert '<span class="escape">\\u200b\\x00\\udc80\\u2028</span>' in text
    assert "{{ 7*7 }}" in text


def test_the_text_of_a_paragraph_is_whole() -> None:
    """Marks and numbers aside, a paragraph reads as it does in the article."""
    tree = parsed(nested())
    [first, second] = tree.xpath("//p[starts-with(@class, 'text ')]")
    for link in tree.xpath("//a[starts-with(@class, 'ref ')]"):
        link.drop_tree()
    assert first.text_content() == "One two three four five."
    assert second.text_content() == "Six."


def test_overlapping_spans_show_the_worst_and_tell_all() -> None:
    """Each piece names every finding over it; one that runs on is marked in the next paragraph too."""
    marks = [
        (one.text_content(), one.get("class"), one.get("data-f")) for one in parsed(nested()).xpath("//mark[@data-f]")
    ]
    assert marks == [
        ("One ", "minor", "0"),
        ("two", "critical twice", "0 1"),
        (" ", "minor", "0"),
        ("three", "major twice", "0 2"),
        (" ", "major", "2"),
        ("four", "major twice", "2 3"),
        (" five.", "neutral", "3"),
        ("Six", "neutral", "3"),
    ]


def test_source_back_translation_and_gaps_are_beside_the_text() -> None:
    """What nothing renders stands where it is missing."""
    tree = parsed(nested())
    assert [one.text_content() for one in tree.xpath("//div[@class='other']/p")] == [
        "sourceUno dos tres.",
        "back-translationUna.",
    ]
    order = [one.text_content() for one in tree.xpath("//p[@class='missing']/q | //p[starts-with(@class, 'text ')]")]
    assert [order[0], order[-1]] == ["Cero.", "Siete."]


def test_a_card_tells_what_the_finding_tells() -> None:
    """Rule, span, suggestion, message, reading and evidence; the rule's page has its docstring."""
    tree = parsed(flawed())
    [card] = tree.xpath("//*[@id='f0']")
    told = " ".join(card.text_content().split())
    assert told.startswith("1 major ACC101 calquehis pair of Russia → his Russian counterpart«par» is a counterpart")
    assert "translates back to “su par de Rusia”" in told
    assert "Confidence: 90%" in told
    [note] = tree.xpath("//*[@id='r0']")
    assert "Each word is right: su par is his counterpart." in note.text_content()
    assert [one.text for one in note.xpath(".//em | .//code | .//mark")] == [
        "su par",
        "his counterpart",
        "his pair of",
        "audit explain ACC101",
    ]


def test_a_known_finding_and_what_the_configuration_accepts_are_told() -> None:
    """Nothing that was left out of the count is hidden."""
    tree = parsed(flawed())
    assert tree.xpath("//*[@id='f1']//*[@class='known']/text()") == ["known"]
    assert "2 more findings, by the configuration" in tree.text_content()


def test_a_finding_of_no_paragraph_has_its_card() -> None:
    """Nothing that counts is left out of the page."""
    stray = finding(document(), "Envoys", paragraph=99)
    assert parsed(report(document(), stray)).xpath("//h3[text()='Of no paragraph']/..//*[@id='f0']")


def test_unscored_paragraphs_are_drawn_as_such() -> None:
    """An article without scores has no chart, and one paragraph without has a cross."""
    assert not parsed(clean()).xpath("//figure")
    scored = flawed()
    tree = parsed(replace(scored, paragraph_scores=(Scores(words=4), *scored.paragraph_scores[1:])))
    assert len(tree.xpath("//*[local-name()='path'][@class='absent']")) == 1
    assert tree.xpath("//figure//svg/@aria-label") == ["Fluency of 7 paragraphs, from 48 to 48 of 100; 1 not scored"]


def test_no_articles_is_said() -> None:
    """An empty feed gives a page that says so."""
    assert parsed().xpath("string(//main)").split() == ["No", "articles", "to", "audit."]


def test_several_articles_have_an_overview() -> None:
    """One row an article, in order, each leading to its section; one article needs none."""
    tree = parsed(flawed(), clean())
    rows = [[cell.text_content() for cell in row] for row in tree.xpath("//tbody/tr")]
    assert rows[0] == ["Envoys agree", "118", "5", "2", f"{flawed().scores.mqm:.1f}", "48", "0"]
    assert rows[1] == ["rain", "5", "0", "0", "100.0", "not scored", "0"]
    assert not parsed(flawed()).xpath("//table")


def test_twenty_articles_of_five_hundred_words_stay_below_a_mebibyte() -> None:
    """With a finding in every other sentence and a back-translation of everything."""
    text = page(*map(_long, range(20)))
    assert text.count('class="card ') == 300
    assert len(text.encode()) < MIBI


def _long(index: int) -> Report:
    """Six paragraphs of 95 words."""
    text = "The ambassador met his pair of Russia for two hours on Monday and said that the talks went well. " * 5
    article = document(((Role.BODY, text),) * 6, id=f"article-{index}")
    article = replace(article, paragraphs=tuple(replace(one, back_translation=text) for one in article.paragraphs))
    seen = {"back_translation": "su par de Rusia", "suspicion": 0.4}
    issue = finding(article, "his pair of Russia", suggestion="his Russian counterpart", evidence=seen)
    starts = [match.start() for match in re.finditer(issue.text, article.text)][::2]
    places = [(start, article.paragraph_at(start)) for start in starts]
    issues = [
        replace(issue, start=start, end=start + len(issue.text), paragraph=held.index) for start, held in places if held
    ]
    return report(article, *issues, fluency=60)


def test_the_worksheet_in_the_page_is_data() -> None:
    """It reads back as what it was, and cannot end its element."""
    tree = parsed(wicked())
    [element] = tree.xpath("//script[@type='application/json']")
    assert re.search("[<>&\u2028]", element.text) is None
    held = json.loads(element.text)
    assert held["texts"][held["spans"][0]] == "</script><img"
    assert held["texts"][held["remedies"][0]] == wicked().issues[0].suggestion
    assert re.fullmatch("[0-9a-f]{16}", held["digest"])


def test_pages_of_different_reports_keep_their_decisions_apart() -> None:
    """The digest tells them apart, and is the same for the same report."""
    digests = {re.search('"digest":"([0-9a-f]+)"', page(one))[1] for one in (flawed(), flawed(), hostile(), clean())}  # type: ignore[index]
    assert len(digests) == 3


def test_the_format_is_installed_and_knows_the_rules() -> None:
    """`--format html` finds the renderer, and the page explains a built-in rule."""
    assert "A phrase rendered word by word" not in rendered("html", flawed())
    assert "The phrases are those of the lexicon" in rendered("html", flawed())
