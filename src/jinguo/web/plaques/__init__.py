"""The plaque of a unit: how it must read, and the record that it hangs."""
