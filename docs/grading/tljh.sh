#!/usr/bin/env bash
# nbgrader on The Littlest JupyterHub. Run once, as the administrator, in the project folder: sudo bash docs/grading/tljh.sh TEACHER
# TEACHER is the name with which the teacher signs in to the hub.
set -euo pipefail

teacher="jupyter-${1:?name the teacher, for example: sudo bash docs/grading/tljh.sh mei}"
environment=/opt/tljh/user

apt-get install -y bubblewrap util-linux
"$environment/bin/python" -m pip install --no-cache-dir -c constraints.txt ".[lab,grade]"

# The exchange: everybody may put something in, as in /tmp.
install -d -m 1777 /srv/nbgrader /srv/nbgrader/exchange
install -D -m 644 docs/grading/hub_nbgrader_config.py "$environment/etc/jupyter/nbgrader_config.py"

# Learners get the list of assignments and the button that looks whether a notebook runs; the teacher gets the Formgrader.
sed "s/^TEACHERS = .*/TEACHERS = {\"$1\"}/" docs/grading/hub_server_config.py > "$environment/etc/jupyter/jupyter_server_config.py"

# The course, with keys and gradebook, lies in the teacher's home, where no learner can look.
home=$(getent passwd "$teacher" | cut -d: -f6)
cp -r exercises "$home/party-to-party"
chown -R "$teacher:" "$home/party-to-party"
chmod 700 "$home/party-to-party"
echo "Done. The teacher signs in and opens Formgrader from the menu Nbgrader, in the folder party-to-party."
