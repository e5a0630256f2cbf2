"""Tests of the command line: the real commands on a real file, as an operator types them."""
