"""Lists: rows in columns, cases as such rows, figures."""
