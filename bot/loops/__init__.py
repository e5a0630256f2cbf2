"""The four loops: receive, work, tick, send."""
