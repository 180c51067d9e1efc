"""Finding people, and the talent pool (人才库)."""
