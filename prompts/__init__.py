"""Everything the bot is told or says, as files; `bot.prompts` is their only reader."""
