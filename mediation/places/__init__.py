"""Floor 2: regions, cercles, communes, villages, fractions and quartiers, as they were on a given day."""
