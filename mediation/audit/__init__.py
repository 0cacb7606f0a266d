"""Floor 10: reading the ledger and verifying it."""
