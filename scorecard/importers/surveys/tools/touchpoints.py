"""GSA Touchpoints: the A-11 export is counts already; see `official`."""

from scorecard.importers.surveys.tool import Tool

TOOL = Tool("touchpoints", "a Touchpoints A-11 export")
