"""The register of contact groups: which groups a unit has, of which kind, since when."""
