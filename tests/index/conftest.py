"""What the tests of the index share: the real encoder, loaded once."""

import pytest

from index.encoder import load_encoder
from index.types import Encoder


@pytest.fixture(scope="session")
def encoder() -> Encoder:
    """The default model; the first text it encodes loads it."""
    return load_encoder()
