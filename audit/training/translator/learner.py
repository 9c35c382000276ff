"""One step of learning, alone or with others."""

from __future__ import annotations

import pickle
from dataclasses import dataclass

import torch
from transformers import MarianMTModel

from audit.training.artifact_model.loop import short_floats
from audit.training.translator.batches import IGNORED, Batch, Shelf, tensors
from audit.training.translator.crew import Crew
from audit.training.translator.guidance import Guide
from audit.training.translator.objective import losses
from audit.training.translator.schedule import Schedule
from audit.training.translator.softmax import Sampling

BETAS = (0.9, 0.98)
"""Adam's, as in Vaswani et al. 2017."""
DECAY = 0.01
"""Weight decay, AdamW's default."""
NORM = 1.0
"""Gradients are cut to this norm."""


def optimizer(network: MarianMTModel) -> torch.optim.Optimizer:
    """AdamW over all weights that are learnt."""
    learnt = [weight for weight in network.parameters() if weight.requires_grad]
    return torch.optim.AdamW(learnt, betas=BETAS, weight_decay=DECAY, fused=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Learner:
    """A network with all that its steps need; `size` is pieces a side in a batch. Every worker of a run has its own."""

    network: MarianMTModel
    optimizer: torch.optim.Optimizer
    schedule: Schedule
    size: int
    sampled: Sampling | None = None
    guide: Guide | None = None

    def step(self, shelf: Shelf, step: int, crew: Crew) -> tuple[torch.Tensor, torch.Tensor]:
        """Go down the crew's mean gradient; says its mean loss in nats per target piece, and its target pieces."""
        for group in self.optimizer.param_groups:
            group["lr"] = self.schedule.at(step)
        # A run that goes on draws the same numbers, and no two workers draw the same.
        torch.manual_seed((self.schedule.seed * 1_000_003 + step) * crew.size + crew.rank)
        config = self.network.config
        batch = tensors(shelf, self.size, config.pad_token_id, config.eos_token_id)
        value = self._gradient(batch, self.schedule.guidance_at(step))
        learnt = [weight for group in self.optimizer.param_groups for weight in group["params"]]
        told = crew.averaged([weight.grad for weight in learnt], value, (batch.labels != IGNORED).sum())
        torch.nn.utils.clip_grad_norm_(learnt, NORM)
        self.optimizer.step()
        self.optimizer.zero_grad()
        return told

    def packed(self) -> bytes:
        """What `unpacked` makes a copy of, in another process; the copy shares no memory with this one."""
        states = self.network.state_dict(), self.optimizer.state_dict()
        return pickle.dumps((self.network.config, states, self.schedule, self.size, self.sampled, self.guide))

    def _gradient(self, batch: Batch, guidance: float) -> torch.Tensor:
        """In bfloat16 where the device is quick at it."""
        guide = self.guide if guidance > 0 else None
        # Only the slow kernel says where it attended.
        self.network.set_attn_implementation("eager" if guide else "sdpa")
        device = self.network.device
        with torch.autocast(device.type, torch.bfloat16, enabled=short_floats(device)):
            value, missed = losses(self.network, batch.to(device), self.sampled, guide)
        (value + guidance * missed).backward()
        return value.detach()


def unpacked(packed: bytes) -> Learner:
    """The learner that was packed by this run; the network is built anew, as a pickled one tells no attention."""
    config, states, schedule, size, sampled, guide = pickle.loads(packed)  # noqa: S301 - our own
    held = MarianMTModel(config)
    held.load_state_dict(states[0])
    made = optimizer(held)
    made.load_state_dict(states[1])
    return Learner(network=held, optimizer=made, schedule=schedule, size=size, sampled=sampled, guide=guide)
