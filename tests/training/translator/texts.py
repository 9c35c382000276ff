"""A small parallel corpus, and files of it."""

from __future__ import annotations

import gzip
import lzma
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import IO

PAIRS = (
    ("El gato duerme en la casa.", "The cat sleeps in the house."),
    ("El perro come pan.", "The dog eats bread."),
    ("La niña lee un libro.", "The girl reads a book."),
    ("Los niños juegan en el parque.", "The children play in the park."),
    ("Mi hermano vive en Madrid.", "My brother lives in Madrid."),
    ("Ella trabaja en un banco.", "She works at a bank."),
    ("El presidente habló con los periodistas.", "The president spoke to the reporters."),
    ("No tengo dinero.", "I have no money."),
    ("¿Dónde está la estación?", "Where is the station?"),
    ("Hoy hace mucho frío.", "It is very cold today."),
    ("La ministra dijo: «No es verdad».", "“It is not true,” said the minister."),
    ("Compramos tres manzanas rojas.", "We bought three red apples."),
    ("El tren llega a las ocho.", "The train arrives at eight."),
    ("Nadie conoce la respuesta.", "Nobody knows the answer."),
    ("Me gusta el café con leche.", "I like coffee with milk."),
    ("Tu padre es un buen médico.", "Your father is a good doctor."),
    ("Corea del Norte lanzó un misil.", "North Korea launched a missile."),
    ("El río cruza la ciudad.", "The river crosses the city."),
    ("Mañana iremos a la playa.", "Tomorrow we will go to the beach."),
    ("La guerra terminó en 1945.", "The war ended in 1945."),
    ("Ayer vimos una película.", "Yesterday we saw a film."),
)

OPENERS: dict[str, Callable[..., IO[str]]] = {".xz": lzma.open, ".gz": gzip.open}


def write(path: Path, lines: Sequence[str]) -> None:
    """Write lines to a file, packed as its name says."""
    with OPENERS.get(path.suffix, open)(path, "wt", encoding="utf-8") as stream:
        stream.writelines(f"{line}\n" for line in lines)


def corpus(folder: Path, pairs: Sequence[tuple[str, str]] = PAIRS, suffix: str = "") -> str:
    """Write a corpus in two files and say its stem."""
    for at, code in enumerate(("es", "en")):
        write(folder / f"text.{code}{suffix}", [pair[at] for pair in pairs])
    return str(folder / "text")
