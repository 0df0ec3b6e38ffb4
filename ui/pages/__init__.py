"""One module a page. Pages ask the window by signals and do not know each other."""
