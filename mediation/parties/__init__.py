"""Floor 5: people and groups in a dispute: sides, representatives and mandates, witnesses."""
