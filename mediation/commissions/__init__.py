"""Floor 3: land commissions, mediator networks and committees; their members, and who holds which role."""
