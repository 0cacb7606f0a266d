"""Floor 11: a register full of invented disputes, made by performing the real acts."""
