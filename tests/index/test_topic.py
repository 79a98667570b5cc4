"""What counts as one word when a topic is compared with a text."""

import pytest

from index.searching.topic import content_words, share_by_stem, stem, terms

ONE_WORD = [
    ("mothers", "mom"),
    ("dad", "father's"),
    ("quake", "earthquakes"),
    ("kids", "child"),
    ("built", "building"),
]


@pytest.mark.parametrize(("asked", "told"), ONE_WORD)
def test_forms_and_everyday_names_are_one_word(asked: str, told: str) -> None:
    assert stem(asked) == stem(told)


def test_a_topic_of_everyday_names_is_held_by_who_says_them_otherwise() -> None:
    topic = terms("kids after the quake", {}, 10)
    assert share_by_stem(topic, content_words("Children slept outdoors after the earthquake.")) == 1.0
    assert share_by_stem(topic, content_words("Parents slept outdoors after the storm.")) == 0.0
