"""The first start and the settings: questions, groups, forms."""
