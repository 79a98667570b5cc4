"""Bytes as files really hold them → the text that was written."""

import pytest

from index.formats.decode import decode

BODY = (
    "The ferry between Port Elmer and Sand Island will stop running at the end of May, the harbour "
    "office said on Tuesday, after eleven years of losses."
)
SECOND = "“We have tried everything,” said José Brandt, the harbour master. He blamed the price of diesel."


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("utf-8", SECOND),
        ("utf-8-sig", SECOND),
        ("utf-16", SECOND),
        ("utf-16-le", SECOND),
        ("utf-16-be", SECOND),
        ("utf-32", SECOND),
        ("cp1252", SECOND),
        ("cp1252", "It’s over."),
        ("cp1252", "The fare is £5, or €6."),
        ("cp1251", "Премьер-министр заявил, что «цены не вырастут» — сообщает агентство."),
        ("koi8-r", "Премьер-министр заявил, что цены не вырастут, сообщает агентство."),
        ("shift_jis", "首相は「価格は上がらない」と述べた。会議は火曜日に開かれた。"),
    ],
)
def test_a_file_in_any_usual_encoding_reads_as_it_was_written(encoding: str, text: str) -> None:
    assert decode(text.encode(encoding), where="a.txt") == text


def test_one_broken_byte_costs_one_character_and_not_the_encoding() -> None:
    raw = (SECOND * 3).encode().replace(b"diesel", b"die\xffsel", 1)
    assert decode(raw, where="a.txt") == (SECOND * 3).replace("diesel", "die\ufffdsel", 1)


def test_line_ends_and_control_characters_are_normalised_and_all_else_is_kept() -> None:
    raw = f"{BODY * 4}\r\nTwo\rThree\x00\x07\u00a0 four\u2028five\ttab".encode()
    assert decode(raw, where="a.txt") == f"{BODY * 4}\nTwo\nThree\u00a0 four\u2028five\ttab"
