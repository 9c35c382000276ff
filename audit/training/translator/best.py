"""Validates the averaged weights of a run and keeps the best translator of it."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import mean

from audit.training.translator.checkpoints import State
from audit.training.translator.direction import Direction
from audit.training.translator.export import export
from audit.training.translator.network import Size, network
from audit.training.translator.pieces import Pieces
from audit.training.translator.reading import Pair
from audit.training.translator.validation import scores

SCORES = "scores.json"
"""Beside the translator: the step it was taken at and what it scored."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judge:
    """Validates on `pairs`; the folder `best` holds the translator with the highest chrF, mean over directions."""

    best: Path
    spm: Path
    size: Size
    directions: tuple[Direction, ...]
    pairs: Sequence[Pair]
    threads: int
    log: Callable[[str], None]

    def judge(self, step: int, weights: State) -> None:
        """Export the weights of a step, score them, and keep them if none were better."""
        pieces = Pieces(self.spm)
        held = network(self.size, pieces.pad, pieces.eos)
        held.load_state_dict(weights)
        with tempfile.TemporaryDirectory(dir=self.best.parent) as name:
            folder = Path(name, "translator")
            export(held, self.spm, self.directions, folder)
            found = scores(folder, self.pairs, self.directions, self.threads)
            chrf = round(mean(one.chrf for one in found), 2)
            told = {"step": step, "chrf": chrf, "scores": [asdict(one) for one in found]}
            self.log(json.dumps(told))
            (folder / SCORES).write_text(json.dumps(told, indent=1) + "\n", "utf-8")
            if chrf > self._highest():
                shutil.rmtree(self.best, ignore_errors=True)
                folder.replace(self.best)

    def _highest(self) -> float:
        path = self.best / SCORES
        return float(json.loads(path.read_text("utf-8"))["chrf"]) if path.exists() else -1.0
