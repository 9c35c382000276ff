"""`audit run URL`, in process: statuses, what is told where, and when a feed counts as audited."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from audit.cli.app import main
from tests.ingest.network.server import Site

BARE = 'engine = "none"\nscorer = "none"\nselect = ["DES104"]\nsource-lang = "es"\ncache = "kept/cache.sqlite"\n'
RUN = ("run", "--allow-private", "--format", "jsonl")
Captured = pytest.CaptureFixture[str]


def feed(*titles: str) -> str:
    """An RSS file of entries called as their titles."""
    items = "".join(f"<item><guid>{title}</guid><title>{title}</title></item>" for title in titles)
    return f'<rss version="2.0"><channel><title>t</title>{items}</channel></rss>'


@pytest.fixture(autouse=True)
def workplace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of its own with settings that make runs short."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "audit.toml").write_text(BARE, "utf-8")
    return tmp_path


def audited(capsys: Captured, *argv: str, status: int = 0) -> tuple[list[str], str]:
    """The ids of the articles a run reports, and what it says on standard error."""
    assert main([*RUN, *argv]) == status
    out, err = capsys.readouterr()
    return [json.loads(line)["id"] for line in out.splitlines()], err


def test_a_page_is_audited(site: Site, capsys: Captured) -> None:
    """As if it had been saved, and nothing is said besides."""
    url = site.put(
        "/", "<html><body><p>A paragraph of a page, [ad_1] it is.</p></body></html>", Content_Type="text/html"
    )
    assert audited(capsys, url) == ([url], "")
    assert main([*RUN, url, "--fail-on", "minor"]) == 1


def test_a_feed_is_audited_once(site: Site, capsys: Captured, workplace: Path) -> None:
    """Then only what is new, unless everything is wanted; the state lies beside the cache."""
    url = site.put("/", feed("a", "b"))
    assert audited(capsys, url) == (["a", "b"], "")
    assert (workplace / "kept" / "feeds.sqlite").is_file()
    found, err = audited(capsys, url)
    assert found == []
    assert err.startswith(f"audit: {url}: nothing new since 20")
    site.put("/", feed("c", "a", "b"))
    assert audited(capsys, "--no-cache", url) == (["c", "a", "b"], "")
    found, err = audited(capsys, url)
    assert found == ["c"]
    assert err.startswith(f"audit: {url}: 1 of 3 entries are new or changed since 20")
    assert audited(capsys, "--all", url) == (["c", "a", "b"], "")


def test_nothing_new_is_fine_in_every_format(site: Site, capsys: Captured) -> None:
    """A quiet night is no failure."""
    url = site.put("/", feed("a"))
    audited(capsys, url)
    for name in ("table", "csv", "json", "jsonl"):
        assert main(["run", "--allow-private", "--fail-on", "minor", "--format", name, url]) == 0
        assert "nothing new" in capsys.readouterr().err


def test_a_feed_that_fails_the_gate_comes_again(site: Site, capsys: Captured) -> None:
    """Whoever runs the job once more sees the same entries; `--exit-zero` is content with them."""
    url = site.put("/", feed("fine", "not [ad_1] fine"))
    for _ in range(2):
        assert audited(capsys, "--fail-on", "minor", url, status=1)[0] == ["fine", "not [ad_1] fine"]
    assert audited(capsys, "--fail-on", "minor", "--exit-zero", url)[0] == ["fine", "not [ad_1] fine"]
    assert audited(capsys, "--fail-on", "minor", url)[0] == []


def test_a_run_that_could_not_finish_loses_nothing(site: Site, capsys: Captured) -> None:
    """Whether another address fails or the report cannot be written."""
    url = site.put("/", feed("a", "b", "c"))
    for rest in ([site.url("/gone")], ["-o", "no/folder.jsonl"]):
        assert main([*RUN, url, *rest]) == 2
    capsys.readouterr()
    assert audited(capsys, url)[0] == ["a", "b", "c"]


def test_a_report_nobody_reads_to_its_end_does_not_count(site: Site, workplace: Path) -> None:
    """A pipe that closes early may have swallowed it."""
    url = site.put("/", feed("a"))
    program = [sys.executable, "-m", "audit", *RUN, url]
    with subprocess.Popen(program, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as run:
        assert run.stdout is not None
        run.stdout.close()
        assert run.wait(60) == 141
    assert not (workplace / "kept" / "feeds.sqlite").exists()


def test_several_feeds_in_one_run(site: Site, capsys: Captured) -> None:
    """Each has its own state, and a file may stand between them."""
    one, two = site.put("/1", feed("a")), site.put("/2", feed("b"))
    Path("c.txt").write_text("It rained.", "utf-8")
    assert audited(capsys, one, "c.txt", two)[0] == ["a", "c.txt", "b"]
    assert audited(capsys, two, "c.txt", one)[0] == ["c.txt"]


def test_a_source_may_be_an_address(site: Site, capsys: Captured) -> None:
    """With a source the state of feeds does not count."""
    url, source = site.put("/", feed("a")), site.put("/es", feed("la a"))
    for _ in range(2):
        assert audited(capsys, url, "--source", source)[0] == ["a"]


@pytest.mark.parametrize(
    ("argv", "told"),
    [
        (
            ["http://127.0.0.1:9/"],
            "http://127.0.0.1:9/: 127.0.0.1 is a private address – add --allow-private to read it",
        ),
        (["http://me:secret@example.org/"], "http://example.org/: holds a user name or password – fetch it"),
        (["ftp://example.org/"], "ftp://example.org/: is of the scheme 'ftp' – only http and https are read"),
        (["--timeout", "nan", "https://example.org/"], "--timeout is a number of seconds above 0 and at most 3600"),
        (
            ["--timeout", "0", "https://example.org/"],
            "--timeout is a number of seconds above 0 and at most 3600, not 0",
        ),
    ],
)
def test_what_is_not_read_is_one_line(capsys: Captured, argv: list[str], told: str) -> None:
    """With what to do about it, and status 2."""
    assert main(["run", *argv]) == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert err.startswith(f"audit: error: {told}")
