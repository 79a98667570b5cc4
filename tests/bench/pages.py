"""Questions about news pages in words other than theirs: `tests/data/pages.jsonl`.

Each was written from its page, asked as one does who no longer remembers the words. The cross-encoder has
learned from the part called "train"; the thresholds were chosen on "held", and lists of its misses read;
"unseen" was asked last, to be counted and nothing else.
"""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from bot.answer import Assistant
from tests.bench.corpora import pages_store
from tests.bench.figures import Figure, Findings, Table, number
from tests.bench.gold import DATA, is_right, read_lines
from tests.bench.options import Options
from tests.bench.turns import memory_before

QUESTIONS = DATA / "pages.jsonl"
PARTS = ("unseen", "held", "train")
ANSWERED = ("right", "right later", "wrong", "right one shown beside a refusal", "refused")
SILENT = ("refused", "answered all the same")
UNWANTED = {"told": ("wrong", "refused"), "not told": ("answered all the same",)}
_FIRST = 3  # blocks in which what is right counts as shown


def run(options: Options) -> Findings:
    """Ask all of them, or with `quick` those not learned from, and count what came of each kind."""
    questions = read_lines(QUESTIONS)
    with pages_store(questions, as_is=options.as_is) as store:
        assistant = Assistant(store)
        parts = PARTS[:2] if options.quick else PARTS
        found = {part: count(assistant, [q for q in questions if q["part"] == part]) for part in parts}
    return Findings(tuple(figures(found["unseen"])), tuple(table(part, each) for part, each in found.items()))


Counts = dict[str, Counter[str]]


def count(assistant: Assistant, questions: Sequence[dict[str, Any]]) -> Counts:
    """Return, by kind of question, how many answers came out in which way."""
    counts: Counts = {}
    for question in questions:
        counts.setdefault(question["kind"], Counter())[outcome(assistant, question)] += 1
    return counts


def outcome(assistant: Assistant, question: dict[str, Any]) -> str:
    """Ask one question, after those before it, and say what became of it."""
    answer, _ = assistant.ask(question["question"], memory_before(assistant, question))
    shown = [block.citation for block in answer.blocks if block.citation]
    refused = answer.abstained or not shown
    if not question["golds"]:
        return SILENT[0] if refused else SILENT[1]
    article = str(question["page"])
    gold = {"golds": [{"article": article, "spans": question["golds"]}]}
    right = [is_right(assistant.store, gold, citation) for citation in shown[:_FIRST]]
    return _outcome(refused, right)


def _outcome(refused: bool, right: Sequence[bool]) -> str:
    if refused:
        return "right one shown beside a refusal" if any(right) else "refused"
    return "right" if right[0] else "right later" if any(right) else "wrong"


def figures(counts: Counts) -> list[Figure]:
    """Return the shares that sum it up: of what the pages tell, and of what they do not."""
    told = sum((c for kind, c in counts.items() if kind in ("said", "who", "fact")), Counter[str]())
    silent = sum((c for kind, c in counts.items() if kind in ("trap", "nowhere")), Counter[str]())
    return [
        Figure(f"{which}: {way}", found[way] / max(1, found.total()), at_most=way in UNWANTED[which])
        for which, ways, found in (("told", ANSWERED, told), ("not told", SILENT, silent))
        for way in ways
    ]


def table(part: str, counts: Counts) -> Table:
    """Return the shares by kind."""
    ways = (*ANSWERED, SILENT[1])
    rows = tuple(
        (kind, str(found.total()), *(number(found[way] / found.total()) for way in ways))
        for kind, found in counts.items()
    )
    return Table(f"By kind, {part}", ("", "questions", *ways), rows)
