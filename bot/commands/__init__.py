"""The command line, one file per kind of work; bot/__main__.py lists the commands."""
