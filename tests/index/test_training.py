"""The training program, run on a made-up article; encoders kept as int8; what the export changes."""

import json
import subprocess
import sys
import warnings
from pathlib import Path

import numpy as np
import pytest
import torch

from index.tagger import WEIGHTS, Tagger
from index.training.encoders import read_encoder
from index.training.export import export
from index.training.network import Network, Shape, load_encoder, mean, shape_of

TINY = {"hidden_size": 48, "num_hidden_layers": 2, "num_attention_heads": 12, "intermediate_size": 96}
TEXT = "Ann Lee said the bridge is safe. “We will build it,” Carl Hart told the council.\n\nIt rained.\n"


def _article(text: str, *attributions: tuple[str, str, str]) -> str:
    def span(words: str) -> list[list[int]]:
        return [[text.index(words), text.index(words) + len(words)]]

    return json.dumps(
        {
            "text": text,
            "attributions": [
                {"content": span(content), "cue": span(cue), "source": span(source)}
                for content, cue, source in attributions
            ],
        }
    )


class Encoding(torch.nn.Module):
    def __init__(self, bert: torch.nn.Module) -> None:
        super().__init__()
        self.bert = bert

    def forward(self, ids: torch.Tensor) -> torch.Tensor:
        states: torch.Tensor = self.bert(input_ids=ids, use_cache=False).last_hidden_state
        return states


@pytest.fixture(scope="module")
def bert(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The same small BERT twice: in full, and as onnxruntime keeps it in int8."""
    from onnxruntime.quantization import QuantType, quantize_dynamic
    from transformers import BertConfig, BertModel

    torch.manual_seed(7)
    model = BertModel(BertConfig(**TINY, attn_implementation="eager")).eval()
    for parameter in model.parameters():  # equal ones would be kept once, under one of their names
        torch.nn.init.normal_(parameter, std=0.1)
    full, small = (tmp_path_factory.mktemp(name) for name in ("full", "small"))
    model.save_pretrained(full)
    ids = torch.ones((1, 5), dtype=torch.int64)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the older way of exporting: the files in use came by it
        torch.onnx.export(Encoding(model), (ids,), str(small / "long.onnx"), dynamo=False)
    quantize_dynamic(
        str(small / "long.onnx"), str(small / "model.onnx"), weight_type=QuantType.QInt8, per_channel=True
    )
    return full, small


def test_an_encoder_kept_as_int8_is_the_same_but_for_rounding(bert: tuple[Path, Path]) -> None:
    full, small = (read_encoder(folder) for folder in bert)
    shape = shape_of(small)
    assert shape == shape_of(full) == Shape(width=48, layers=2, heads=12, inner=96)
    load_encoder(Network(shape), small)
    for name, tensor in full.items():
        if name.startswith(("embeddings", "encoder")) and "position_ids" not in name:
            error = (small[name] - tensor).abs().max() / tensor.abs().max().clamp(min=1e-6)
            assert error < 1 / 100, name


def test_a_folder_without_an_encoder_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"no model\.safetensors and no model\.onnx"):
        read_encoder(tmp_path)


def test_an_encoder_with_a_layer_missing_is_refused(bert: tuple[Path, Path]) -> None:
    state = read_encoder(bert[0])
    shape = shape_of(state)
    del state["encoder.layer.1.output.dense.weight"]
    with pytest.raises(ValueError, match="does not fit"):
        load_encoder(Network(shape), state)


@pytest.mark.parametrize("buckets", [0, 32])
def test_what_is_exported_computes_what_was_trained(tmp_path: Path, buckets: int) -> None:
    """With BERT's positions and MPNet's distances, at a length and number of windows of its own."""
    import onnxruntime

    from index.encoder import default_model_folder

    torch.manual_seed(3)
    network = Network(Shape(width=48, layers=2, heads=12, inner=96, buckets=buckets)).eval()
    export(network, default_model_folder(), tmp_path)
    rng = np.random.default_rng(3)
    inputs = {name: rng.integers(0, 3, (3, 60)) for name in ("case", "breaks", "quotes")}
    inputs["ids"] = rng.integers(1000, 30_000, (3, 60))
    session = onnxruntime.InferenceSession(str(tmp_path / "tagger.onnx"), providers=["CPUExecutionProvider"])
    wanted = network(*(torch.from_numpy(inputs[name]) for name in ("ids", "case", "breaks", "quotes")))
    for got, want in zip(session.run(None, inputs), wanted, strict=True):
        want = want.detach().numpy()
        assert got.shape == want.shape
        assert np.abs(got - want).max() < 0.1 * np.abs(want).max()  # int8, and each batch its own scale


def _trained(out: Path, articles: list[str], *options: str) -> subprocess.CompletedProcess[str]:
    """Run the training program for an epoch on annotated articles, which it is scored on too."""
    data = out.with_suffix(".jsonl")
    data.write_text("\n".join(articles), encoding="utf-8")
    command = [sys.executable, "-m", "index.training", "--train", str(data), "--dev", str(data)]
    command += ["--out", str(out), "--epochs", "1", *options]
    run = subprocess.run(command, check=False, capture_output=True, text=True)
    assert run.returncode == 0, run.stderr
    return run


def test_the_training_program_makes_a_tagger_that_reads(tmp_path: Path) -> None:
    said = ("the bridge is safe", "said", "Ann Lee"), ("“We will build it,”", "told", "Carl Hart")
    articles = [_article(text, *said) for text in (TEXT, "No! " + TEXT)]
    run = _trained(tmp_path / "tagger", articles, "--leave-out", "1")
    assert "1/1" in run.stderr  # the second of two is left out
    assert "epoch 1: loss" in run.stdout
    assert "756 US political news articles" in (tmp_path / "tagger" / "README.md").read_text(encoding="utf-8")
    for span in Tagger(tmp_path / "tagger").tag(TEXT):  # its hashes are checked at loading
        assert TEXT[span.start : span.end].strip()


def test_teachers_label_what_they_left_out(tmp_path: Path) -> None:
    """Five articles and five teachers, which are one and the same here."""
    articles = [_article(TEXT + "No. " * n, ("the bridge is safe", "said", "Ann Lee")) for n in range(5)]
    teach = ["--teacher", *[str(WEIGHTS)] * 5, "--held-out", "--trust", "0.5"]
    _trained(tmp_path / "pupil", articles, "--layers", "1", *teach)
    card = (tmp_path / "pupil" / "README.md").read_text(encoding="utf-8")
    assert "Learned also from 5 larger or earlier taggers" in card
    assert "1 layers" in card


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--held-out"], "needs 5 teachers"),
        (["--held-out", "--teacher", *"abcde", "--leave-out", "1"], "Use one of them"),
    ],
)
def test_options_that_do_not_go_together_are_refused_at_once(options: list[str], told: str) -> None:
    command = [sys.executable, "-m", "index.training", "--train", "t", "--dev", "d", "--out", "o", *options]
    run = subprocess.run(command, check=False, capture_output=True, text=True)
    assert run.returncode == 2 and told in run.stderr


def test_an_average_of_trainings_lies_halfway_between_them() -> None:
    one, other = ({"w": torch.full((2, 2), value)} for value in (1.0, 4.0))
    assert mean([one, other])["w"].tolist() == [[2.5, 2.5], [2.5, 2.5]]
