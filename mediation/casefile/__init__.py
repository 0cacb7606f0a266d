"""Floor 10: the page of one dispute, the lists, the home of each role, the find box."""
