"""Starts processes of one thread each that train one network on a CPU: small matrices gain little from threads."""

from __future__ import annotations

import multiprocessing
import signal
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import torch
import torch.distributed as dist

from audit.training.translator.crew import Crew
from audit.training.translator.learner import Learner, unpacked


@contextmanager
def hired(learner: Learner, size: int) -> Iterator[Crew]:
    """A crew of a size whose other members start as copies of the learner, and stop when the context ends."""
    if size == 1:
        yield Crew()
        return
    spawn = multiprocessing.get_context("spawn")
    with tempfile.TemporaryDirectory() as folder:
        packed, meeting = learner.packed(), Path(folder, "meeting").as_uri()
        others = [
            spawn.Process(target=_follow, args=(packed, Crew(rank=rank, size=size), meeting), daemon=True)
            for rank in range(1, size)
        ]
        for other in others:
            other.start()
        try:
            dist.init_process_group("gloo", init_method=meeting, rank=0, world_size=size)
            crew = Crew(size=size)
            yield crew
            crew.hand_out([None] * size)
            for other in others:
                other.join()
        finally:
            for other in others:
                other.kill()
            if dist.is_initialized():
                dist.destroy_process_group()


def _follow(packed: bytes, crew: Crew, meeting: str) -> None:
    """Do what is handed out until the end; an interrupt is for the first worker to handle."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    torch.set_num_threads(1)
    dist.init_process_group("gloo", init_method=meeting, rank=crew.rank, world_size=crew.size)
    learner = unpacked(packed)
    learner.network.train()
    while (task := crew.next_task()) is not None:
        learner.step(*task, crew)
    dist.destroy_process_group()
