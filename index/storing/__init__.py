"""The store's two halves: rows and full text in SQLite, vectors in Chroma."""
