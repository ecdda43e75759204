"""What the case page says where somebody speaks for a child: to each of the two, what they should know of the other."""

from portal.domain.speaking import Holder
from portal.public import tracking_words as words
from portal.services.tracking_seen import Seen
from portal.web.text import moment, spoken


def shared(seen: Seen) -> dict[str, object]:
    """The lines for whoever looks; nothing where nobody speaks for a child, or where the child ended it."""
    if seen.shared is None or (seen.shared.cut and seen.holder is Holder.PERSON):
        return {}
    if seen.holder is Holder.SPEAKER:
        return {"for_speaker": spoken(words.SPEAKER_LINES)}
    asking = not seen.shared.agreed
    return {
        "shared": spoken((*words.SHARED_LINES, *(words.ASK_LINES if asking else ()))),
        "asking": asking,
        "other_opened": moment(seen.shared.other_opened) if seen.shared.other_opened else "",
    }
