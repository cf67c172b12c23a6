"""Find whose name stands in a pasted message, and whether it is the customer's."""
