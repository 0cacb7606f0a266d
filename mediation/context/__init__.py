"""Floor 5: what goes on around a dispute: alert, parallel proceedings, interim measures, what sources say."""
