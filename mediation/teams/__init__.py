"""Floor 6: who works on a dispute and who must not: the team, declared interests, replacements, stand-ins."""
