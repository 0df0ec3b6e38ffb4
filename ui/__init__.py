"""What is seen and pressed: the Qt window in its rooms, and the commands in `cli.py`, which do without Qt."""
