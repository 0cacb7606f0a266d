"""Floor 9: reading the ledger and verifying it."""
