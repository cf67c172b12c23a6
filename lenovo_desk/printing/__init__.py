"""HTML pages, plots and CSV cells; nothing here depends on cases."""
