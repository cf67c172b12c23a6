"""Reading a pasted message for the facts of a flow: pure, on core."""
