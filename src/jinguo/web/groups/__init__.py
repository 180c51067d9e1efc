"""The register of contact groups of a unit."""
