"""The linear heads over the encoder's vectors."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from audit.errors import PluginError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

NAMES = ("token_weight", "token_bias", "sentence_weight", "sentence_bias")
"""Arrays of `heads.npz`."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Heads:
    """k token heads (`token_weight` [k, width]) and m sentence heads (`sentence_weight` [m, width]), with biases."""

    token_weight: NDArray[np.float32]
    token_bias: NDArray[np.float32]
    sentence_weight: NDArray[np.float32]
    sentence_bias: NDArray[np.float32]

    @property
    def shape(self) -> tuple[int, int, int]:
        """Token heads, sentence heads, width."""
        return len(self.token_bias), len(self.sentence_bias), int(self.token_weight.shape[1])

    def token_logits(self, vectors: NDArray[np.float32]) -> NDArray[np.float32]:
        """Logits [pieces, k] of vectors [pieces, width]."""
        return vectors @ self.token_weight.T + self.token_bias

    def sentence_values(self, vectors: NDArray[np.float32]) -> NDArray[np.float32]:
        """Values [m] of the mean of vectors [pieces, width]."""
        values: NDArray[np.float32] = self.sentence_weight @ vectors.mean(axis=0) + self.sentence_bias
        return values


def load_heads(path: Path) -> Heads:
    """The heads of a `heads.npz`; raises PluginError when an array is missing or of another shape."""
    import zipfile

    import numpy as np

    try:
        with path.open("rb") as stream, np.load(stream, allow_pickle=False) as held:
            heads = Heads(**{name: held[name].astype(np.float32) for name in NAMES})
    except (OSError, ValueError, KeyError, EOFError, TypeError, zipfile.BadZipFile) as cause:
        raise PluginError(
            f"artifact model {path.parent}: heads.npz does not load: {cause} – export it again"
        ) from cause
    _check(heads, path)
    return heads


def _check(heads: Heads, path: Path) -> None:
    for weight, bias in ((heads.token_weight, heads.token_bias), (heads.sentence_weight, heads.sentence_bias)):
        if bias.ndim != 1 or weight.shape != (len(bias), heads.token_weight.shape[-1]):
            raise PluginError(
                f"artifact model {path.parent}: heads.npz: weights {weight.shape} do not fit biases {bias.shape}"
                " – export it again"
            )
