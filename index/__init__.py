"""Articles in, hits out: reading, statements, speakers, passages, vectors, storage and search."""
