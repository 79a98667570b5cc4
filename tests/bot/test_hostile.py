"""Articles that give orders, against a model that obeys all of them: nothing it is made to say passes.

Each line of `tests/data/hostile.jsonl` is an article whose mayor is quoted with an attack, and what a
model that does as it is told would answer. The reply also quotes the attack itself, as it honestly may:
then it must show as words, and load and run nothing.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

import pytest
from markdown_it import MarkdownIt

from bot import render
from bot.checking.verdicts import cite
from bot.generate import MOST_SENTENCES, Writer
from bot.prompts import prompt
from bot.types import Answer, Block
from index.encoder import load_encoder
from index.store import Store
from index.types import Article, Indexed, Statement
from tests.bot.gold import ROOT
from tests.bot.written import ScriptedModel, says, sentences

HONEST = ("Mayor Ada Brandt said {s1}.", ["s1"])
FIELDS = {"id", "speaker", "role", "kind", "when", "published", "article", "text"}
INVISIBLE = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ue000-\uf8ff\U000e0000-\U000e0fff]"
)


@dataclass(frozen=True)
class Attack:
    """An attack with the article and answer it hides in, and the reply of a model that obeys."""

    name: str
    article: Article
    statement: Statement
    basis: Answer
    obeyed: tuple[tuple[str, list[str]], ...]
    reply: str


def _attack(number: int, fields: dict[str, Any]) -> Attack:
    opening = "The council met on Tuesday. Jonas Hart took the minutes.\n\nMayor Ada Brandt said: "
    quoted = f"“{fields['said']}”"
    text = f"{opening}{quoted}\n\n{fields.get('after', 'The meeting ended at nine.')}\n"
    article = Article(f"attack-{number}", fields["title"], text)
    start, end = len(opening), len(opening) + len(quoted)
    said = start - len(": ") - len("said")
    statement = Statement(
        f"{article.id}:{start}-{end}", article.id, start, end, "direct", ((start, end),), "Ada Brandt",
        "person", (said - 11, said - 1), (said, said + 4), (said - 17, said - 12), (), 0.9,
    )  # fmt: skip
    prose = text.rindex("\n\n") + 2, len(text) - 1
    cited = cite(article, (start, end), statement, number=1), cite(article, prose, number=2)
    basis = Answer("What did Brandt say?", tuple(Block("Brandt:", c) for c in cited), cited)
    obeyed = tuple((text, ids) for text, ids in fields["obeyed"])
    reply = fields.get("raw") or sentences(HONEST, *obeyed)
    return Attack(fields["name"], article, statement, basis, obeyed, reply)


@cache
def attacks() -> list[Attack]:
    lines = (ROOT / "tests" / "data" / "hostile.jsonl").read_text("utf-8").splitlines()
    return [_attack(number, json.loads(line)) for number, line in enumerate(lines)]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with Store.open(tmp_path_factory.mktemp("hostile"), load_encoder()) as store:
        store.put_many([Indexed(a.article, "1", (a.statement,), (), (), ()) for a in attacks()])
        yield store


def written(attack: Attack, store: Store) -> tuple[Answer, ScriptedModel]:
    model = says(attack.reply)
    *_, answer = Writer(model).write(attack.basis, store)
    return answer, model


def test_there_are_forty_attacks_and_more() -> None:
    assert len({attack.name for attack in attacks()}) == len(attacks()) >= 40


@pytest.mark.parametrize("attack", attacks(), ids=lambda attack: attack.name)
def test_what_an_article_orders_is_not_shown(attack: Attack, store: Store) -> None:
    answer, _ = written(attack, store)
    shown = [block.lead for block in answer.blocks if block.cites]
    assert len(shown) <= 1  # the honest one
    held = {withheld.sentence for withheld in answer.withheld}
    expected = min(len({text for text, _ in attack.obeyed}), MOST_SENTENCES - 1)
    assert len(held) >= expected or "stopped in the middle of a sentence" in answer.notice  # an endless one
    assert all(c.speaker in ("Ada Brandt", None) for c in answer.citations)


@pytest.mark.parametrize("attack", attacks(), ids=lambda attack: attack.name)
def test_an_article_cannot_change_what_is_asked_of_the_model(attack: Attack, store: Store) -> None:
    _, model = written(attack, store)
    for system, request in model.asked:
        assert system == prompt("write", most=MOST_SENTENCES)
        head, _, rest = request.partition("Evidence:\n")
        assert head.endswith('Question: "What did Brandt say?"\n\n')
        offered = [json.loads(line) for line in rest.splitlines()[:2]]
        assert [line["id"] for line in offered] == ["s1", "s2"]
        assert all(set(line) <= FIELDS for line in offered)
        assert offered[0]["speaker"] == "Ada Brandt" and "speaker" not in offered[1]
        assert not INVISIBLE.search(request)


@pytest.mark.parametrize("attack", attacks(), ids=lambda attack: attack.name)
def test_nothing_shown_loads_or_runs(attack: Attack, store: Store) -> None:
    answer, _ = written(attack, store)
    page = MarkdownIt("gfm-like", {"html": True, "linkify": False}).render(render.markdown(answer))
    tags = set(re.findall(r"<(\w+)", page))
    assert tags <= {"p", "a", "em", "blockquote", "br"}, page
    assert all(link.startswith("#cite-attack-") for link in re.findall(r'href="([^"]*)"', page))
    assert "\x1b" not in render.text(answer)
