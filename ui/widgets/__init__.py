"""Controls that several pages use. They know documents and theme, never files."""
