"""Translation by Apertium: with a stand-in for its programs, and with the real ones where they are installed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from audit.engine import Engine
from audit.engines.apertium import Apertium
from audit.errors import EngineError
from tests.engines.standin import FAIL, LEARN, SLEEP, UPPER, install, install_tagger

MISSING = Apertium().unavailable("en", "es")
real = pytest.mark.skipif(MISSING is not None, reason=str(MISSING))


@pytest.fixture
def engine() -> Iterator[Apertium]:
    """An engine whose pipelines end with the test."""
    held = Apertium(timeout=60)
    yield held
    held.close()


@pytest.fixture(scope="module")
def shared() -> Iterator[Apertium]:
    """One engine for the tests that only translate."""
    held = Apertium()
    yield held
    held.close()


def _pid(engine: Apertium) -> int:
    (pipe,) = engine._pipes.values()  # noqa: SLF001 - the process to kill
    return pipe.pid


def _ended(group: int) -> bool:
    for _ in range(100):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.05)
    return False


def test_it_is_an_engine(engine: Apertium) -> None:
    """It has all that the protocol asks for."""
    held: Engine = engine
    assert isinstance(held, Engine)


def test_the_programs_are_asked_to_flush_at_nul(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, engine: Apertium
) -> None:
    """Each program of the mode is started with `-z`, and with `-n` where the mode has `$1`."""
    tell = UPPER + '\nopen(__file__ + ".arguments", "w").write(" ".join(sys.argv[1:3]))'
    install(tmp_path, monkeypatch, tell, "eng-spa")
    engine.translate(["a"], "en", "es")
    pipe = next(iter(engine._pipes.values()))  # noqa: SLF001 - ends its input, so that the program ends too
    pipe._parts[0]._process.stdin.close()  # type: ignore[union-attr]  # noqa: SLF001
    for _ in range(100):
        if (told := tmp_path / "bin" / "standin-proc.arguments").exists() and told.read_text("utf-8"):
            break
        time.sleep(0.05)
    assert told.read_text("utf-8") == "-z -n"


def test_texts_come_back_in_order_with_their_outer_space(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, engine: Apertium
) -> None:
    """Empty and blank texts come back as they are, NUL is dropped, escapes are undone."""
    install(tmp_path, monkeypatch, UPPER, "eng-spa")
    texts = ["one", "", " \n", "\0", "\ttwo\0 [b] ^c$ \\d\n", "x~y"]
    assert engine.translate(texts, "eng", "es") == ["ONE", "", " \n", "", "\tTWO [B] ^C$ \\D\n", "X~Y"]


def test_a_large_batch_does_not_block(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, engine: Apertium) -> None:
    """Far more text than two pipes hold goes through, although the program answers as it reads."""
    install(tmp_path, monkeypatch, UPPER, "eng-spa")
    texts = ["word " * 200] * 300
    assert engine.translate(texts, "en", "es") == [text.upper() for text in texts]


def test_no_answer_in_time_is_an_error_and_kills_the_programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After the time limit the error says so and nothing keeps running."""
    install(tmp_path, monkeypatch, SLEEP + f'; open("{tmp_path}/late", "w")', "eng-spa")
    engine = Apertium(timeout=0.5)
    started = time.monotonic()
    with pytest.raises(EngineError, match=r"eng-spa gave no answer in 0\.5 s – raise engine-timeout"):
        engine.translate(["a"], "en", "es")
    assert time.monotonic() - started < 10
    assert not (tmp_path / "late").exists()


def test_programs_that_fail_twice_are_an_error_with_their_last_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, engine: Apertium
) -> None:
    """The message the program left is in the error."""
    install(tmp_path, monkeypatch, FAIL, "eng-spa")
    with pytest.raises(EngineError, match=r"failed twice: cannot open es\.bin – try `apertium eng-spa`"):
        engine.translate(["a"] * 1000, "en", "es")


def test_programs_that_fail_in_silence_are_an_error_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, engine: Apertium
) -> None:
    """Without a message the error says that a program ended."""
    install(tmp_path, monkeypatch, "sys.exit(1)", "eng-spa")
    with pytest.raises(EngineError, match="a program of the pipeline ended"):
        engine.translate(["a"], "en", "es")


