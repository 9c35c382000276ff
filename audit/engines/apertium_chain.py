"""The programs of an Apertium mode, kept up between texts so that no text changes how a later one is translated."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import partial

from audit.engines.apertium_pipe import Pipe

_PROGRAM = re.compile(r"(^|\|)(\s*(?:\S*/)?(?:[a-z]+-proc|apertium-[\w-]+))")
_TAGGER = re.compile(r"(?:^|(?<=\|))[^|]*\bapertium-tagger\b[^|]*")
_LEARNT = b"ambiguity class"
"""What the tagger says on standard error, asked to with `-d`, of a word with a set of readings that it was not trained
on (“till”)."""


class Chain:
    """The programs before the tagger of a mode, the tagger, and those after it; a mode without one is a single pipe."""

    def __init__(self, mode: str, arguments: Sequence[str], environment: Mapping[str, str]) -> None:
        """Start the programs of a mode's script, each asked to flush at NUL; raises OSError when there is no shell."""
        # `apertium` itself keeps the last message back (seen with 3.8.3), so its pipeline is run without it.
        script = _PROGRAM.sub(r"\1\2 -z", mode)
        tagger = _TAGGER.search(script)
        start = partial(Pipe, arguments=arguments, environment=environment)
        if tagger is None:
            self._parts: list[Pipe | Tagger] = [start(script)]
        else:
            before, after = script[: tagger.start()].rstrip("| \n"), script[tagger.end() :].lstrip("| \n")
            held = [start(before) if before else None, Tagger(tagger[0], start), start(after) if after else None]
            self._parts = [part for part in held if part is not None]

    @property
    def pid(self) -> int:
        """The process group of the first programs."""
        return self._parts[0].pid

    @property
    def usable(self) -> bool:
        """Whether all of them run and this process started them."""
        return all(part.usable for part in self._parts)

    def exchange(self, messages: Sequence[bytes], seconds: float) -> list[bytes]:
        """The answers to NUL-ended messages, without their NUL; `seconds` is the time limit of each part.

        Raises TimeoutError after that, BrokenPipeError when a program ended.
        """
        answers = list(messages)
        for part in self._parts:
            answers = [answer + b"\0" for answer in part.exchange(answers, seconds)]
        return [answer[:-1] for answer in answers]

    def close(self) -> None:
        """Kill the programs."""
        for part in self._parts:
            part.close()


class Tagger:
    """Apertium's tagger, started again after each text from which it has learnt.

    A word with a set of readings that it does not know enters its table for good, and other words are read by it from
    then on: of 1,182 sentences and phrases 49 came out otherwise in reverse order.
    """

    def __init__(self, script: str, start: partial[Pipe]) -> None:
        self._start = partial(start, script.replace("apertium-tagger", "apertium-tagger -d"))
        self._pipe = self._start()

    @property
    def pid(self) -> int:
        """Its process group."""
        return self._pipe.pid

    @property
    def usable(self) -> bool:
        """Whether it runs and this process started it."""
        return self._pipe.usable

    def exchange(self, messages: Sequence[bytes], seconds: float) -> list[bytes]:
        """The answers to NUL-ended messages, as `Pipe.exchange` gives them."""
        answers = self._pipe.exchange(messages, seconds)
        if not self._renewed():
            return answers
        alone = []
        for message in messages:
            alone += self._pipe.exchange([message], seconds)
            self._renewed()
        return alone

    def close(self) -> None:
        """Kill it."""
        self._pipe.close()

    def _renewed(self) -> bool:
        """Whether it had learnt, and is another one now."""
        if _LEARNT not in self._pipe.said():
            return False
        self._pipe.close()
        self._pipe = self._start()
        return True
