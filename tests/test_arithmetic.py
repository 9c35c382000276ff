"""How CTranslate2 multiplies."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

CODE = """
import os
from audit.arithmetic import ctranslate2
print(ctranslate2().__name__, os.environ["CT2_USE_MKL"])
"""


@pytest.mark.parametrize(("given", "held"), [({}, "1"), ({"CT2_USE_MKL": "0"}, "0")])
def test_one_library_multiplies_unless_the_environment_names_another(given: dict[str, str], held: str) -> None:
    """It is told before the module is loaded."""
    bare = {name: value for name, value in os.environ.items() if name != "CT2_USE_MKL"}
    told = {**bare, **given}
    ran = subprocess.run([sys.executable, "-c", CODE], env=told, check=True, capture_output=True, text=True)
    assert ran.stdout.split() == ["ctranslate2", held]
