"""What the processes that train one network together say to each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import torch
import torch.distributed as dist

from audit.training.translator.batches import Shelf

Task = tuple[Shelf, int]
"""A batch and the step it is for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Crew:
    """The workers as one of them sees them. The first, of rank 0, has the stream, saves, validates and logs."""

    rank: int = 0
    size: int = 1

    def hand_out(self, tasks: Sequence[Task | None]) -> None:
        """Give each other worker its task, in order of rank; the first worker's own stays here. None is the end."""
        if self.size > 1:
            dist.scatter_object_list([None], list(tasks), src=0)

    def next_task(self) -> Task | None:
        """What the first worker hands out to this one."""
        mine: list[Task | None] = [None]
        dist.scatter_object_list(mine, None, src=0)
        return mine[0]

    def averaged(
        self, gradients: Sequence[torch.Tensor], loss: torch.Tensor, pieces: torch.Tensor
    ) -> tuple[torch.Tensor, torch.Tensor]:
        """Make gradients, in place, and the loss the mean over the target pieces of all; says loss and pieces."""
        if self.size == 1:
            return loss, pieces
        told = torch.cat([*(one.flatten() for one in gradients), loss.float()[None]]) * pieces
        together = torch.cat([told, pieces[None]])
        dist.all_reduce(together)
        together[:-1] /= together[-1]
        parts = together[:-2].split([one.numel() for one in gradients])
        for one, part in zip(gradients, parts, strict=True):
            one.copy_(part.view_as(one))
        return together[-2], together[-1].long()
