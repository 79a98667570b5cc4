"""Verbatim, altered, somebody else's or nowhere: the annotated checks over the articles of dev."""

from collections import Counter
from typing import Any

from bot.check import Checker
from bot.checking.verdicts import as_json
from index.store import Store
from tests.bench.corpora import dev_store
from tests.bench.figures import Figure, Findings, Table
from tests.bench.gold import EVAL, read_lines
from tests.bench.options import Options
from tests.bench.scorers import score

CHECKS = EVAL / "checks_dev.jsonl"
AIMS = {"verified": 0.97, "altered": 0.97, "misattributed": 0.95, "not_found": 0.98, "said_by": 0.96}


def run(options: Options) -> Findings:
    """Score the verdicts; list those that are not the expected ones."""
    checks = read_lines(CHECKS)
    with dev_store(as_is=options.as_is) as store:
        verdicts = judge(store, checks)
    wrong: Counter[tuple[str, str]] = Counter()
    which: dict[tuple[str, str], list[str]] = {}
    for check, verdict in zip(checks, verdicts, strict=True):
        if check["expect"] != verdict["verdict"]:
            pair = (check["expect"], verdict["verdict"])
            wrong[pair] += 1
            which.setdefault(pair, []).append(check["id"])
    rows = tuple((*pair, str(n), " ".join(which[pair])) for pair, n in wrong.most_common())
    table = Table("Wrong verdicts", ("expected", "given", "times", "checks"), rows)
    return Findings(tuple(figures(checks, verdicts)), (table,))


def judge(store: Store, checks: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return a verdict for each check, as `onrecord check --batch --json` prints it."""
    checker = Checker(store)
    return [as_json(checker.check(check["claim"]), id=check["id"]) for check in checks]


def figures(checks: list[dict[str, Any]], verdicts: list[dict[str, Any]]) -> list[Figure]:
    """Return what the scorer says, and how many verdicts are the unforgivable one."""
    scored = score("score_checks.py", checks, verdicts)
    falsely = sum(
        check["expect"] != "verified" and verdict["verdict"] == "verified"
        for check, verdict in zip(checks, verdicts, strict=True)
    )
    shares = [Figure(name, scored[name], aim) for name, aim in AIMS.items()]
    return [*shares, Figure("falsely verified", float(falsely), 0.0, at_most=True)]
