"""Tagged spans → statements: which words belong together, with which cue and source, and what is none."""
