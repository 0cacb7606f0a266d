"""Floor 8: what a reviewer asks of a dispute, and the answers."""
