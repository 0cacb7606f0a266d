"""Floor 9: figures without names, and what was sent to an authority."""
