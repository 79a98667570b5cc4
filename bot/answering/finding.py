"""What a question's topic finds: by a speaker, by anybody, in passages; within the time asked for."""

import re
from calendar import month_abbr
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from bot.answering.deputies import may_be, speaks_among, speaks_for
from bot.answering.leads import flat
from bot.answering.months import apart
from bot.answering.scenes import Scene, carried_on, on_occasion
from bot.answering.setting import told
from bot.answering.topic_names import NamedPeople, meaning_them
from bot.asking.described import Description, called_so, described, fits, written_by
from bot.asking.times import NO_YEAR, in_year
from bot.types import Question
from index.naming.personal import surname
from index.search import Filter, Near, by_score, holding, nearest, quoted, scored
from index.types import Encoder, Hit, ItemKind, Statement

if TYPE_CHECKING:
    import numpy as np

    from index.searching.reranker import Reranker
    from index.store import Store

ALONE = 12  # articles, up to which each is searched by itself for a description
MENTIONING = 2_000  # passages with a word of a description
MONTH = 31  # days

_DETERMINERS = frozenset("the a an some one this that his her its their".split())
# "The accusation that …" is how a topic is led up to, and no part of what is looked for.
_FORMAL = re.compile(
    r"^(?:the|an?|his|her|their|its) (?:(?:accusation|charge|allegation|criticism|claim|suggestion|complaint"
    r"|reproach|question|idea|notion|fact|possibility|argument|demand)s? (?:that|whether|if)"
    r"|(?:question|issue|matter|subject|topic) of(?: whether)?)\s+",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Finder:
    """Searches for one question, the same thing only once; the topic's vector may be given."""

    store: "Store"
    encoder: Encoder
    question: Question
    vector: "np.ndarray | None" = None
    reranker: "Reranker | None" = None
    _found: dict[str, list[Near]] = field(default_factory=dict, init=False, repr=False)
    _elsewhere: float | None = field(default=None, init=False, repr=False)
    _named: NamedPeople | None = field(default=None, init=False, repr=False)

    def embedded(self) -> "np.ndarray":
        """The topic's vector, made once."""
        if self.vector is None:
            self.vector = self.encoder.encode([query_of(self.question)])[0]
        return self.vector

    def by(self, *speakers: str, articles: Collection[str] | None = None) -> list[Hit]:
        """Statements of these speakers, best first; in these articles, or in all."""
        return self._scored(self._timely("statement", speakers=speakers, articles=articles))

    def from_source(self, words: str) -> list[Hit]:
        """Statements of whoever the articles describe so: "the ministry official".

        Nobody with a name is found where a source without one, or of another name, fits as well; but
        "experts" are all of them.
        """
        wanted = described(words)
        if wanted.many and words.split()[0].lower() not in _DETERMINERS:
            found = self._timely("statement", named=" ".join(wanted.sought))
            such = self._scored(
                n for n in found if isinstance(n.item, Statement) and self._called_so(wanted, n.item)
            )
            if such:
                known = {hit.item.id for hit in such}
                there = self._fitting(wanted, sorted({hit.item.article_id for hit in such}))
                return by_score([*such, *(hit for hit, _ in there if hit.item.id not in known)])
        fitting = self._fitting(wanted, self._mentioning(wanted))
        several = len({speaker for _, speaker in fitting}) > 1
        kept = [hit for hit, speaker in fitting if speaker is None or not several]
        return by_score(kept)

    def _fitting(self, wanted: Description, articles: Sequence[str]) -> list[tuple[Hit, str | None]]:
        """Statements of these articles whose source they describe so, with its name where it has one."""
        parts = [[article] for article in articles] if len(articles) <= ALONE else [articles]
        return [
            (hit, hit.item.speaker)
            for part in parts
            for hit in self._scored(self._timely("statement", articles=part))
            if isinstance(hit.item, Statement) and self._fits(wanted, hit.item)
        ]

    def all_by(self, speaker: str) -> list[Statement]:
        """All that a speaker said, within the time asked for."""
        since, until = self.question.since, self.question.until
        ids = self.store.ids("statement", speakers=[speaker], since=since, until=until)
        if ids or since is None or until is None:
            return self.store.statements_by_id(ids)
        return list(self._told_then(self.store.statements(speaker=speaker)).values())

    def on_occasion(self) -> Scene:
        """What these speakers said on the occasion asked for."""
        words = self.question.occasion
        vector = self.encoder.encode([words])[0]
        return on_occasion(self.store, vector, words, self.question.speakers, self._timely_said)

    def in_print(self, name: str) -> list[Hit]:
        """Statements of documents that the articles introduce as written by somebody: "its report"."""
        return self._scored(
            near
            for near in self._timely("statement")
            if isinstance(near.item, Statement)
            and near.item.source_kind == "document"
            and written_by(name, self.store.article_of(near.item), near.item)
        )

    def in_the_name_of(self, name: str) -> list[Hit]:
        """Statements of those who speak for somebody, and of "Pankin" where it may be one of two."""
        found = []
        for near, statement, source in self._from_sources_with(surname(name)):
            nobody = statement.speaker is None
            if (nobody and may_be(source, name)) or (
                (nobody or statement.source_kind != "person") and speaks_for(source, name)
            ):
                found.append(near)
        return self._scored(found)

    def by_surname_alone(self, name: str) -> list[Hit]:
        """Statements that an article gives to the surname alone, of which nobody else of it is named there.

        For who asks by it: whoever "Lee" is in the question, "Lee" is said to have spoken.
        """
        last = surname(name)
        bearing = {each for names in self.store.known_names().values() for each in names if last in each}
        others = {each for each in bearing if " " in each and each != name and surname(each) == last}
        return self._scored(
            near
            for near, statement, source in self._from_sources_with(last)
            if statement.speaker in (None, last)
            and may_be(source, name)
            and not any(other in self.store.article_of(statement).text for other in others)
        )

    def spokespeople(self, name: str) -> list[Hit]:
        """Statements of people whom the articles introduce as speaking for an organisation."""
        own = self.store.statements(speaker=name, limit=1)
        if not own or own[0].source_kind != "organisation":
            return []
        called = surname(name)
        speaking = [
            speaker.name
            for speaker in self.store.speakers()
            if any(called in role and speaks_for(role, name) for role in speaker.roles)
        ]
        return self.by(*speaking) if speaking else []

    def among_others(self, name: str) -> list[Hit]:
        """Statements that somebody makes together with others: "Hart and Lee said", "experts like Lee"."""
        return self._scored(
            near
            for near, statement, source in self._from_sources_with(surname(name))
            if name not in statement.speakers and speaks_among(source, name)
        )

    def _from_sources_with(self, words: str) -> Iterator[tuple[Near, Statement, str]]:
        """Statements whose source, role or title has all of `words`, with the source in its words."""
        for near in self._timely("statement", named=words):
            if isinstance(near.item, Statement) and near.item.mention:
                yield near, near.item, flat(self.store.article_of(near.item), near.item.mention)

    def _mentioning(self, wanted: Description) -> list[str]:
        """Return the articles that have all the words of a description."""
        anywhere: list[set[str]] = []
        for words in [*([word] for word in wanted.sought), *([list(wanted.ages)] if wanted.ages else [])]:
            match = " OR ".join(map(quoted, words))
            found = self.store.lexical(match, kind="passage", limit=MENTIONING)
            passages = self.store.passages_by_id([id_ for id_, _ in found])
            anywhere.append({passage.article_id for passage in passages})
        return sorted(set.intersection(*anywhere)) if anywhere else []

    def _called_so(self, wanted: Description, statement: Statement) -> bool:
        return called_so(wanted, self.store.article_of(statement), statement)

    def _fits(self, wanted: Description, statement: Statement) -> bool:
        article = self.store.article_of(statement)
        return fits(wanted, article, statement, self.store.statements(article_id=article.id))

    def by_anybody(self) -> list[Hit]:
        """Statements of all, best first."""
        return self._scored(self._timely("statement"))

    def by_others(self) -> list[Hit]:
        """Statements of named speakers who were not asked for."""
        return self._scored(
            near
            for near in self._timely("statement")
            if isinstance(near.item, Statement) and near.item.speaker and not self._is_asked_for(near.item)
        )

    def passages(self) -> list[Hit]:
        """Passages, best first."""
        return self._scored(self._timely("passage"))

    def held_elsewhere(self) -> float:
        """The largest share of the topic that the words of somebody else hold, from 0 to 1."""
        if self._elsewhere is None:
            self._elsewhere = self._by_others_at_most(holding(self.store, query_of(self.question)))
        return self._elsewhere

    def held_elsewhere_in(self, articles: Collection[str]) -> float:
        """The same among some articles."""
        hits = self._scored(self._search("statement", articles=articles))
        return self._by_others_at_most(
            (h.item, h.evidence.exact) for h in hits if h.evidence and isinstance(h.item, Statement)
        )

    def _by_others_at_most(self, shares: Iterable[tuple[Statement, float]]) -> float:
        return max((share for item, share in shares if not self._is_asked_for(item)), default=0)

    def _is_asked_for(self, statement: Statement) -> bool:
        return bool(set(statement.speakers) & set(self.question.speakers))

    def _timely(self, kind: ItemKind, **conditions: Any) -> list[Near]:
        """Search by the articles' dates; where they hold nothing, by the days and months their text tells."""
        since, until = self.question.since, self.question.until
        found = self._search(kind, since=since, until=until, **conditions)
        if found or since is None or until is None:
            return found
        anytime = self._search(kind, **conditions)
        then = self._told_then(near.item for near in anytime if isinstance(near.item, Statement))
        return [near for near in anytime if near.item.id in then]

    def _told_then(self, statements: Iterable[Statement]) -> dict[str, Statement]:
        """Return those, by id, of which the text tells that they fall into the time asked for, and what
        their speakers went on to say."""
        then = {s.id: s for s in statements if self._tells(s)}
        for article_id in {s.article_id for s in then.values()}:
            more = carried_on(self.store, article_id, set(then))
            then |= {s.id: s for s in more}
        return then

    def _search(self, kind: ItemKind, **conditions: Any) -> list[Near]:
        key = f"{kind} {sorted(conditions.items())}"
        if key not in self._found:
            query, wanted = query_of(self.question), Filter(**conditions)
            self._found[key] = nearest(self.store, query, self.embedded(), kind, wanted)
        return self._found[key]

    def _scored(self, found: Iterable[Near]) -> list[Hit]:
        """The hits of a search, best first: the costly part of it, left for those that can be meant."""
        query = query_of(self.question)
        hits = apart(self.store, query, scored(self.store, query, found))
        hits = meaning_them(self.store, query, self._people_named(), hits)
        return self.reranker.order(self.store, self.question.text, hits) if self.reranker else hits

    def _people_named(self) -> NamedPeople:
        """Whom the topic names, found once."""
        if self._named is None:
            self._named = NamedPeople.of(query_of(self.question), self.store.known_names())
        return self._named

    def _tells(self, statement: Statement) -> bool:
        """Whether the text says of a statement that it was made within the time asked for."""
        since, until = self.question.since, self.question.until
        if since is None or until is None:
            return False
        article = self.store.article_of(statement)
        then = told(article, statement) if _may_tell(article.text, since, until) else None
        if then is None or then.since is None or then.until is None:
            return False
        told_without = then.since.year == NO_YEAR and (until - since).days <= MONTH
        if (self.question.any_year or told_without) and since.year == until.year:
            years = then.since.year - since.year
            since, until = in_year(since, years), in_year(until, years)
        return since <= then.since and then.until <= until

    def _timely_said(self, statement: Statement) -> bool:
        """Whether a statement falls into the time asked for, by its article's date or as its text tells."""
        since, until = self.question.since, self.question.until
        day = self.store.article_of(statement).published
        dated = day is not None and (since or day) <= day <= (until or day)
        return (since is None and until is None) or dated or self._tells(statement)


def _may_tell(text: str, since: date, until: date) -> bool:
    """Whether a text has the name of a month that is asked for, which is seen at once; of a year it may."""
    return (until - since).days > MONTH or any(month_abbr[day.month] in text for day in (since, until))


def query_of(question: Question) -> str:
    """Return the words to search for: not those that only lead up to a topic."""
    return _FORMAL.sub("", question.topic) or question.text
