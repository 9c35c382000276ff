"""Completion in a shell: what is offered where, through the protocol and in real shells."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit import plugins
from audit.cli import main
from audit.cli.completion import VARIABLE, Shell
from audit.cli.rule_names import ids_by_name

PROGRAMS = Path(sys.executable).parent
Captured = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def asking(monkeypatch: pytest.MonkeyPatch) -> None:
    """A shell asks."""
    monkeypatch.setenv(VARIABLE, "1")


def offered(capsys: Captured, *words: str) -> list[str]:
    """What may become of the last word."""
    assert main(words) == 0
    out, err = capsys.readouterr()
    assert err == ""
    return [line.partition("\t")[0] for line in out.splitlines()]


def test_commands_are_offered_with_their_meaning(capsys: Captured) -> None:
    """Hidden ones are not."""
    main(["re"])
    assert capsys.readouterr().out == "review\tApply the decisions of a worksheet to its article.\n"
    assert offered(capsys, "do") == []
    assert "measure" in offered(capsys, "lexicon", "")
    assert {"run", "fix", "lexicon", "completion"} <= set(offered(capsys, ""))


def test_options_are_those_of_the_command(capsys: Captured) -> None:
    """With both their names, the negative ones too."""
    assert offered(capsys, "run", "--min") == ["--min-confidence", "--min-fluency"]
    assert {"-o", "--output", "--help"} <= set(offered(capsys, "fix", "-"))
    assert "--one-direction" in offered(capsys, "train", "translator", "--one")
    assert offered(capsys, "run", "--", "--min") == []


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("run", "--format", "js"), ["json", "jsonl"]),
        (("run", "a.txt", "-f", "ta"), ["table"]),
        (("run", "--engine", "a"), ["auto", "apertium"]),
        (("fix", "--scorer", "no"), ["none"]),
        (("run", "--fail-on", "m"), ["minor", "major"]),
        (("run", "--source-lang", "e"), ["en", "es"]),
        (("run", "--input-format", "x"), ["xliff"]),
        (("run", "--color", "a"), ["auto", "always"]),
        (("run", "--select", "ACC20"), [f"ACC20{i}" for i in range(1, 8)]),
        (("run", "--ignore", "DES,stray"), ["DES,stray-capital"]),
        (("run", "--select", "LI"), ["LIN"]),
        (("explain", "redundant"), ["redundant-subject"]),
        (("completion", "f"), ["fish"]),
        (("lexicon", "add", "--pair", "f"), ["fr-en"]),
        (("bench", "--scorer", "a"), ["auto", "artifact"]),
    ],
)
def test_values_are_offered(words: Sequence[str], expected: list[str], capsys: Captured) -> None:
    """For options that take one of few things, and for arguments."""
    found = offered(capsys, *words)
    assert found[: len(expected)] == expected
    assert all(one.rpartition(",")[2].startswith(words[-1].rpartition(",")[2]) for one in found)


def test_an_equals_sign_parts_option_and_value(capsys: Captured) -> None:
    """Whether the shell keeps it in the word or makes a word of it."""
    assert offered(capsys, "run", "--format=xl") == ["--format=xliff", "--format=xlsx"]
    assert offered(capsys, "run", "--format", "=", "xl") == ["xliff", "xlsx"]
    assert offered(capsys, "run", "--fail-on", "=") == ["neutral", "minor", "major", "critical"]


@pytest.mark.parametrize(
    "words", [("run", ""), ("run", "art"), ("run", "--config", ""), ("run", "-o", "f"), ("nonsense", "x")]
)
def test_files_are_left_to_the_shell(words: Sequence[str], capsys: Captured) -> None:
    """Nothing is printed, so that it completes names of files."""
    assert [one for one in offered(capsys, *words) if words[0] == "run"] == []


def test_every_rule_is_known_without_loading_it() -> None:
    """Ids are read from the files of the rules, and are those that the rules have."""
    assert ids_by_name() == dict(sorted((check.name, check.id) for check in plugins.checks()))


def test_asking_loads_no_rule_and_nothing_heavy() -> None:
    """A shell must not wait."""
    heavy = "{name for name in sys.modules if name.split('.')[0] in ('pandas', 'numpy', 'lxml', 'rich')}"
    rules = "{name for name in sys.modules if name.startswith('audit.checks.') and name.count('.') > 2}"
    code = f"import sys; from audit.cli import main; main(['run', '--select', 'L']); sys.exit({heavy} | {rules} or 0)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert "LIN101" in done.stdout


@given(
    st.lists(
        st.text(st.characters(exclude_categories=["Cs"]), max_size=6)
        | st.sampled_from(["run", "--select", "-f", "=", "--", "lexicon"]),
        max_size=5,
    )
)
def test_nothing_that_is_typed_makes_it_fail(words: list[str]) -> None:
    """There may be nothing to offer."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(VARIABLE, "1")
        assert main(words) == 0


@pytest.mark.parametrize("shell", list(Shell))
def test_each_shell_has_a_script(shell: Shell, monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    """It asks by the variable that is answered to."""
    monkeypatch.delenv(VARIABLE)
    assert main(["completion", shell.value]) == 0
    assert VARIABLE in capsys.readouterr().out


def test_an_unknown_shell_is_told(monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    """With those there are."""
    monkeypatch.delenv(VARIABLE)
    assert main(["completion", "tcsh"]) == 2
    assert "'bash', 'zsh', 'fish'" in capsys.readouterr().err


def in_shell(program: str, script: str) -> list[str]:
    """The lines that a script prints in a shell without the user's settings; skips where the shell is not there."""
    if shutil.which(program) is None:
        pytest.skip(f"no {program} here")
    flags = {"bash": ["--norc"], "zsh": ["-f"], "fish": ["--no-config"]}[program]
    environment = {key: value for key, value in os.environ.items() if key != VARIABLE}
    environment |= {"PATH": f"{PROGRAMS}{os.pathsep}{os.environ['PATH']}", "TERM": "dumb"}
    done = subprocess.run(
        [program, *flags, "-c", script], env=environment, capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stderr == ""
    return done.stdout.split()


def test_bash_completes_what_is_typed() -> None:
    """Through the function that `complete` was told of, words parted as bash parts them."""
    script = """
        eval "$(audit completion bash)"
        complete -p audit | grep -c -- '-F _audit_completion'
        COMP_WORDS=(audit run --select = LIN10) COMP_CWORD=4
        _audit_completion audit LIN10 =
        printf '%s\\n' "${COMPREPLY[@]}"
        COMP_WORDS=(audit run "an article's name.txt" --fail-on "") COMP_CWORD=4
        _audit_completion audit "" --fail-on
        printf '%s\\n' "${COMPREPLY[@]}"
        COMP_WORDS=(audit run "") COMP_CWORD=2
        _audit_completion audit "" run
        echo "files: ${#COMPREPLY[@]}"
    """
    assert in_shell("bash", script) == [
        "1", "LIN101", "LIN102", "LIN103", "neutral", "minor", "major", "critical", "files:", "0",
    ]  # fmt: skip


def test_fish_completes_what_is_typed() -> None:
    """With what each means."""
    script = "audit completion fish | source; complete -C 'audit run --fail-on m'; complete -C 'audit rev'"
    assert in_shell("fish", script)[:3] == ["minor", "major", "review"]


def test_zsh_takes_the_script() -> None:
    """It defines the function and tells compinit of it."""
    script = 'autoload -Uz compinit; compinit -D -u; eval "$(audit completion zsh)"; echo ${_comps[audit]}'
    assert in_shell("zsh", script) == ["_audit_completion"]
