"""The course root of nbgrader: run its commands in this folder, for instance `nbgrader generate_assignment 05-jiang-zemin`.

source/ holds the masters and release/ what learners get. Every file beside a master is copied to learners, so the keys
stand apart, in keys/. What nbgrader writes while grading stays out of the repository.
"""

from nbconvert.preprocessors import CSSHTMLHeaderPreprocessor
from nbgrader.preprocessors import ClearHiddenTests, ClearMarkScheme, GetGrades

c = get_config()  # noqa: F821  (nbgrader puts get_config here when it reads this file)

c.CourseDirectory.course_id = "party-to-party"

# A learner who has run nothing must not meet an error: the answer cell keeps its three dots, and this line stands below.
c.ClearSolutions.code_stub = {"python": "# When you have answered: hold Shift and press Enter."}
c.ClearSolutions.text_stub = "Write here."

# A check cell that a learner has deleted comes back before grading.
c.OverwriteCells.add_missing_cells = True

# Seconds that one cell may take; then it is interrupted and the rest goes on.
c.Execute.timeout = 60
c.Execute.interrupt_on_timeout = True

# Feedback pages without what only graders may see.
c.GenerateFeedback.preprocessors = [GetGrades, ClearHiddenTests, ClearMarkScheme, CSSHTMLHeaderPreprocessor]

# Names of files that a learning platform hands out in one archive: mei_05-jiang-zemin.ipynb.
c.FileNameCollectorPlugin.named_regexp = r".*?(?P<student_id>[\w.-]+?)_(?P<file_id>\d\d-[a-z-]+)\.ipynb$"
