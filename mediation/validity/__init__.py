"""Floor 8: what happened to a signed agreement: visa, transmission, homologation, return, copies, endings."""
