"""The script of the bot: everything that a client can get, played by the real program, as a page.

To add a scene (say for homework):

1. `tests/script/scenes/homework.py`: one function per take. Its docstring is the heading on the
   page; what it does on the stage is what the page shows:

       def too_hard(play: Play) -> None:
           \"\"\"Too hard\"\"\"
           play.anna.taps("Still struggling")   # by the label, on the newest message that has it
           play.anna.types("just the first line")
           play.maria.taps("Open")              # staff's acts are stage directions
           play.wait_until("2026-12-08 11:00")  # what comes meanwhile comes by itself

   `play.offstage()` plays without writing down, `play.book(…)` books a session, `play.restart(…)`
   starts the program with other settings, `play.note("…")` is a stage direction, and
   `play.practice` is the whole practice for anything else. At the foot:

       SCENE = Scene("Homework", (too_hard, …))     # starts=Start.INVITED for before the welcome

   A take that begins late in its story needs less time: `starts.py` has what happened before it.

2. One line in `tests/script/scenes/__init__.py`, in the order of the page.
3. `.venv/bin/python -m tests.script` writes `docs/script.md` anew. Read it.

`tests/test_script.py` fails while a sentence in `_()` that a client may read is on no page. What only
staff read has to be heard by staff in a take, on stage or off (`scenes/behind_the_scenes.py`).
"""
