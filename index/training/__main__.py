"""Train the attribution tagger, score it on dev after each epoch, export it as int8 ONNX.

    python -m index.training --train train.jsonl --dev dev.jsonl --out index/weights

About five minutes an epoch on two CPU cores. Same data, seed and machine: same weights.
"""

import argparse
import random
import time
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional as F
from tqdm import tqdm

from index.encoder import default_model_folder
from index.tokens import load_tokenizer
from index.training.data import batches, example, read_articles, restyled
from index.training.export import export, write_card
from index.training.network import Network, load_encoder
from index.training.score import evaluate

LINK_WEIGHT = 0.3  # links are easier than tags and must not drown them
RESTYLED_SHARE = 0.25  # of the articles of each epoch get other quote marks
AVERAGE_OVER = 200  # steps; the weights kept are a moving average, worth about one point of F1


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--train", type=Path, required=True)
    parser.add_argument("--dev", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True, help="folder for tagger.onnx and its card")
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--batch", type=int, default=8)
    parser.add_argument("--rate", type=float, default=2e-4, help="peak learning rate of the encoder")
    parser.add_argument("--head-rate", type=float, default=1e-3)
    parser.add_argument("--seed", type=int, default=20)
    parser.add_argument("--limit", type=int, help="train on so many articles, for a quick try")
    options = parser.parse_args()

    random.seed(options.seed)
    np.random.seed(options.seed)
    torch.manual_seed(options.seed)
    rng = random.Random(options.seed)

    model_folder = default_model_folder()
    tokenizer = load_tokenizer(str(model_folder / "tokenizer.json"))
    articles = read_articles(options.train)[: options.limit]
    dev = read_articles(options.dev)
    plain = [example(tokenizer, article) for article in tqdm(articles, desc="labelling")]

    network = Network()
    load_encoder(network, str(model_folder / "model.safetensors"))
    average = torch.optim.swa_utils.AveragedModel(
        network, multi_avg_fn=torch.optim.swa_utils.get_ema_multi_avg_fn(1 - 1 / AVERAGE_OVER)
    )
    head = [
        p for n, p in network.named_parameters() if n.startswith(("tags", "link", "case", "breaks", "quotes"))
    ]
    body = [p for p in network.parameters() if all(p is not q for q in head)]
    optimizer = torch.optim.AdamW(
        [{"params": body, "lr": options.rate}, {"params": head, "lr": options.head_rate}],
        weight_decay=0.01,
        fused=True,
    )
    windows_an_epoch = sum(len(item.tokens) for item in plain) / 320
    steps = int(options.epochs * windows_an_epoch / options.batch)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / 150, max(0.02, 1 - step / steps))
    )

    started = time.monotonic()
    for epoch in range(1, options.epochs + 1):
        network.train()
        items = [
            example(tokenizer, restyled(article, rng)) if rng.random() < RESTYLED_SHARE else item
            for article, item in zip(articles, plain)
        ]
        losses = []
        for *inputs, labels, links in tqdm(list(batches(items, options.batch, rng)), desc=f"epoch {epoch}"):
            with torch.autocast("cpu", dtype=torch.bfloat16):
                tags, scores = network(*inputs)
            loss = F.cross_entropy(tags.float().reshape(-1, 3), labels.reshape(-1))
            loss = loss + LINK_WEIGHT * F.cross_entropy(scores.float().flatten(0, 1), links.reshape(-1))
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            optimizer.zero_grad()
            schedule.step()
            average.update_parameters(network)
            losses.append(loss.item())
        minutes = (time.monotonic() - started) / 60
        export(average.module, model_folder, options.out)
        scores_now = evaluate(options.out, dev)
        print(f"epoch {epoch}: loss {np.mean(losses):.4f}, {minutes:.1f} min, dev {scores_now}", flush=True)
    write_card(options, scores_now)


if __name__ == "__main__":
    main()
