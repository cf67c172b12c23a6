"""Commands on flows and cases."""
