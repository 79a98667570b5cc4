"""The only reader of `prompts/`: the bot's fixed phrases, and prompts for a language model.

Both hold `$variables`. A value goes in once, as it is: a dollar sign inside an article's text stays a
dollar sign. A variable that is missing, unknown or undeclared is an error rather than a gap in what
the user reads.
"""

import tomllib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from string import Template

from index.errors import UsageError

PHRASES = "phrases.toml"
_FENCE = "---\n"


def phrase(name: str, /, **values: object) -> str:
    """Return the phrase called `name` in `prompts/phrases.toml` with its variables filled in.

    Raises `UsageError` when there is no such phrase, or when `values` are not exactly its variables.
    """
    phrases = parse_phrases(_read(PHRASES))
    if name not in phrases:
        raise UsageError(f"prompts/{PHRASES} has no phrase {name!r}. Add it there.")
    return fill(phrases[name], values, where=f"prompts/{PHRASES}, {name!r}")


def prompt(name: str, /, **values: object) -> str:
    """Return the prompt `prompts/NAME.md` with its variables filled in; errors as in `phrase`."""
    return fill(parse_prompt(_read(f"{name}.md"), name=name), values, where=f"prompts/{name}.md")


def counted(number: int, noun: str) -> str:
    """Return "1 article", "2 articles"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


@cache
def parse_phrases(text: str) -> dict[str, Template]:
    """Read `name = "phrase with $variables"` lines of TOML."""
    try:
        phrases = tomllib.loads(text)
    except tomllib.TOMLDecodeError as exc:
        raise UsageError(f"prompts/{PHRASES} is not valid TOML: {exc}. Mend that line.") from exc
    for name, words in phrases.items():
        if not isinstance(words, str) or not Template(words).is_valid():
            raise UsageError(f"prompts/{PHRASES}, {name!r}: write a string; a plain dollar sign is $$.")
    return {name: Template(words) for name, words in phrases.items()}


@cache
def parse_prompt(text: str, *, name: str) -> Template:
    """Read a prompt whose front matter says `variables: first, second`; it must use just those."""
    head, fence, body = text.removeprefix(_FENCE).partition("\n" + _FENCE)
    fields = dict(line.split(":", 1) for line in head.splitlines() if ":" in line)
    if not text.startswith(_FENCE) or not fence or "variables" not in fields:
        raise UsageError(f"prompts/{name}.md must start with front matter: ---, variables: a, b, ---.")
    declared = {variable.strip() for variable in fields["variables"].split(",") if variable.strip()}
    template = Template(body.strip())
    if not template.is_valid():
        raise UsageError(f"prompts/{name}.md holds a stray dollar sign: write $$ for a plain one.")
    used = set(template.get_identifiers())
    if used != declared:
        raise UsageError(
            f"prompts/{name}.md declares {_listed(declared)} and uses {_listed(used)}: make them agree."
        )
    return template


def fill(template: Template, values: dict[str, object], *, where: str) -> str:
    """Put `values` in, verbatim and once. Raises `UsageError` unless they are just the variables."""
    wanted = set(template.get_identifiers())
    if wanted != set(values):
        raise UsageError(f"{where} takes {_listed(wanted)} and was given {_listed(set(values))}.")
    return template.substitute(values)


@cache
def _read(name: str) -> str:
    try:
        return (files("prompts") / name).read_text(encoding="utf-8")
    except FileNotFoundError as exc:
        raise UsageError(f"prompts/{name} does not exist. Add it, or reinstall OnRecord.") from exc


def listed(names: Sequence[str]) -> str:
    """Return "A", "A and B" or "A, B and C"; nothing where there are none."""
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def _listed(names: set[str]) -> str:
    return ", ".join(f"${name}" for name in sorted(names)) or "no variables"
