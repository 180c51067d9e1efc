"""The pages: a base (layout, doors, components) and one folder per area. Areas stand alone."""
