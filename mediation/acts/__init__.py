"""Floor 1: the one door. What an act is, who may do it, when, and how it is written down for good."""
