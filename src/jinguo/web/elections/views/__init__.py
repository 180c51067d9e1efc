"""The views of a congress, one module a step."""
