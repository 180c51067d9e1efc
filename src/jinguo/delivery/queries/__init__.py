"""Reading notices and the rules of sending them."""
