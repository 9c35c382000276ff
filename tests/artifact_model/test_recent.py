"""The memory of what was read last."""

from __future__ import annotations

from audit.artifact_model.recent import Recent


def test_what_is_remembered_is_not_computed_again() -> None:
    """Every key is computed once, in order of first mention."""
    asked: list[list[str]] = []

    def upper(keys: list[str]) -> list[str]:
        asked.append(keys)
        return [key.upper() for key in keys]

    recent: Recent[str, str] = Recent(10)
    assert recent.get_all(["b", "a", "b"], upper) == {"a": "A", "b": "B"}
    assert recent.get_all(["a", "c"], upper) == {"a": "A", "c": "C"}
    assert recent.get_all(["a", "b", "c"], upper) == {"a": "A", "b": "B", "c": "C"}
    assert asked == [["b", "a"], ["c"]]


def test_the_oldest_is_forgotten_first() -> None:
    """A key asked for again counts as new; an answer is whole even where it exceeds the memory."""
    asked: list[int] = []

    def same(keys: list[int]) -> list[int]:
        asked.extend(keys)
        return keys

    recent: Recent[int, int] = Recent(2)
    recent.get_all([1], same)
    recent.get_all([2], same)
    recent.get_all([1], same)
    assert recent.get_all([3], same) == {3: 3}
    recent.get_all([1], same)
    assert asked == [1, 2, 3]
    assert recent.get_all([4, 5, 6], same) == {4: 4, 5: 5, 6: 6}
