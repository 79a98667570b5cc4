"""Words → a question: who, about what, when, and the people that names may mean."""
