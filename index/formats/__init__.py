"""Files and web addresses → text, and what they tell of it: HTML, PDF, Word, plain text, JSON lines."""
