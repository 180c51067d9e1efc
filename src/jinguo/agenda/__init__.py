"""What units owe on a day, derived from every room below; never stored."""
