"""``feedback``: a page for each learner, with what the marks rest on."""

from __future__ import annotations

import argparse
from pathlib import Path

from .course import Course, succeed

#: how a learner's page looks: nbgrader asks for the template "feedback", and finds ours
TEMPLATES = Path(__file__).parent / "templates"


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("assignment")
    parser.add_argument("--student", help="only this student")
    parser.add_argument("--exchange", action="store_true", help="also put the pages where learners fetch them")


def run(course: Course, options: argparse.Namespace) -> int:
    """Make the pages; gives back the exit code."""
    from .preprocessors import FEEDBACK

    course.notebook(options.assignment)
    config = course.configuration()
    # whatever the configuration of the course says: these pages leave the teacher's hands
    config.GenerateFeedback.preprocessors = FEEDBACK
    config.HTMLExporter.extra_template_basedirs = [str(TEMPLATES)]
    api = course.api(config)
    succeed(api.generate_feedback(options.assignment, options.student), "Making the feedback")
    if options.exchange:
        succeed(api.release_feedback(options.assignment, options.student), "Putting it into the exchange")
    print(f"The pages are in {course.root / 'feedback'}.")
    return 0
