"""The window: puts pages, menus and documents together."""
