"""Floor 5: what is contested, in words first."""
