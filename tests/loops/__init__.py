"""The loops: how fast, how they go on after a fault, how they stop, what a crash leaves behind."""