def test_answers_that_do_not_match_the_texts_are_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, engine: Apertium
) -> None:
    """Two answers to one text are never dealt out to the texts that follow."""
    twice = 'while sys.stdin.buffer.read(1):\n    sys.stdout.buffer.write(b"x\\0y\\0")\n    sys.stdout.buffer.flush()'
    install(tmp_path, monkeypatch, twice, "eng-spa")
    with pytest.raises(EngineError, match="more answers than it had texts"):
        engine.translate(["a"], "en", "es")


def test_an_interrupt_ends_the_programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, engine: Apertium) -> None:
    """After Ctrl-C no answer to the interrupted text can come back for the next one."""
    install(tmp_path, monkeypatch, SLEEP, "eng-spa")

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    held = signal.signal(signal.SIGALRM, interrupt)
    signal.setitimer(signal.ITIMER_REAL, 0.3)
    with pytest.raises(KeyboardInterrupt):
        engine.translate(["a"], "en", "es")
    signal.signal(signal.SIGALRM, held)
    assert _ended(_pid(engine))


def test_one_failure_is_mended_by_a_restart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, engine: Apertium) -> None:
    """A program that fails the first time only is not noticed."""
    once = f'import os\nif not os.path.exists("{tmp_path}/seen"):\n    open("{tmp_path}/seen", "w"); sys.exit(1)\n'
    install(tmp_path, monkeypatch, once + UPPER, "eng-spa")
    assert engine.translate(["a"], "en", "es") == ["A"]


def test_a_missing_pair_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, engine: Apertium) -> None:
    """Translating a pair that is not there says how to install it."""
    install(tmp_path, monkeypatch, UPPER, "eng-spa")
    with pytest.raises(EngineError, match=r"no pair es-en here .* apt install"):
        engine.translate(["a"], "es", "en")


def test_a_killed_pipeline_is_started_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, engine: Apertium) -> None:
    """When somebody kills the programs between two texts, the second is translated all the same."""
    install(tmp_path, monkeypatch, UPPER, "eng-spa")
    engine.translate(["a"], "en", "es")
    before = _pid(engine)
    os.killpg(before, signal.SIGKILL)
    assert engine.translate(["b"], "en", "es") == ["B"]
    assert _pid(engine) != before


def test_closing_kills_the_programs_and_the_engine_works_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, engine: Apertium
) -> None:
    """After `close` the process group is gone; the next text starts a new one."""
    install(tmp_path, monkeypatch, UPPER, "eng-spa")
    engine.translate(["a"], "en", "es")
    group = _pid(engine)
    engine.close()
    assert _ended(group)
    assert engine.translate(["b"], "en", "es") == ["B"]


