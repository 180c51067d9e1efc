"""County overview, township page, village page."""
