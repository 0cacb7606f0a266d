"""Floor 4: the saisine, its examination, the team; the dispute itself and what was tried before."""
