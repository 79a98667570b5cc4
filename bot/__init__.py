"""Questions in, cited answers out: the chat, the commands and the page."""
