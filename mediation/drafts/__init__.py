"""Floor 3: forms kept while they are being filled, until they are sent or thrown away."""
