"""Translation by a CTranslate2 model of one's own."""

from __future__ import annotations

from pathlib import Path

from audit.engines.folder.engine import FolderEngine


class Ct2(FolderEngine):
    """`ct2:FOLDER`: the folder holds a CTranslate2 model, its sentencepiece files and an `engine.json`."""

    model_form = "FOLDER"
    model_help = "a CTranslate2 model with its sentencepiece files and an engine.json"

    def __init__(self, model: str, timeout: float = 60.0) -> None:
        """Load nothing; `timeout` is the seconds one batch of sentences may take."""
        super().__init__(Path(model).expanduser(), name=f"ct2:{model}", timeout=timeout)
