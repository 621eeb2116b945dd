"""Where we meet people: channels, storage, the web, and the commands that start them."""
