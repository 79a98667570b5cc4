"""The parts of the page, one a file; `bot.web` puts them together."""
