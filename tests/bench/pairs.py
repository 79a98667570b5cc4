"""Write what the cross-encoder learns from: `python -m tests.bench.pairs FILE`.

To each question of `tests/data/pages.jsonl` that follows on no other: what comes near it by words and by
meaning, and whether that answers. Questions made of an article's own words (`made`) keep it from forgetting
that these answer as well; they count half.
"""

import json
import random
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from bot.settings import go_offline
from index.layout import sentences_of
from index.search import Filter, Near, nearest
from index.searching.crossencoder import as_read, says_it
from index.searching.topic import content_words
from index.store import Store
from index.types import Span, Statement
from tests.bench.corpora import pages_store
from tests.bench.gold import read_lines, shares_half
from tests.bench.pages import QUESTIONS

STATEMENTS, OF_THE_SPEAKER, PASSAGES, SENTENCES = 12, 8, 8, 12
MADE, LONG_ENOUGH, LONG_WORD = 700, 40, 5  # questions; characters of a statement; letters of a word
FORMS = (
    "What did {name} say about {topic}?",
    "What did {name} say regarding {topic}?",
    "What does {name} think of {topic}?",
    "{name} on {topic}: what was said?",
    "{name} on {topic}",
    "Who said something about {topic}?",
)
Key = tuple[str, Span]


def main() -> None:
    go_offline()
    questions = read_lines(QUESTIONS)
    with pages_store(questions) as store, Path(sys.argv[1]).open("w", encoding="utf-8") as out:
        maker = Maker(store)
        for row in (*maker.written(questions), *maker.made(questions)):
            out.write(json.dumps(row, ensure_ascii=False) + "\n")


class Maker:
    """Pairs questions with texts of one store."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._articles = {id_: article for id_ in store.fingerprints() if (article := store.article(id_))}
        self._random = random.Random(5)

    def written(self, questions: Sequence[dict[str, Any]]) -> Iterator[dict[str, Any]]:
        """Yield the questions that people wrote, with what comes near them."""
        for question in questions:
            if question["after"]:
                continue
            page, golds = str(question["page"]), [tuple(gold) for gold in question["golds"]]
            named = question.get("speaker") if question["kind"] in ("said", "trap") else None
            near = self._near(question["question"], named)
            for gold in golds:
                near.setdefault((page, sentences_of(self._articles[page].text, gold)), "")
            for said in self._store.statements(article_id=page):
                if any(shares_half((said.start, said.end), gold) for gold in golds):
                    near.setdefault((page, (said.start, said.end)), said.speaker or "")
            texts = [
                self._text(key, who, key[0] == page and any(shares_half(key[1], gold) for gold in golds))
                for key, who in near.items()
            ]
            yield _row(question["part"], question["kind"], question["question"], 1.0, texts)

    def made(self, questions: Sequence[dict[str, Any]]) -> Iterator[dict[str, Any]]:
        """Yield questions made of the words of statements, none of a page that is held out."""
        held = {str(question["page"]) for question in questions if question["part"] != "train"}
        said = [
            statement
            for id_ in self._articles
            if id_ not in held
            for statement in self._store.statements(article_id=id_)
            if statement.speaker and statement.end - statement.start > LONG_ENOUGH
        ]
        self._random.shuffle(said)
        for statement in said[:MADE]:
            words = content_words(self._articles[statement.article_id].text[statement.start : statement.end])
            words = tuple(word for word in words if len(word) >= LONG_WORD)
            if len(words) > 2 and statement.speaker:
                yield self._made(statement, statement.speaker, words)

    def _made(self, statement: Statement, speaker: str, words: Sequence[str]) -> dict[str, Any]:
        start = self._random.randrange(len(words) - 1)
        topic = words[start : start + self._random.choice((1, 2, 2, 3))]
        name = self._random.choice((speaker, speaker.split()[-1]))
        form = self._random.choice(FORMS)
        question = form.format(name=name, topic=" ".join(topic))
        near = self._near(question, speaker)
        near.setdefault((statement.article_id, (statement.start, statement.end)), speaker)
        texts = []
        for key, who in near.items():
            own = self._articles[key[0]].text[slice(*key[1])].lower()
            theirs = who == speaker or "{name}" not in form
            texts.append(self._text(key, who, theirs and all(word in own for word in topic)))
        return _row("train", "said", question, 0.5, texts)

    def _near(self, question: str, speaker: str | None) -> dict[Key, str]:
        """Return what comes near a question, with who says it: statements of anybody and of one speaker, and
        sentences of the nearest passages."""
        vector = self._store.encoder.encode([question])[0]

        def closest(kind: Any, wanted: Filter) -> list[Near]:
            found = nearest(self._store, question, vector, kind, wanted)
            return sorted(found, key=lambda near: -near.cosine)

        said = closest("statement", Filter())[:STATEMENTS]
        if speaker:
            said += closest("statement", Filter(speakers=[speaker]))[:OF_THE_SPEAKER]
        near = {(n.item.article_id, (n.item.start, n.item.end)): self._who(n) for n in said}
        told: dict[Key, float] = {}
        for passage in closest("passage", Filter())[:PASSAGES]:
            spans, vectors = self._store.sentences(passage.item.article_id)
            for span, cosine in zip(spans, (vectors @ vector).tolist(), strict=True):
                if passage.item.start <= span[0] and span[1] <= passage.item.end:
                    told[passage.item.article_id, span] = cosine
        for key in sorted(told, key=lambda key: -told[key])[:SENTENCES]:
            near.setdefault(key, "")
        return near

    def _who(self, near: Near) -> str:
        said = near.item
        return says_it(self._articles[said.article_id], said) if isinstance(said, Statement) else ""

    def _text(self, key: Key, who: str, answers: bool) -> dict[str, Any]:
        return {"text": as_read(self._articles[key[0]], key[1], who), "answers": answers}


def _row(part: str, kind: str, question: str, weight: float, texts: list[dict[str, Any]]) -> dict[str, Any]:
    return {"part": part, "kind": kind, "question": question, "weight": weight, "texts": texts}


if __name__ == "__main__":
    main()
