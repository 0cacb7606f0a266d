"""Floor 0: what any register needs and no domain word: database, clock, languages, dates, forms, seals."""
