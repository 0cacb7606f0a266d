"""Floor 6: summons, sessions and visits to the place, who came, what was said; the reserved note."""
