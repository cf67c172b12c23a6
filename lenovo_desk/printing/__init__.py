"""HTML pages, plots and CSV cells; knows nothing of cases."""
