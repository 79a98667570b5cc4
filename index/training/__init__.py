"""How the attribution tagger in `index/weights` is made: `python -m index.training --help`.

Needs the `training` extra. Nothing else imports this package.
"""
