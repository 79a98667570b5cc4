"""How the tagger in `index/weights` is made, `python -m index.training --help`, and the cross-encoder in
`index/searching/weights`, `python -m index.training.reranking --help`.

Needs the `training` extra. Nothing that runs without it imports this package, but for the benchmark's scorer.
"""
