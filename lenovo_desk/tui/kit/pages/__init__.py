"""Pages, forms and lists to pick from, shown above any screen."""
