"""Plain functions that build what tests need: counties, workbooks, imports, pictures of tables."""
