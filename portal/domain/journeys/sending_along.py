"""The question for files, asked beside a story: a page takes it with one line, and its story names it as `instead`."""

from portal.domain.journeys.pages import Field, Question, Reader
from portal.domain.wording import N_

FILES_KEY = "files"

FILES = Question(
    key=FILES_KEY,
    label=N_("Add a photo, a drawing or a voice message"),
    field=Field.FILES,
    why=N_("A picture or your voice can tell us as much as words."),
    readers=(Reader.TEAM, Reader.MANAGER),
    hint=N_("You can add up to 10. Each one can be up to 10 MB"),
)
"""For children."""

FILES_AND_PAPERS = Question(
    key=FILES_KEY,
    label=N_("Add files or a voice message"),
    field=Field.FILES,
    why=N_("A photo, a letter or your voice can tell us as much as words."),
    readers=(Reader.TEAM, Reader.MANAGER),
    hint=N_("Photos, sound, PDF or Word. You can add up to 10. Each one can be up to 10 MB"),
    papers=True,
)
"""For adults: documents too."""
