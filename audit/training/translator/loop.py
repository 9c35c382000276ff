"""The training loop: step after step over the stream of batches, with checkpoints that a later call goes on from."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import torch

from audit.training.translator.checkpoints import keep, resume, save
from audit.training.translator.hiring import hired
from audit.training.translator.learner import Learner
from audit.training.translator.stream import Stream

if TYPE_CHECKING:
    from transformers import MarianMTModel

REPORTED_EVERY = 50
"""Steps between two lines of the curve."""


class Meter:
    """Mean loss and speed since the last line of the curve; `clock` counts seconds."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock, self._began = clock, clock()
        self._losses: list[torch.Tensor] = []
        self._tokens: list[torch.Tensor] = []

    def add(self, value: torch.Tensor, tokens: torch.Tensor) -> None:
        """Take the loss and the number of target pieces of a step; nothing is waited for."""
        self._losses.append(value)
        self._tokens.append(tokens)

    def line(self, step: int, rate: float) -> str:
        """One JSON object: the step, its learning rate, the mean loss and target pieces a second; starts anew."""
        mean, tokens = float(torch.stack(self._losses).mean()), int(torch.stack(self._tokens).sum())
        speed = round(tokens / max(1e-9, self._clock() - self._began))
        self.restart()
        return json.dumps({"step": step, "loss": round(mean, 4), "rate": float(f"{rate:.3g}"), "tokens/s": speed})

    def restart(self) -> None:
        """Forget what was taken."""
        self._losses, self._tokens, self._began = [], [], self._clock()


@dataclass(frozen=True, slots=True, kw_only=True)
class Watch:
    """Who is told: `log` a line, `judged` a step whose weights may be validated; `clock` counts seconds."""

    log: Callable[[str], None]
    judged: Callable[[int], None] = lambda _: None
    clock: Callable[[], float] = time.monotonic


def train(learner: Learner, stream: Stream, work: Path, watch: Watch, workers: int = 1) -> int:
    """Train in place from the last checkpoint in `work` to the schedule's end or its time limit; says the step.

    Each step takes a batch for each of the workers.
    """
    network, schedule = learner.network, learner.schedule
    step, place = resume(network, learner.optimizer, work)
    network.train()
    saved = step
    with hired(learner, workers if step < schedule.steps else 1) as crew, closing(stream.batches(place)) as batches:
        meter = Meter(watch.clock)
        while step < schedule.steps and watch.clock() < schedule.until:
            taken = [next(batches) for _ in range(workers)]
            place = taken[-1][1]
            crew.hand_out([(shelf, step) for shelf, _ in taken])
            meter.add(*learner.step(taken[0][0], step, crew))
            step += 1
            if step % REPORTED_EVERY == 0:
                watch.log(meter.line(step, schedule.at(step - 1)))
            if step % schedule.every == 0 or step == schedule.steps:
                saved = step
                save(network, learner.optimizer, (step, place), work)
                keep(network, step, work, schedule.averaged)
                _judge(network, step, watch)
                meter.restart()
        if saved != step:
            if step % REPORTED_EVERY:
                watch.log(meter.line(step, schedule.at(step - 1)))
            save(network, learner.optimizer, (step, place), work)
            _judge(network, step, watch)
    return step


def _judge(network: MarianMTModel, step: int, watch: Watch) -> None:
    network.eval()
    watch.judged(step)
    network.train()
