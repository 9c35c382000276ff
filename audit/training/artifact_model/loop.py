"""The training loop: AdamW, linear warm-up and decay, checkpoints that a later run continues from."""

from __future__ import annotations

import json
import random
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch

from audit.training.artifact_model.batches import Batch, EncodedGroup, batches
from audit.training.artifact_model.network import Network, losses, total

Log = Callable[[str], None]


REPORTED_EVERY = 50
"""Steps between two lines of the curve."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """How long and how fast: `steps` batches, learning rate up over `warm_up` of them and linearly down to nothing."""

    steps: int
    rate: float = 1.5e-4
    warm_up: float = 0.04
    save_every: int = 400
    seed: int = 1

    def factor(self, step: int) -> float:
        """The share of the peak learning rate at a step."""
        rise = max(1, int(self.warm_up * self.steps))
        return min(1.0, (step + 1) / rise, max(0.0, (self.steps - step) / max(1, self.steps - rise)))


def train(
    network: Network, draw: Callable[[int], Sequence[EncodedGroup]], schedule: Schedule, folder: Path, log: Log
) -> None:
    """Train in place. `draw(pass_number)` gives the groups of one pass; checkpoints and the curve go to `folder`."""
    torch.manual_seed(schedule.seed)
    wanted = [p for p in network.parameters() if p.requires_grad]
    optimizer = torch.optim.AdamW(wanted, lr=schedule.rate, weight_decay=0.01, fused=True)
    start = _resume(network, optimizer, folder)
    network.train()
    began, seen = time.monotonic(), 0
    means: dict[str, list[float]] = defaultdict(list)
    for step, batch in _stream(draw, schedule, start):
        for group in optimizer.param_groups:
            group["lr"] = schedule.rate * schedule.factor(step)
        torch.manual_seed(schedule.seed * 1_000_003 + step)  # a run that goes on leaves out the same values
        for name, value in _step(network, optimizer, batch).items():
            means[name].append(value)
        seen += int(batch.mask.sum())
        if (step + 1) % REPORTED_EVERY == 0:
            line = {"step": step + 1, **{name: round(sum(v) / len(v), 4) for name, v in sorted(means.items())}}
            line["pieces_per_second"] = round(seen / (time.monotonic() - began))
            log(json.dumps(line))
            means.clear()
        if (step + 1) % schedule.save_every == 0 or step + 1 == schedule.steps:
            _save(network, optimizer, step + 1, folder)


def _step(network: Network, optimizer: torch.optim.Optimizer, batch: Batch) -> dict[str, float]:
    """One step down the gradient; the losses it started from. The network runs in bfloat16 where the device can."""
    device = next(network.parameters()).device
    there = batch.to(device)
    with torch.autocast(device.type, torch.bfloat16, enabled=short_floats(device)):
        tokens, values = network(there)
    held = losses(there, tokens.float(), values.float())
    total(held).backward()
    torch.nn.utils.clip_grad_norm_([p for p in network.parameters() if p.requires_grad], 1.0)
    optimizer.step()
    optimizer.zero_grad()
    return {name: float(value.detach()) for name, value in held.items()}


def short_floats(device: torch.device) -> bool:
    """Whether bfloat16 is quick on the device: on CPUs with its instructions it takes two thirds of float32's time."""
    if device.type == "cpu":
        return bool(getattr(torch.cpu, "_is_avx512_bf16_supported", bool)())
    return bool(device.type == "cuda")


def _stream(
    draw: Callable[[int], Sequence[EncodedGroup]], schedule: Schedule, start: int
) -> Iterator[tuple[int, Batch]]:
    """Numbered batches from pass to pass; those before `start` are drawn and skipped: a resumed run is the same."""
    step, number = 0, 0
    while step < schedule.steps:
        rng = random.Random(schedule.seed * 1000 + number)  # noqa: S311 - reproducible, not secret
        for batch in batches(draw(number), rng):
            if step >= schedule.steps:
                return
            if step >= start:
                yield step, batch
            step += 1
        number += 1


def _save(network: Network, optimizer: torch.optim.Optimizer, step: int, folder: Path) -> None:
    held = {"network": network.state_dict(), "optimizer": optimizer.state_dict(), "step": step}
    torch.save(held, folder / "checkpoint.new")
    (folder / "checkpoint.new").replace(folder / "checkpoint.pt")


def _resume(network: Network, optimizer: torch.optim.Optimizer, folder: Path) -> int:
    path = folder / "checkpoint.pt"
    if not path.exists():
        return 0
    held = torch.load(path, weights_only=True, map_location=next(network.parameters()).device)
    network.load_state_dict(held["network"])
    optimizer.load_state_dict(held["optimizer"])
    return int(held["step"])
