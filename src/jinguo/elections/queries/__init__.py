"""Reading congresses as the reader may see them."""
