"""Plaques: how one must read, drawing it for the maker, and the record that it hangs."""
