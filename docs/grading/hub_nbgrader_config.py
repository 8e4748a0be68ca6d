"""nbgrader on a JupyterHub, for everybody: TLJH reads it from /opt/tljh/user/etc/jupyter, z2jh from /etc/jupyter.

The course itself has a configuration of its own, exercises/nbgrader_config.py, in the teacher's home.
"""

c = get_config()  # noqa: F821  (nbgrader puts get_config here when it reads this file)

c.CourseDirectory.course_id = "party-to-party"

# The one folder that all learners and the teacher share. Everybody may write into it; nobody can list what others hand in.
c.Exchange.root = "/srv/nbgrader/exchange"

# Learners write on one line which course they are in; it is always this one.
c.Exchange.path_includes_course = True
