"""Floor 6: the saisine form that brings parties and object with it."""
