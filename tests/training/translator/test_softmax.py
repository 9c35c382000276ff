"""A sample of the vocabulary stands fairly for all of it."""

from __future__ import annotations

from typing import Any

import pytest

torch = pytest.importorskip("torch")

from hypothesis import given, settings
from hypothesis import strategies as st

from audit.training.translator.softmax import SMALL, Sampling, candidates, cross_entropy, sampling

PIECES, WIDTH = 120, 8


def drawn(seed: int, rows: int = 6) -> tuple[Any, Any, Any]:
    """Vectors, labels and weights."""
    torch.manual_seed(seed)
    return torch.randn(rows, WIDTH), torch.randint(PIECES, (rows,)), torch.randn(PIECES, WIDTH)


@settings(max_examples=20, deadline=None)
@given(seed=st.integers(0, 10_000), first=st.integers(0, 60), count=st.integers(20, 60))
def test_the_sum_over_the_vocabulary_is_right_on_average(seed: int, first: int, count: int) -> None:
    """Over many draws, whatever the share that is drawn; always with the labels and the first pieces."""
    vectors, labels, weights = drawn(seed)
    scores = 0.5 * vectors @ weights.T
    sums = []
    for _ in range(300):
        chosen, extra = candidates(labels, PIECES, Sampling(first=first, drawn=count))
        assert {*range(first), *labels.tolist()} <= {*chosen.tolist()}
        assert len(chosen) == len({*range(first), *labels.tolist()}) + count
        sums.append((scores[:, chosen] + extra).exp().sum(1))
    mean, whole = torch.stack(sums).mean(0), scores.exp().sum(1)
    error = torch.stack(sums).std(0) / 300**0.5
    assert ((mean - whole).abs() < 5.5 * error + 1e-3).all()


def test_a_sample_of_everything_is_exact() -> None:
    """Loss and gradient are those of the whole vocabulary."""
    found = []
    for sampled in (None, Sampling(first=10, drawn=PIECES), Sampling(first=PIECES, drawn=5)):
        vectors, labels, weights = drawn(1)
        weights.requires_grad_()
        value = cross_entropy(vectors, labels, weights, sampled)
        value.backward()
        found.append((value.detach(), weights.grad))
    for value, gradient in found[1:]:
        assert torch.allclose(value, found[0][0])
        assert torch.allclose(gradient, found[0][1], atol=1e-6)


def test_a_sampled_loss_is_near_the_whole() -> None:
    """On average over draws, and never far."""
    vectors, labels, weights = drawn(2, rows=50)
    whole = float(cross_entropy(vectors, labels, 0.3 * weights, None))
    found = [float(cross_entropy(vectors, labels, 0.3 * weights, Sampling(first=20, drawn=30))) for _ in range(50)]
    assert sum(found) / 50 == pytest.approx(whole, abs=0.05)
    assert max(abs(value - whole) for value in found) < 0.3


def test_samples_are_for_large_vocabularies_on_a_cpu() -> None:
    """A GPU multiplies quickly, and a small vocabulary is soon multiplied."""
    cpu = torch.device("cpu")
    assert sampling(12_000, cpu) == Sampling()
    assert sampling(SMALL, cpu) is None
    assert sampling(12_000, torch.device("cuda")) is None
