"""Makes CTranslate2 multiply in one way on every x86 processor, so that results do not depend on the batch."""

from __future__ import annotations

import os
from typing import Any

_LIBRARY = "CT2_USE_MKL"
"""Whether CTranslate2 multiplies with Intel's MKL (its documentation, *Environment variables*). Left to itself it takes
oneDNN on other makers' processors, whose int8 products on AVX2 change with the number of rows: a sentence was then
translated otherwise beside longer ones."""


def ctranslate2() -> Any:
    """The module, told how to multiply unless the environment says so already; it reads that when it is first used."""
    os.environ.setdefault(_LIBRARY, "1")
    import ctranslate2 as module

    return module
