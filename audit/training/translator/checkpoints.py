"""What a run leaves in its work folder, to be taken up from and to be averaged."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

import torch

from audit.errors import ConfigError
from audit.training.translator.stream import Place

SETTINGS = "settings.json"
"""What a run in the work folder was begun with."""

CHECKPOINT = "checkpoint.pt"
"""All that a later call goes on from."""
KIN = ("directions", "layers", "width", "vocabulary")
"""Settings in which runs must be alike for one to begin with the weights of the other."""

State = dict[str, torch.Tensor]
"""The weights of a network by name."""


def claim(work: Path, settings: Mapping[str, object]) -> None:
    """Note the settings of a run in its folder; raises ConfigError when it holds a run of other settings."""
    work.mkdir(parents=True, exist_ok=True)
    path, text = work / SETTINGS, json.dumps(settings, indent=1, ensure_ascii=False) + "\n"
    if not path.exists():
        path.write_text(text, "utf-8")
        return
    held, new = json.loads(path.read_text("utf-8")), json.loads(text)
    for name in new:
        if held.get(name) != new[name]:
            raise ConfigError(
                f"{work} holds a run with {name} {held.get(name)}, not {new[name]} – give another folder with --work"
            )


def related(origin: Path, settings: Mapping[str, object]) -> None:
    """Raise ConfigError unless the folder holds a run with a checkpoint, of the same directions and sizes."""
    if not begun(origin):
        raise ConfigError(f"{origin} holds no run to begin from")
    held, new = json.loads((origin / SETTINGS).read_text("utf-8")), json.loads(json.dumps(settings))
    for name in KIN:
        if held.get(name) != new[name]:
            raise ConfigError(f"{origin} holds a run with {name} {held.get(name)}, not {new[name]}")


def begun(work: Path) -> bool:
    """Whether the folder has a checkpoint."""
    return (work / CHECKPOINT).exists()


def weights(work: Path) -> State:
    """The weights of the last checkpoint."""
    held: State = torch.load(work / CHECKPOINT, weights_only=True, map_location="cpu")["network"]
    return held


def save(network: torch.nn.Module, optimizer: torch.optim.Optimizer, reached: tuple[int, Place], work: Path) -> None:
    """Write all that a later run needs to go on from a step and a place in the stream."""
    step, place = reached
    held = {"network": network.state_dict(), "optimizer": optimizer.state_dict(), "step": step, "place": asdict(place)}
    _written(held, work / CHECKPOINT)


def resume(network: torch.nn.Module, optimizer: torch.optim.Optimizer, work: Path) -> tuple[int, Place]:
    """Take the network and its optimizer up from the last checkpoint; says the step and place it was saved at."""
    if not begun(work):
        return 0, Place()
    held = torch.load(work / CHECKPOINT, weights_only=True, map_location=next(network.parameters()).device)
    network.load_state_dict(held["network"])
    optimizer.load_state_dict(held["optimizer"])
    return int(held["step"]), Place(**held["place"])


def keep(network: torch.nn.Module, step: int, work: Path, last: int) -> None:
    """Keep the weights of a step for averaging, and only the `last` of them."""
    _written(network.state_dict(), work / f"weights-{step:08}.pt")
    for path in _kept(work)[:-last]:
        path.unlink()


def averaged(network: torch.nn.Module, work: Path, last: int) -> State:
    """The mean of the network's weights and of those kept, `last` in all: one that is kept is not counted twice."""
    now: dict[str, Any] = {name: value.detach().cpu() for name, value in network.state_dict().items()}
    held = [torch.load(path, weights_only=True, map_location="cpu") for path in _kept(work)]
    same = held and all(torch.equal(value, held[-1][name]) for name, value in now.items())
    states = [*held, *([] if same else [now])][-last:]
    return {name: torch.stack([state[name].float() for state in states]).mean(0) for name in now}


def _kept(work: Path) -> list[Path]:
    return sorted(work.glob("weights-*.pt"))


def _written(held: object, path: Path) -> None:
    torch.save(held, path.with_suffix(".new"))
    path.with_suffix(".new").replace(path)
