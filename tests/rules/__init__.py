"""Tests of the judgements: tables of examples, and properties over many."""
