"""The editing room: staff's own files, changed by inserting text; every other byte stays as it was.

Text and nodes come in from the pipeline, text goes out. A change counts only when it is proven: the new text, read
again, is the old record and exactly this change. Else it is refused, with words on how to do it by hand.
"""

from scorecard.edit.desk import Desk
from scorecard.edit.drafts import Draft
from scorecard.edit.refused import Refused

__all__ = ["Desk", "Draft", "Refused"]
