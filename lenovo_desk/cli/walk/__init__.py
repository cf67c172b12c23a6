"""`walk`: a flow without a screen."""
