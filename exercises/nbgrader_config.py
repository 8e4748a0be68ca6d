"""The course root of nbgrader: run its commands in this folder, for instance `nbgrader generate_assignment 05-jiang-zemin`.

source/ holds the masters and release/ what learners get. Every file beside a master is copied to learners, so the keys
stand apart, in keys/. What nbgrader writes while grading stays out of the repository.
"""

from interparty.classroom.exchange import SafeCollect
from interparty.classroom.preprocessors import AUTOGRADE, FEEDBACK, SANITIZE

c = get_config()  # noqa: F821  (nbgrader puts get_config here when it reads this file)

c.CourseDirectory.course_id = "party-to-party"

# A learner who has run nothing must not meet an error: the answer cell keeps its three dots, and this line stands below.
c.ClearSolutions.code_stub = {"python": "# When you have answered: hold Shift and press Enter."}
c.ClearSolutions.text_stub = "Write here."

# Answers are put into the hand-out as we have it, run in a sandbox, and marked outside. With these lists that is so for
# `nbgrader autograde` and the formgrader's button as well as for `python -m interparty.classroom grade`.
c.Autograde.sanitize_preprocessors = SANITIZE
c.Autograde.autograde_preprocessors = AUTOGRADE

# The exchange is a folder that every learner may write to: no link in it is followed, and nobody hands in for another.
c.ExchangeFactory.collect = SafeCollect

# Seconds that one cell may take; a cell that takes longer costs its own question, and the rest goes on.
c.Execute.timeout = 20

# Feedback pages without what only graders may see.
c.GenerateFeedback.preprocessors = FEEDBACK

# Names of files that a learning platform hands out in one archive: mei_05-jiang-zemin.ipynb.
c.FileNameCollectorPlugin.named_regexp = r".*?(?P<student_id>[\w.-]+?)_(?P<file_id>\d\d-[a-z-]+)\.ipynb$"
