"""Official papers: composed from the record, frozen, numbered, printed once, served as issued for ever."""
