"""A small memory of what was read last."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

K = TypeVar("K")
V = TypeVar("V")


class Recent(Generic[K, V]):
    """Remembers the `size` values asked for last."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._held: OrderedDict[K, V] = OrderedDict()

    def get_all(self, keys: Iterable[K], compute: Callable[[list[K]], Iterable[V]]) -> dict[K, V]:
        """The value of every key; those not remembered are computed at once, each once, in order of first mention."""
        wanted = dict.fromkeys(keys)
        missing = [key for key in wanted if key not in self._held]
        held = {key: self._held[key] for key in wanted if key in self._held}
        held.update(zip(missing, compute(missing) if missing else (), strict=True))
        for key, value in held.items():
            self._held[key] = value
            self._held.move_to_end(key)
        while len(self._held) > self._size:
            self._held.popitem(last=False)
        return held
