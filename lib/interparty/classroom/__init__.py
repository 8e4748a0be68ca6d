"""Grading a class: submissions run in a sandbox, their answers are marked outside it, nbgrader keeps the gradebook.

Needs the extra ``grade``; nothing else in the library imports this package. The teacher's daily path is one command::

    python -m interparty.classroom release|collect|grade|feedback|export ASSIGNMENT

What a submission says is data. Code that a learner wrote runs only in a kernel that holds no key (`sandbox`), that kernel
is asked for the values of answers as JSON (`probe`), and the marks are made in the grader's own process (`marking`).
"""
