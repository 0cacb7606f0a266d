"""Floor 5: a dispute that pauses, leaves and comes back: suspension, orientation, referral, links between disputes."""
