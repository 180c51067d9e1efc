"""The board of a campaign: every unit and its four gates, on any day."""
