"""The places where people meet the bot."""
