"""What search weighs: topics, words whose forms differ, turns of a conversation, a second look."""
