"""What every room may use: actor, clock, periods, text, errors, events. No models, no HTTP."""
