"""The publishing room: draws decided pages, and puts files on disk whole or not at all.

The only room that knows Jinja. Front doors reach it through the pipeline.
"""

from scorecard.publish.drawing import Templates, draw
from scorecard.publish.files import PublishProblem, reason, write_files
from scorecard.publish.folder import building
from scorecard.publish.project import project_files, theme_files
from scorecard.publish.search import search_entry, search_indexes
from scorecard.publish.templates import TemplateProblem, template_folders

__all__ = [
    "PublishProblem",
    "TemplateProblem",
    "Templates",
    "building",
    "draw",
    "project_files",
    "reason",
    "search_entry",
    "search_indexes",
    "template_folders",
    "theme_files",
    "write_files",
]