def test_the_programs_end_with_the_process_that_started_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A process that ends without closing its engine leaves nothing behind."""
    install(tmp_path, monkeypatch, UPPER, "eng-spa")
    code = (
        "from audit.engines.apertium import Apertium\n"
        "engine = Apertium()\n"
        "engine.translate(['a'], 'en', 'es')\n"
        "print(next(iter(engine._pipes.values())).pid)\n"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert _ended(int(ran.stdout))


def test_a_fork_starts_its_own_programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, engine: Apertium) -> None:
    """A forked child neither reads its parent's answers nor ends its parent's programs."""
    install(tmp_path, monkeypatch, UPPER, "eng-spa")
    engine.translate(["a"], "en", "es")
    before = _pid(engine)
    child = os.fork()
    if child == 0:
        translated = engine.translate(["child"], "en", "es")
        engine.close()
        os._exit(0 if translated == ["CHILD"] else 1)
    assert os.waitpid(child, 0)[1] == 0
    assert engine.translate(["parent"], "en", "es") == ["PARENT"]
    assert _pid(engine) == before


def test_what_the_tagger_learns_from_a_text_changes_no_later_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, engine: Apertium
) -> None:
    """Neither in the same batch nor after it."""
    install(tmp_path, monkeypatch, UPPER, "eng-spa")
    install_tagger(tmp_path, "eng-spa", LEARN)
    assert engine.translate(["one", "till", "two", "till", "three"], "en", "es") == "ONE TILL TWO TILL THREE".split()
    assert engine.translate(["four"], "en", "es") == ["FOUR"]


def test_a_tagger_that_was_killed_is_started_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, engine: Apertium
) -> None:
    """With the programs before and after it."""
    install(tmp_path, monkeypatch, UPPER, "eng-spa")
    install_tagger(tmp_path, "eng-spa", LEARN)
    assert engine.translate(["a"], "en", "es") == ["A"]
    (chain,) = engine._pipes.values()  # noqa: SLF001 - the process to kill
    os.killpg(chain._parts[1].pid, signal.SIGKILL)  # noqa: SLF001
    assert engine.translate(["b"], "en", "es") == ["B"]
    engine.close()
    assert all(_ended(part.pid) for part in chain._parts)  # noqa: SLF001


def test_threads_take_turns(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, engine: Apertium) -> None:
    """Texts of several threads are not mixed up."""
    install(tmp_path, monkeypatch, UPPER, "eng-spa")
    answers: dict[int, list[str]] = {}

    def work(number: int) -> None:
        answers[number] = engine.translate([f"text {number}"] * 50, "en", "es")

    threads = [threading.Thread(target=work, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == {number: [f"TEXT {number}"] * 50 for number in range(8)}


@real
def test_a_literal_calque_reads_well_in_spanish(shared: Apertium) -> None:
    """The signature example: `his pair of Russia`."""
    assert shared.translate(["his pair of Russia"], "en", "es")[0].lower() == "su par de rusia"


@real
def test_both_directions_and_every_code(shared: Apertium) -> None:
    """Spanish to English works beside English to Spanish, in three-letter codes too."""
    assert shared.translate(["El gato come."], "spa", "eng") == ["The cat eats."]
    assert shared.translate(["The cat eats."], "en-GB", "es") == ["El gato come."]


@real
def test_unknown_words_carry_no_marks(shared: Apertium) -> None:
    """A word the dictionary lacks stays as it is."""
    assert shared.translate(["The zxqwv eats."], "en", "es") == ["El zxqwv come."]


@real
def test_a_killed_program_is_replaced(engine: Apertium) -> None:
    """The real pipeline, killed between two texts, comes back."""
    first = engine.translate(["The cat eats."], "en", "es")
    os.killpg(_pid(engine), signal.SIGKILL)
    assert engine.translate(["The cat eats."], "en", "es") == first


@real
def test_a_long_text_without_a_space_comes_back(shared: Apertium) -> None:
    """A word of 300,000 letters, which would take the analyser minutes, is cut and joined again."""
    assert shared.translate(["x" * 300_000], "en", "es") == ["x" * 300_000]


@real
@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.text(max_size=30) | st.text(alphabet="[]{}^$/\\@<>*#+_~ the dog.\n\0'", max_size=30), max_size=5))
def test_any_texts_are_answered_one_by_one_and_the_same_again(shared: Apertium, texts: list[str]) -> None:
    """Whatever the texts hold, each gets its own answer, with nothing before it having any influence."""
    answers = shared.translate(texts, "en", "es")
    assert len(answers) == len(texts)
    assert [shared.translate([text], "en", "es")[0] for text in texts] == answers


@real
def test_the_revision_names_the_version(shared: Apertium) -> None:
    """Version number and eight digits of the data."""
    version, _, digest = shared.revision.partition("-")
    assert version.count(".") >= 1
    assert len(digest) == 8


@real
def test_a_translation_does_not_depend_on_the_texts_before() -> None:
    """“till” has readings that the tagger was not trained on: it enters its table and changes how others are read."""
    texts = ["The band will wait till Monday.", "The old men on the pier have a word for it.", "Fixtures remaining:"]
    texts += ["“We all did,” insists Ray, the guitarist, who records everything.", "each side “will have recieved it.”"]
    engines = [Apertium(), Apertium()]
    there = engines[0].translate(texts, "en", "es")
    back = [engines[1].translate([text], "en", "es")[0] for text in reversed(texts)]
    for engine in engines:
        engine.close()
    assert there == back[::-1]
