"""Pages of rights: what I may and why, and who may do what with one thing."""
