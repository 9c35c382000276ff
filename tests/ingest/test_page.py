"""The paragraphs of a page as a browser shows them."""

from __future__ import annotations

import pytest

from audit.document import Role
from audit.ingest.page import Block, blocks


def shown(raw: str) -> list[str]:
    """The visible paragraphs of a page."""
    return [block.traced.text for block in blocks(raw) if not block.element.hidden]


def only(raw: str) -> Block:
    """The one paragraph of a page."""
    (block,) = blocks(raw)
    return block


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("<a>the</a>Massa", ["theMassa"]),
        ("the <a>Massa</a> , said", ["the Massa , said"]),
        ("<b>a </b> <i> b</i>", ["a b"]),
        ("<p> a\r\n\t b </p>", ["a b"]),
        ("a&nbsp; b\xa0c", ["a\xa0 b\xa0c"]),
        ("a<span>b</span><div>c</div>d", ["ab", "c", "d"]),
        ("<p>a<p>b</p>c", ["a", "b", "c"]),
        ("a</p>b", ["a", "b"]),
        ("a<br>b <br/> c", ["a\nb\nc"]),
        ("a<br><br>b<br> <br>c<br>", ["a", "b", "c"]),
        ("a<hr>b", ["a", "b"]),
        ("<ul><li>a<li>b<ul><li>c</ul>d</ul>e", ["a", "b", "c", "d", "e"]),
        ("<dl><dt>a<dd>b<dt>c</dl>", ["a", "b", "c"]),
        ("<table><tr><td>a<td>b<tr><th>c</table>", ["a", "b", "c"]),
        ("<pre>a  b\n  c&amp;d</pre>", ["a  b\n  c&d"]),
        ("x <pre>a<br>b</pre>", ["x", "a\nb"]),
        ("said <q>yes</q>.", ["said “yes”."]),
        ("a</q>b <q><q>c</q></q></q>", ["ab ““c””"]),
        ("a<img alt='x'>b<wbr>c", ["abc"]),
        ("soft&shy;hyphen zero\u200bwidth", ["soft\xadhyphen zero\u200bwidth"]),
        ("cafe\u0301 😀", ["cafe\u0301 😀"]),
        ("AT&T &amp; co &", ["AT&T & co &"]),
        ("&#1;", []),
        ("<pre> \n </pre>", []),
        ("", []),
        ("<div></div> \n", []),
    ],
)
def test_paragraphs_show_as_in_a_browser(raw: str, expected: list[str]) -> None:
    """Blocks break, inline elements add and take nothing, white space collapses."""
    assert shown(raw) == expected


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("a<span hidden>x</span>b", ["ab"]),
        ("a <i style='color:red; display : NONE'>x<i>y</i>z</i>b", ["a b"]),
        ("<div hidden><p>x</p><br><ul><li>y</ul></div><p>b", ["b"]),
        ("<template><p>x</p></template>b<noscript>y</noscript>c", ["bc"]),
        ("<svg><path d=''/><text>x</text></svg>a<svg/>b", ["ab"]),
        ("<div>a<span hidden>x</div>b", ["a", "b"]),
        ("<p data-x='hidden-display'>a", ["a"]),
        ("a<select><option>x<option>y</select>b", ["a", "b"]),
        ("a<input hidden>b", ["ab"]),
        ("a<span hidden><p></q>x", ["a"]),
    ],
)
def test_hidden_text_does_not_show(raw: str, expected: list[str]) -> None:
    """What a browser hides is kept apart and does not break the line around it."""
    assert shown(raw) == expected


@pytest.mark.parametrize(
    ("raw", "role"),
    [
        ("<h1>x", Role.HEADLINE),
        ("<h4>x", Role.HEADING),
        ("<figure><figcaption><p>x", Role.CAPTION),
        ("<p class='wp-caption-text'>x", Role.CAPTION),
        ("<li><p>x", Role.LIST_ITEM),
        ("<blockquote><div>x", Role.QUOTE),
        ("<blockquote><h2>x", Role.HEADING),
        ("<p>x", None),
    ],
)
def test_elements_mark_roles(raw: str, role: Role | None) -> None:
    """The innermost element that says something counts."""
    assert only(raw).element.role is role


def test_what_stands_beside_an_article_is_marked() -> None:
    """Navigation, asides, footers and forms are apart, with all inside them."""
    held = {block.traced.text: block.element.apart for block in blocks("<nav><ul><li>a</ul></nav><p>b<footer>c")}
    assert held == {"a": True, "b": False, "c": True}


def test_deep_nesting_still_breaks_paragraphs() -> None:
    """Beyond the depth of a browser's tree elements are no longer opened, and end tags do no harm."""
    assert shown("<div>" * 2000 + "a<div>b" + "</div>" * 3000 + "c") == ["a", "b", "c"]


def test_an_end_tag_left_out_closes_nothing_beyond_its_list() -> None:
    """A list inside an item does not end it."""
    inner, after = blocks("<ol><li><ul><li>a</ul><p>b</ol>")
    assert (inner.element.role, after.element.role) == (Role.LIST_ITEM, Role.LIST_ITEM)
