"""Floor 9: the sessions and visits a person sees, in the calendar of their own telephone, under a secret address."""
