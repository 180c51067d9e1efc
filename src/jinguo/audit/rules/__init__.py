"""How an entry is written out, signed and chained: pure rules, nothing read or written."""
