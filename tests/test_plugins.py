"""Plugins made by name, with and without a model."""

from __future__ import annotations

import subprocess
import sys

import pytest

from audit import plugins
from audit.errors import PluginError


def test_a_plugin_that_needs_a_model_says_so() -> None:
    """No traceback where the model was left out."""
    for name in ("hf", "hf:"):
        with pytest.raises(PluginError) as raised:
            plugins.scorer(name)
        assert str(raised.value) == "scorer hf needs a model: hf:NAME-OR-FOLDER"
    with pytest.raises(PluginError, match=r"^engine hf needs a model: hf:NAME-OR-FOLDER$"):
        plugins.engine("hf")
    with pytest.raises(PluginError, match=r"^engine ct2 needs a model: ct2:FOLDER$"):
        plugins.engine("ct2:")


def test_a_plugin_that_takes_no_model_says_so() -> None:
    """The line says what to write instead."""
    with pytest.raises(PluginError) as raised:
        plugins.scorer("none:en")
    assert str(raised.value) == "scorer none takes no model – write none instead of none:en"
    with pytest.raises(PluginError, match="engine apertium takes no model"):
        plugins.engine("apertium:eng-spa", timeout=1.0)


def test_a_model_is_handed_on_whole() -> None:
    """All that stands after the first colon, further colons included."""
    assert plugins.scorer("hf:C:/models/one").name == "hf:C:/models/one"


def test_it_is_known_which_plugins_need_a_model() -> None:
    """So that `auto` passes them over."""
    assert plugins.needs_model("audit.scorers", "hf")
    assert not plugins.needs_model("audit.scorers", "none")
    assert not plugins.needs_model("audit.engines", "none")


def test_a_plugin_may_say_what_kind_of_model_it_takes() -> None:
    """Nothing is said of one that takes none, or is not there."""
    assert "NLLB" in plugins.model_help("audit.engines", "hf")
    assert plugins.model_help("audit.engines", "apertium") == ""
    assert plugins.model_help("audit.engines", "nowhere") == ""


def test_naming_a_model_loads_nothing() -> None:
    """Neither torch nor numpy, which all of them import, is there before the first text."""
    code = (
        "import sys; from audit import plugins; plugins.scorer('hf:gpt2'); print({'torch', 'numpy'} & {*sys.modules})"
    )
    assert subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout == "set()\n"
