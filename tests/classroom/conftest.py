"""What several tests of the classroom share."""

import pytest


@pytest.fixture(scope="session")
def marked_course(tmp_path_factory):
    """A course with a small class whose marks are known; not to be changed."""
    pytest.importorskip("nbgrader")
    from marked_class import make

    return make(tmp_path_factory.mktemp("marked") / "course")
