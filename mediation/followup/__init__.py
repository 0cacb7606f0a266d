"""Floor 8: visits commitment by commitment, and closing."""
