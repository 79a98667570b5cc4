"""Who is named in an article: people and organisations, by which names, where, in what role."""
