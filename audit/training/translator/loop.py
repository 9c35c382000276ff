"""The training loop: AdamW over the stream of batches, with checkpoints that a later call goes on from."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import torch

from audit.training.artifact_model.loop import short_floats
from audit.training.translator.batches import IGNORED, Batch, tensors
from audit.training.translator.checkpoints import keep, resume, save
from audit.training.translator.network import loss
from audit.training.translator.schedule import Schedule
from audit.training.translator.stream import Stream

if TYPE_CHECKING:
    from transformers import MarianMTModel

REPORTED_EVERY = 50
"""Steps between two lines of the curve."""
BETAS = (0.9, 0.98)
"""Adam's, as in Vaswani et al. 2017."""
DECAY = 0.01
"""Weight decay, AdamW's default."""
NORM = 1.0
"""Gradients are cut to this norm."""


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


def train(network: MarianMTModel, stream: Stream, schedule: Schedule, work: Path, watch: Watch) -> int:
    """Train in place from the last checkpoint in `work` to the schedule's end or its time limit; says the step."""
    optimizer = torch.optim.AdamW(network.parameters(), betas=BETAS, weight_decay=DECAY, fused=True)
    step, place = resume(network, optimizer, work)
    network.train()
    meter, saved = Meter(watch.clock), step
    with closing(stream.batches(place)) as batches:
        while step < schedule.steps and watch.clock() < schedule.until:
            shelf, place = next(batches)
            batch = tensors(shelf, stream.size, stream.pieces.pad, stream.pieces.eos)
            meter.add(*_step(network, optimizer, batch, schedule, step))
            step += 1
            if step % REPORTED_EVERY == 0:
                watch.log(meter.line(step, schedule.at(step - 1)))
            if step % schedule.every == 0 or step == schedule.steps:
                saved = step
                save(network, optimizer, (step, place), work)
                keep(network, step, work, schedule.averaged)
                _judge(network, step, watch)
                meter.restart()
    if saved != step:
        if step % REPORTED_EVERY:
            watch.log(meter.line(step, schedule.at(step - 1)))
        save(network, optimizer, (step, place), work)
        _judge(network, step, watch)
    return step


def _judge(network: MarianMTModel, step: int, watch: Watch) -> None:
    network.eval()
    watch.judged(step)
    network.train()


def _step(
    network: MarianMTModel, optimizer: torch.optim.Optimizer, batch: Batch, schedule: Schedule, step: int
) -> tuple[torch.Tensor, torch.Tensor]:
    """One step down the gradient, in bfloat16 where the device is quick at it: the loss and the target pieces."""
    for group in optimizer.param_groups:
        group["lr"] = schedule.at(step)
    torch.manual_seed(schedule.seed * 1_000_003 + step)  # a run that goes on leaves out the same values
    device = next(network.parameters()).device
    there = batch.to(device)
    with torch.autocast(device.type, torch.bfloat16, enabled=short_floats(device)):
        value = loss(network, there)
    value.backward()
    torch.nn.utils.clip_grad_norm_(network.parameters(), NORM)
    optimizer.step()
    optimizer.zero_grad()
    return value.detach(), (batch.labels != IGNORED).sum()
