"""The parts of nbgrader that everybody on a JupyterHub has, and those of the teacher. Fill in who teaches.

TLJH reads it from /opt/tljh/user/etc/jupyter/jupyter_server_config.py, z2jh from /etc/jupyter/jupyter_server_config.py. The
entry Formgrader is in everybody's menu; it opens for a teacher alone, and a learner's own server holds nothing to grade.
"""

import os

TEACHERS = {"mei"}

c = get_config()  # noqa: F821  (Jupyter puts get_config here when it reads this file)

teacher = os.environ.get("JUPYTERHUB_USER") in TEACHERS
c.ServerApp.jpserver_extensions = {
    "nbgrader.server_extensions.formgrader": teacher,
    "nbgrader.server_extensions.course_list": teacher,
    "nbgrader.server_extensions.assignment_list": True,
    "nbgrader.server_extensions.validate_assignment": True,
}
