"""What each command does: it yields its results as `Line`s and what failed as `Trouble`s.

Nothing here prints: `bot.cli` shows the results, and tells by its exit status whether there was
trouble. Every command takes the options, the settings and the progress bar.
"""

from argparse import Namespace
from collections.abc import Generator, Iterable
from dataclasses import dataclass
from threading import Thread
from typing import TYPE_CHECKING, Any

from bot import records, render
from bot.given import read_lines, read_text
from bot.intake import take_in
from bot.progress import ProgressBar
from bot.prompts import counted, listed
from bot.settings import Settings
from index.errors import UsageError
from index.types import Passage, Statement

if TYPE_CHECKING:
    from bot.answer import Assistant
    from bot.check import Checker
    from bot.checking.verdicts import Check
    from index.store import Store

_DATABASE = "onrecord.db"
_LONGEST_WORDS = 300  # characters of a statement or passage shown to a person; --json has all


@dataclass(frozen=True, slots=True)
class Line:
    """A result: `words` for a person, `record` for `--json`."""

    words: str
    record: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something that failed while the rest went on."""

    words: str


Results = Generator[Line | Trouble, None, None]


def index_articles(options: Namespace, settings: Settings, progress: ProgressBar) -> Results:
    """Take in what is new or changed, and say what came of it."""
    with open_store(settings, progress, create=True) as store:
        yield from _index(store, options.sources, progress)


def chat(options: Namespace, settings: Settings, progress: ProgressBar) -> Results:
    """Index and serve in one process: a store has one owner, and models are loaded once."""
    with open_store(settings, progress, create=True) as store:
        yield from _index(store, options.sources, progress)
        yield from _serve(store, settings, progress)


def serve(options: Namespace, settings: Settings, progress: ProgressBar) -> Results:
    """Serve the chat until Ctrl-C."""
    with open_store(settings, progress) as store:
        yield from _serve(store, settings, progress)


def ask(options: Namespace, settings: Settings, progress: ProgressBar) -> Results:
    """Answer a question, or each question of a file, each on its own."""
    questions = read_lines(options.batch, "question") if options.batch else [(None, options.question)]
    with open_store(settings, progress) as store:
        answers = _assistant(store, settings).ask_many(question for _, question in questions)
        for (id_, question), answer in zip(questions, answers, strict=True):
            if not isinstance(answer, UsageError):
                asked = f"{id_}: {question}\n\n" if options.batch else ""
                yield Line(asked + render.text(answer) + "\n" * bool(asked), render.as_json(answer, id=id_))
            elif options.batch:
                yield Trouble(f"{id_}: {answer}")
            else:
                raise answer


def check(options: Namespace, settings: Settings, progress: ProgressBar) -> Results:
    """Check a claim, every quotation of a draft, or each claim of a file.

    What is not verified is trouble, since a draft with it is not ready; a file of claims is only judged.
    """
    if options.format and getattr(options, "json", False):
        raise UsageError("Choose --json or --format: they are two ways to print the same.")
    batch = read_lines(options.batch, "claim") if options.batch else None
    draft = read_text(options.file) if options.file else None
    with open_store(settings, progress) as store:
        from bot.check import Checker
        from bot.checking import evidence, unread
        from bot.checking.verdicts import as_json

        checker = Checker(store)
        done: list[Check] = []
        found: Iterable[tuple[str | None, Check | UsageError]]
        if batch is not None:
            found = ((id_, _judged(checker, claim)) for id_, claim in batch)
        elif draft is not None:
            found = ((None, each) for each in checker.check_draft(draft, on_progress=progress))
        else:
            found = ((None, each) for each in checker.check_paste(options.claim))
        for id_, each in found:
            if isinstance(each, UsageError):
                yield Trouble(f"{id_}: {each}")
                continue
            done.append(each)
            if not options.format:
                yield Line(evidence.as_text(each), as_json(each, id=id_))
        passed_over = checker.passed_over(draft or options.claim) if batch is None else []
        if options.format:
            kept = evidence.pack(
                options.format, done, store.article, page=settings.page, unread=passed_over
            ).rstrip()
            yield Line(kept, {"claims": len(done)})
        else:
            yield from (Line(unread.as_text(each), unread.as_json(each)) for each in passed_over)
    failed = sum(not each.passed for each in done)
    if failed and batch is None:
        yield Trouble(f"{failed} of {counted(len(done), 'claim')} not verified.")


def search(options: Namespace, settings: Settings, progress: ProgressBar) -> Results:
    """List the statements and passages nearest to a query."""
    with open_store(settings, progress) as store:
        from index.search import search as find

        speakers = (resolve_speaker(store, options.speaker),) if options.speaker else None
        for hit in find(store, store.encoder, options.query, speakers=speakers, limit=options.limit):
            text = _text_of(store, hit.item.article_id)
            yield Line(_item_words(hit.item, text), records.hit_record(hit.item, text, score=hit.score))


def list_articles(options: Namespace, settings: Settings, progress: ProgressBar) -> Results:
    """List the articles by id."""
    with open_store(settings, progress) as store:
        for article in store.articles():
            day = article.published.isoformat() if article.published else "no date"
            count = counted(article.statements, "statement")
            note = f" ({article.note})" if article.note else ""
            words = f"{article.id}  {day}  {article.title}  {count}{note}"
            yield Line(words, records.article_record(article))


def list_statements(options: Namespace, settings: Settings, progress: ProgressBar) -> Results:
    """List who said what, by article and place."""
    with open_store(settings, progress) as store:
        if options.article is not None and store.article(options.article) is None:
            raise _no_such_article(options.article)
        speaker = resolve_speaker(store, options.speaker) if options.speaker else None
        for statement in store.statements(speaker=speaker, article_id=options.article):
            text = _text_of(store, statement.article_id)
            yield Line(_item_words(statement, text), records.statement_record(statement, text))


def remove_articles(options: Namespace, settings: Settings, progress: ProgressBar) -> Results:
    """Remove articles by id; an unknown id is trouble, and the others go all the same."""
    with open_store(settings, progress) as store:
        for id_ in options.ids:
            if store.remove(id_):
                yield Line(f"Removed {id_}.", {"removed": id_})
            else:
                yield Trouble(str(_no_such_article(id_)))


def rebuild(options: Namespace, settings: Settings, progress: ProgressBar) -> Results:
    """Make the lexical index and the vectors anew from the stored articles."""
    with open_store(settings, progress) as store:
        store.rebuild(progress)
        count = len(store.articles())
        yield Line(f"Rebuilt the index of {counted(count, 'article')}.", {"rebuilt": count})


def open_store(settings: Settings, progress: ProgressBar, *, create: bool = False) -> "Store":
    """Open the store that was chosen; only with `create` is one made where there is none."""
    if not create and not (settings.store / _DATABASE).is_file():
        raise UsageError(
            f"There is no store in {settings.store}. Index some articles first: "
            f"onrecord index PATH --store {settings.store}"
        )
    from index.encoder import load_encoder
    from index.store import Store

    encoder = load_encoder(settings.embedder)
    return Store.open(settings.store, encoder, chroma_url=settings.chroma, on_progress=progress)


def resolve_speaker(store: "Store", name: str) -> str:
    """Return the register's name that `name` stands for, as in a question. Raises `UsageError` unless
    there is just one."""
    from bot.asking.known import directory

    fitting = directory(store).look_up(name)
    if not fitting:
        raise UsageError(f"Nobody in these articles is called {name!r}: see `onrecord speakers`.")
    if len(fitting) > 1:
        raise UsageError(f"{name!r} may be {' or '.join(fitting)}: give the full name.")
    return fitting[0]


def _index(store: "Store", sources: list[str], progress: ProgressBar) -> Results:
    report = take_in(store, sources, on_progress=progress, remove_gone=True)
    progress.close()
    for failure in report.failures:
        yield Trouble(f"Skipped: {failure.message}")
    new = set(report.indexed)
    noted = [article for article in store.articles() if article.note and article.id in new]
    record = {
        "indexed": report.indexed,
        "notes": [{"where": article.origin or article.id, "note": article.note} for article in noted],
        "unchanged": len(report.unchanged),
        "removed": report.removed,
        "failed": [{"where": failure.where, "reason": failure.message} for failure in report.failures],
    }
    done = [
        f"{len(report.indexed)} indexed",
        f"{len(report.unchanged)} unchanged",
        f"{len(report.removed)} removed",
        f"{len(report.failures)} skipped",
    ]
    notes = [f"{article.origin or article.id}: {article.note}." for article in noted]
    yield Line("\n".join([*notes, f"Articles: {', '.join(done)}."]), record)


def _serve(store: "Store", settings: Settings, progress: ProgressBar) -> Results:
    from bot.web import serve as serve_page

    assistant = _assistant(store, settings)

    def ready(address: str) -> None:
        progress.say(f"OnRecord is ready: {address} (Ctrl-C stops it)")
        Thread(target=assistant.warm_up).start()

    progress.close()
    serve_page(assistant, host=settings.host, port=settings.port, ready=ready)
    yield from ()


def _assistant(store: "Store", settings: Settings) -> "Assistant":
    from bot.answer import Assistant

    writer = reranker = None
    if settings.model is not None:
        from bot.generate import Writer
        from bot.model import open_model

        writer = Writer(open_model(settings.model, url=settings.model_url))
    if settings.reranker is not None:
        from index.searching.reranker import Reranker

        reranker = Reranker(settings.reranker)
    return Assistant(store, writer, reranker)


def _judged(checker: "Checker", claim: str) -> "Check | UsageError":
    """Check a claim of a file; one that cannot be read takes none of the others with it."""
    try:
        return checker.check(claim)
    except UsageError as exc:
        return exc


def _text_of(store: "Store", article_id: str) -> str:
    article = store.article(article_id)
    assert article is not None, "a stored statement has its article"
    return article.text


def _item_words(item: Statement | Passage, text: str) -> str:
    """Return "Ann Lee, direct: … (article 12–80)" for a person to read; of a report with its verb, since what
    somebody denied was not said."""
    said = " ".join(text[item.start : item.end].split())
    said = said if len(said) <= _LONGEST_WORDS else said[:_LONGEST_WORDS].rstrip() + "…"
    if isinstance(item, Statement):
        who = listed(item.speakers) or (text[slice(*item.mention)] if item.mention else "somebody unnamed")
        verb = f", “{text[slice(*item.cue)]}”" if item.cue and item.kind == "indirect" else ""
        return f"{who}, {item.kind}{verb}: {said} ({item.article_id} {item.start}–{item.end})"
    return f"passage: {said} ({item.article_id} {item.start}–{item.end})"


def _no_such_article(id_: str) -> UsageError:
    return UsageError(f"There is no article {id_!r}: see `onrecord articles`.")
