"""CSV files of clients or sessions: read, checked and taken over, a few rows at a time.

    plan = plans.read(contents, kind, settings)           # the whole file, without the database
    report = batches.check(db, plan, plan.rows[a:b])      # changes nothing
    report += batches.apply(db, plan, plan.rows[a:b])     # the same decisions, and does them

Each call is one short transaction. Doing a batch twice changes nothing the second time, so whatever
was stopped in the middle is mended by beginning again.
"""
