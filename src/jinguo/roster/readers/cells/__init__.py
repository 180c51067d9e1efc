"""Reading single cells: each reader takes a cell and gives its value and its faults."""
