"""What several tests of the classroom share."""

from functools import cache

import pytest


@pytest.fixture(scope="session", autouse=True)
def version_asked_once():
    """For each new gradebook nbgrader starts a program (3 s) that tells the version of its tables: always the same one.

    The commands that tests run in processes of their own ask each time, as a teacher's do.
    """
    api = pytest.importorskip("nbgrader.api")
    api.get_alembic_version = cache(api.get_alembic_version)


@pytest.fixture(scope="session")
def marked_course(tmp_path_factory):
    """A course with a small class whose marks are known; not to be changed."""
    pytest.importorskip("nbgrader")
    from marked_class import make

    return make(tmp_path_factory.mktemp("marked") / "course")
