"""Floor 7: the settlement: terms, commitments, guarantors, reading aloud, signatures."""
