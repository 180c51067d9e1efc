"""What all pages share: layout, the door, the day they describe, and what a reader may open."""
