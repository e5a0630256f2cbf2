"""Pure judgement: values in, values out; no database, no clock, no I/O."""
