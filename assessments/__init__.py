"""What it means: questionnaires, answers, scores and recommendations, in pure Python.

Nothing here knows Qt, SQL, PDF, the clock or the user's files. Import the modules by name: this file imports nothing,
so that a start pays only for what it uses.
"""
