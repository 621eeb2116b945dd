"""The preview: the sandbox with a Why pane, on content that is read again whenever it is saved."""

from bot.preview.preview import Preview

__all__ = ["Preview"]
