""" "X said '…'" → verbatim, altered, somebody else's, or nowhere, with the proof."""
