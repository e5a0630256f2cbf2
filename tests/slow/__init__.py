"""Tests that take minutes: real processes, killed and started again."""
