"""The drawings are true to the scores."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from audit.renderers.html.charts import BINS, NARROWEST_BAR, chart, histogram
from audit.report import Scores

SCORES = st.lists(st.builds(Scores, fluency=st.none() | st.floats(0, 100), fluency_low=st.none() | st.floats(-9, 100)))


@given(SCORES)
def test_every_paragraph_has_its_bar_within_the_drawing(scores: list[Scores]) -> None:
    """Unscored ones too, while any is scored; values are 0 to 100."""
    drawn = chart(scores)
    if drawn is None:
        assert all(one.fluency is None for one in scores)
        return
    assert [bar.value is None for bar in drawn.bars] == [one.fluency is None for one in scores]
    assert all(0 <= held <= 100 for bar in drawn.bars for held in (bar.value, bar.low) if held is not None)
    assert drawn.bar < NARROWEST_BAR or drawn.bars[-1].x + drawn.bar <= drawn.width + 0.5


@given(SCORES)
def test_the_histogram_counts_every_scored_paragraph(scores: list[Scores]) -> None:
    """A fluency of 100 too; with nothing scored there is none."""
    bins = histogram(scores)
    assert sum(one.count for one in bins) == sum(one.fluency is not None for one in scores)
    assert len(bins) in {0, BINS}
    assert max((one.height for one in bins), default=100) == 100


def test_what_reads_as_rendered_is_drawn_apart() -> None:
    """Below the bar of the verdict; the words tell it too."""
    drawn = chart([Scores(fluency=49.9), Scores(fluency=50.0, fluency_low=40, fluency_high=60), Scores()])
    assert drawn is not None
    assert [bar.poor for bar in drawn.bars] == [True, False, False]
    assert [bar.told for bar in drawn.bars] == ["Paragraph 1: 50", "Paragraph 2: 50 (40–60)", "Paragraph 3: not scored"]
