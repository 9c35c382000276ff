"""`audit lexicon`: tables checked, measured, enlarged by hand and from a worksheet, and mined."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from audit.cli import main
from audit.lexicography import table as tables
from audit.lexicon.entry import COLUMNS
from tests.lexicon.entries import DEFAULTS, cells

HUMAN = "The minister met his counterpart from Russia on Monday.\nHe met his pair of Russia, he said.\n"


@pytest.fixture
def table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A table of one entry, in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "es-en.tsv"
    path.write_text("\n".join("\t".join(row) for row in (COLUMNS, cells())) + "\n", "utf-8")
    (tmp_path / "human.txt").write_text(HUMAN, "utf-8")
    return path


def rows(path: Path) -> list[dict[str, str]]:
    """The lines of a table by column."""
    return [dict(zip(COLUMNS, line.split("\t"), strict=True)) for line in path.read_text("utf-8").splitlines()[1:]]


def test_sound_table_passes_and_missing_text_is_said(table: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Examples that hold pass; without human text the rates are left alone, and that is said."""
    assert main(["lexicon", "check", str(table)]) == 0
    told = capsys.readouterr()
    assert f"{table}: 1 entries, 0 problems" in told.out
    assert "skipped: ../shared/text/allsides.en.xz is not there" in told.err


def test_check_measures_rates_anew(table: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A rate that is not what the text gives is a problem."""
    assert main(["lexicon", "check", str(table), "--human", "human.txt"]) == 1
    assert "par-counterpart: 58823.53 hits per million words, not 0.0" in capsys.readouterr().out


def test_broken_example_is_a_problem(table: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An example that does not give its mark fails the check by its entry's id."""
    table.write_text("\n".join("\t".join(row) for row in (COLUMNS, cells(bad="None <v>here</v>."))) + "\n", "utf-8")
    assert main(["lexicon", "check", str(table)]) == 1
    assert "par-counterpart: the bad example gives []" in capsys.readouterr().out


def test_measure_fills_both_rates(table: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Rates come from lines that people wrote, and from rows that machines translated from the language."""
    monkeypatch.setattr(tables, "refresh", list)
    judged = [
        {"pair": "es-en", "system": "rbmt", "source": "su par de Rusia", "target": "his pair of Russia"},
        {"pair": "es-en", "system": "human", "source": "x", "target": "his pair of Chile"},
        {"pair": "fr-en", "system": "rbmt", "source": "x", "target": "his pair of Peru"},
    ]
    with gzip.open("judged.jsonl.gz", "wt") as stream:
        stream.writelines(json.dumps(row) + "\n" for row in judged)
    assert main(["lexicon", "measure", str(table), "--human", "human.txt", "--machine", "judged.jsonl.gz"]) == 0
    assert [(row["human_pmw"], row["machine_pmw"]) for row in rows(table)] == [("58823.53", "250000.00")]


GIVEN = {**DEFAULTS, "id": "new", "pattern": "round of press", "bad": "He gave a <v>round of press</v>."}


def options(**changed: str) -> list[str]:
    """The options of `audit lexicon add` for every column."""
    given = {**GIVEN, "suggestion": "press conference", "good": "He gave a press conference.", **changed}
    return [part for name in given if name in ASKED for part in (f"--{name}", given[name])]


ASKED = ("source", "pattern", "bad", "good", "suggestion", "note", "kind", "severity", "context", "id")


def test_entry_given_whole_is_added_in_its_place(table: Path) -> None:
    """With every column given nothing is asked, and the table stays sorted."""
    assert main(["lexicon", "add", "--table", str(table), *options()]) == 0
    assert [row["id"] for row in rows(table)] == ["new", "par-counterpart"]
    assert rows(table)[0]["provenance"] == "written"


@pytest.mark.parametrize(
    ("changed", "complaint"),
    [
        ({"bad": "He gave one."}, "the bad example gives []"),
        ({"good": "A round of press."}, "the good example gives 'round of press'"),
        ({"pattern": "(a"}, "do not pair up"),
        ({"id": "par-counterpart"}, "id used twice"),
    ],
)
def test_entry_that_does_not_behave_is_refused(
    table: Path, capsys: pytest.CaptureFixture[str], changed: dict[str, str], complaint: str
) -> None:
    """A bad entry is one clear line and status 2; the table is as it was."""
    before = table.read_text("utf-8")
    assert main(["lexicon", "add", "--table", str(table), *options(**changed)]) == 2
    assert complaint in capsys.readouterr().err
    assert table.read_text("utf-8") == before


def test_missing_columns_are_asked_until_they_behave(table: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was not given is asked for; after a mistake Enter keeps each answer that was right."""
    told = ["su ronda", "round of press", "A round.", "A conference.", "conference", "why", "", "", "", ""]
    again = ["", "", "A <v>round of press</v>.", *[""] * 7]
    answers = iter([*told, *again])
    monkeypatch.setattr("typer.prompt", lambda *_, default=None, **__: next(answers) or default)
    assert main(["lexicon", "add", "--table", str(table)]) == 0
    added = rows(table)[1]
    assert (added["id"], added["kind"], added["bad"]) == ("su-ronda", "calque", "A <v>round of press</v>.")


def test_mined_candidates_are_accepted_from_their_worksheet(table: Path) -> None:
    """What machines write and people do not is listed with its source; lines with a suggestion become entries."""
    pairs = [("dio una rueda de prensa", f"the man number {'x' * n} gave a round of press there") for n in range(1, 9)]
    pairs += [("vino ayer", f"he came yesterday {'y' * n} indeed") for n in range(1, 9)]
    with gzip.open("machine.jsonl.gz", "wt") as stream:
        rows_ = [{"pair": "es-en", "system": "rbmt", "source": source, "target": target} for source, target in pairs]
        stream.writelines(json.dumps(row) + "\n" for row in rows_)
    people = "the man gave a talk there\nhe came yesterday indeed\na round of golf\nthe press came\n" * 50
    Path("people.txt").write_text(people, "utf-8")
    worked = ["lexicon", "mine", "--human", "people.txt", "--machine", "machine.jsonl.gz", "-o", "sheet.tsv"]
    assert main(worked) == 0
    header, *lines = Path("sheet.tsv").read_text("utf-8").splitlines()
    held = [dict(zip(header.split("\t"), line.split("\t"), strict=True)) for line in lines]
    mined = next(row for row in held if "round of press" in row["pattern"])
    assert (mined["provenance"], mined["machine_count"], mined["human_count"]) == ("mined", "8", "0")
    assert "rueda de prensa" in mined["source"]
    accepted = {
        **mined, "pattern": "round of press", "suggestion": "press conference", "note": "n",
        "bad": "A <v>round of press</v>.", "good": "A talk.",
    }  # fmt: skip
    Path("sheet.tsv").write_text("\n".join([header, "\t".join(accepted.values()), lines[-1]]), "utf-8")
    assert main(["lexicon", "add", "--table", str(table), "--from", "sheet.tsv"]) == 0
    assert [row["provenance"] for row in rows(table)] == ["mined", "written"]


def test_other_file_is_no_worksheet(table: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file with other columns is refused by name."""
    assert main(["lexicon", "add", "--table", str(table), "--from", "human.txt"]) == 2
    assert "human.txt:1: no worksheet" in capsys.readouterr().err
