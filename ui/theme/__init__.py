"""Colours, fonts and the style sheet: one set of roles in a light and a dark scheme."""
