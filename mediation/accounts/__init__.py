"""Floor 2: the people who may enter, how they sign in, and how that is taken back."""
