"""The commands: results on stdout, everything else on stderr, an exit status that tells.

0 all went well · 1 something failed, and stderr says what · 2 the command line could not be read, and
stderr shows its usage · 130 stopped with Ctrl-C. Only this module prints. It imports nothing heavy, so
that `--help` is there at once; what a command does stands in `bot.commands` and `bot.corrections`.
"""

import argparse
import json
import os
import re
import sys
from collections.abc import Iterable, Sequence
from contextlib import closing
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bot.progress import ProgressBar
from bot.settings import go_offline, port_number, read_settings
from index.errors import OnRecordError

if TYPE_CHECKING:
    from bot.commands import Line, Trouble

_ABOUT = "Ask your news articles who said what, and read each answer in its source."
_MORE = """\
first steps:
  onrecord index news/            take in a folder of articles
  onrecord ask "What did Pankin say about zones of responsibility?"
  onrecord serve                  ask in the browser

environment:
  ONRECORD_STORE      the store's folder, as --store
  ONRECORD_EMBEDDER   another sentence-transformers model, by name or folder
  ONRECORD_CHROMA     a Chroma server's address, such as http://localhost:8000
  ONRECORD_MODEL      a language model that writes answers, as provider:name; see docs/prose.md
  ONRECORD_MODEL_URL  the address of its server, where it is not the provider's own
  ONRECORD_RERANKER   a cross-encoder that reads the best hits again, by name or folder
  ONRECORD_HOST, ONRECORD_PORT   where serve and chat listen"""
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")  # would move a terminal's cursor or colour it
_STOPPED, _READER_GONE = 130, 141


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status."""
    go_offline()
    options = build_parser().parse_args(argv)
    progress = ProgressBar(sys.stderr)
    try:
        return _run(options, progress)
    except KeyboardInterrupt:
        progress.close()
        progress.say("Stopped. What was finished is kept.")
        return _STOPPED
    except BrokenPipeError:  # `onrecord statements | head` has read enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _READER_GONE
    except OnRecordError as exc:
        progress.close()
        progress.say(f"onrecord: {exc}")
        return 1


def build_parser() -> argparse.ArgumentParser:
    """Return the parser of every command; `options.run` names the module of `bot` and its function."""
    shared = argparse.ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS)
    shared.add_argument("--store", type=Path, metavar="DIR", help="the store's folder")
    shared.add_argument("--json", action="store_true", help="print one JSON object a line")

    parser = argparse.ArgumentParser(
        prog="onrecord",
        description=_ABOUT,
        epilog=_MORE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action=_Version, nargs=0, help="print the version")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    def command(within: Any, name: str, run: str, about: str) -> argparse.ArgumentParser:
        added: argparse.ArgumentParser = within.add_parser(
            name, parents=[shared], help=about, description=about[0].upper() + about[1:] + "."
        )
        added.set_defaults(run=run if "." in run else f"commands.{run}")
        return added

    index = command(commands, "index", "index_articles", "take in articles: files, folders, addresses")
    index.add_argument("sources", nargs="+", metavar="PATH|URL")

    chat = command(commands, "chat", "chat", "take in what has changed, then serve the chat")
    chat.add_argument("sources", nargs="+", metavar="PATH|URL")
    serve = command(commands, "serve", "serve", "serve the chat over what is indexed")
    for listening in (chat, serve):
        listening.add_argument("--host", metavar="HOST", help="the address to listen on (127.0.0.1)")
        listening.add_argument(
            "--port", type=port_number, metavar="PORT", help="the port to listen on (7860)"
        )

    ask = command(commands, "ask", "ask", "answer a question with citations")
    asked = ask.add_mutually_exclusive_group(required=True)
    asked.add_argument("question", nargs="?", metavar="QUESTION")
    asked.add_argument("--batch", metavar="FILE", help='answer each {"id", "question"} line; - reads stdin')

    check = command(
        commands, "check", "check", "check quotations: verbatim, altered, somebody else's, nowhere"
    )
    checked = check.add_mutually_exclusive_group(required=True)
    checked.add_argument("claim", nargs="?", metavar="CLAIM", help='such as: Ann Lee said "we will build it"')
    checked.add_argument(
        "--file", metavar="FILE", help="check every quotation and reported claim of a draft; - reads stdin"
    )
    checked.add_argument("--batch", metavar="FILE", help='check each {"id", "claim"} line; - reads stdin')
    check.add_argument("--format", choices=("md", "csv", "html"), help="print an evidence pack to keep")

    search = command(commands, "search", "search", "list the statements and passages nearest to a query")
    search.add_argument("query", metavar="QUERY")
    search.add_argument("--speaker", metavar="NAME", help="only what NAME said")
    search.add_argument("--limit", type=_positive, default=10, metavar="N", help="how many to list (10)")

    command(commands, "articles", "list_articles", "list the articles")
    statements = command(commands, "statements", "list_statements", "list who said what")
    statements.add_argument("--speaker", metavar="NAME", help="only what NAME said")
    statements.add_argument("--article", metavar="ID", help="only in this article")

    speakers = command(commands, "speakers", "corrections.speakers", "list the speakers, or mend who is who")
    mending = speakers.add_subparsers(metavar="merge|split|log|undo")
    merge = command(mending, "merge", "corrections.merge", "let two names be one speaker, under the first")
    merge.add_argument("kept", metavar="NAME")
    merge.add_argument("merged", metavar="OTHER")
    split = command(mending, "split", "corrections.split", "give a name another speaker in one article")
    split.add_argument("name", metavar="NAME")
    split.add_argument("--article", required=True, metavar="ID")
    split.add_argument("--as", required=True, dest="renamed", metavar="NEW")
    command(mending, "log", "corrections.log", "list what was merged and split, oldest first")
    undo = command(
        mending, "undo", "corrections.undo", "take back a merge or split, by its number in the log"
    )
    undo.add_argument("number", type=int, metavar="N")

    remove = command(commands, "remove", "remove_articles", "remove articles and all that was made of them")
    remove.add_argument("ids", nargs="+", metavar="ID")
    command(commands, "rebuild", "rebuild", "make the vectors anew from the stored articles")
    return parser


def _positive(words: str) -> int:
    if not words.isdecimal() or int(words) < 1:
        raise argparse.ArgumentTypeError(f"{words!r} is not a positive number")
    return int(words)


def _run(options: argparse.Namespace, progress: ProgressBar) -> int:
    chosen = {
        name: value
        for name in ("store", "host", "port")
        if (value := getattr(options, name, None)) is not None
    }
    settings = replace(read_settings(), **chosen)

    module, _, name = options.run.partition(".")
    run = getattr(import_module(f"bot.{module}"), name)
    with closing(run(options, settings, progress)) as results:
        return _show(results, progress, as_json=getattr(options, "json", False))


def _show(results: "Iterable[Line | Trouble]", progress: ProgressBar, *, as_json: bool) -> int:
    """Print each result as it comes; return 1 if any of them is trouble."""
    from bot.commands import Trouble

    status = 0
    for result in results:
        if isinstance(result, Trouble):
            progress.say(_CONTROL.sub("", result.words))
            status = 1
        elif as_json:
            print(json.dumps(result.record, ensure_ascii=False), flush=True)
        else:
            print(_CONTROL.sub("", result.words), flush=True)
    progress.close()
    return status


class _Version(argparse.Action):
    """Looks the version up only when it is asked for: the look-up reads files."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object, **__: object) -> None:
        from importlib.metadata import version

        print(f"onrecord {version('onrecord')}")
        parser.exit()


if __name__ == "__main__":
    sys.exit(main())
