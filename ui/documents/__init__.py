"""The only door from pages and widgets to the file: every change is on disk before it is in memory or on screen."""
