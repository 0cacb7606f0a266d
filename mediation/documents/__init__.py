"""Floor 8: pieces of a dispute: photos, scans, old minutes, signed pages, sketches, voice notes; what is reserved."""
