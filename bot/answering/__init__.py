"""A question → evidence, whether it answers, and the sentences that introduce it."""
