"""`python -m lenovo_desk`: the same as `lenovo-desk`."""

from lenovo_desk.cli.main import entry

entry()
