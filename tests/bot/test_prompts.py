"""What the bot says is filled in strictly: no gap, no leftover, nothing expanded twice."""

import pytest

from bot.prompts import fill, parse_phrases, parse_prompt, phrase
from index.errors import UsageError

PHRASES = """
nobody = "Nobody in these articles is quoted on $topic."
price = "It costs $$5."
two = "$speaker, on $date:"
"""


@pytest.mark.parametrize(
    ("name", "values", "said"),
    [
        ("nobody", {"topic": "the harbour"}, "Nobody in these articles is quoted on the harbour."),
        ("nobody", {"topic": "a fee of $5 or ${speaker}"}, None),
        ("price", {}, "It costs $5."),
        ("two", {"speaker": "Ann Lee", "date": "4 May 2024"}, "Ann Lee, on 4 May 2024:"),
    ],
)
def test_values_go_in_as_they_are(name: str, values: dict[str, object], said: str | None) -> None:
    result = fill(parse_phrases(PHRASES)[name], values, where=name)
    assert result == (said or f"Nobody in these articles is quoted on {values['topic']}.")


@pytest.mark.parametrize("values", [{}, {"speaker": "Ann Lee"}, {"speaker": "A", "date": "B", "place": "C"}])
def test_missing_and_unknown_variables_are_named(values: dict[str, object]) -> None:
    with pytest.raises(UsageError, match=r"phrases: two takes \$date, \$speaker and was given"):
        fill(parse_phrases(PHRASES)["two"], values, where="phrases: two")


@pytest.mark.parametrize("text", ["broken = ", "number = 5", 'stray = "a $ sign"', "[table]"])
def test_a_broken_phrase_file_is_refused(text: str) -> None:
    with pytest.raises(UsageError, match="phrases.toml"):
        parse_phrases(text)


def test_an_unknown_phrase_is_an_error() -> None:
    with pytest.raises(UsageError, match="no phrase 'no_such_phrase'"):
        phrase("no_such_phrase")


PROMPT = "---\nvariables: question, evidence\n---\n\nAnswer $question from:\n\n$evidence\n"


def test_a_prompt_is_filled() -> None:
    text = fill(
        parse_prompt(PROMPT, name="answer"), {"question": "Who?", "evidence": "---\n$x"}, where="answer"
    )
    assert text == "Answer Who? from:\n\n---\n$x"


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("Answer $question", "must start with front matter"),
        ("---\nvariables: question\n---\nAnswer.", "declares \\$question and uses no variables"),
        ("---\nvariables:\n---\nAnswer $question.", "declares no variables and uses \\$question"),
        ("---\nvariables: question\n---\nAnswer $question for 5 $.", "stray dollar"),
    ],
)
def test_a_prompt_and_its_declaration_agree(text: str, complaint: str) -> None:
    with pytest.raises(UsageError, match=complaint):
        parse_prompt(text, name="answer")
