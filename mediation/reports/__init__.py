"""Floor 10: figures without names, and what was sent to an authority."""
