"""Made-up articles with their statements, passages and names, for tests of what comes after reading."""

from datetime import date

from index.types import Article, Indexed, Mention, Passage, Statement

Said = tuple[str, str, str]  # name, role, words


def made_up(
    article_id: str,
    *said: Said,
    title: str = "Council notes",
    published: date | None = date(2022, 3, 1),
    origin: str = "",
    mentioned: tuple[str, ...] = (),
    fingerprint: str = "1",
) -> Indexed:
    """Return an article of one paragraph a statement: `Name, the role, said: “Words.”`"""
    text, statements, passages, mentions = "", [], [], []
    for name, role, words in said:
        start = len(text)
        text += f"{name}, the {role}, said: “{words}”"
        mention = (start, start + len(name))
        span = (len(text) - len(words) - 2, len(text))
        statements.append(
            Statement(
                id=f"{article_id}#{span[0]}",
                article_id=article_id,
                start=span[0],
                end=span[1],
                kind="direct",
                pieces=(span,),
                speaker=name,
                source_kind="person",
                mention=mention,
                cue=(span[0] - 6, span[0] - 2),
                role=(mention[1] + 6, mention[1] + 6 + len(role)),
                chain=(),
                confidence=0.9,
            )
        )
        passages.append(Passage(f"{article_id}#p{start}", article_id, start, len(text)))
        mentions.append(Mention(name, article_id, *mention))
        text += "\n\n"
    for name in mentioned:
        mentions.append(Mention(name, article_id, len(text), len(text) + len(name)))
        text += f"{name} was there.\n\n"
    article = Article(article_id, title, text, published, source="The Harbour Gazette", origin=origin)
    return Indexed(article, fingerprint, tuple(statements), tuple(passages), tuple(mentions), ())
