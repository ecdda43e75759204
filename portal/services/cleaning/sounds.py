"""Voice messages: the sound alone is copied into a new file, without place, time, device, pictures and chapters."""

import io
from itertools import islice

import av
from av.audio.stream import AudioStream
from av.container import InputContainer
from av.stream import Disposition

from portal.domain.files import NotTaken, Refusal
from portal.services.cleaning.frames import LENGTHS, is_whole, whole_frames
from portal.services.cleaning.shape import Copy

BOXES = {
    "audio/mpeg": ("mp3", "mp3", ("mp3", "mp3float")),
    "audio/mp4": ("mov", "mp4", ("aac", "mp3", "mp3float", "opus")),
    "audio/ogg": ("ogg", "ogg", ("opus", "vorbis", "flac")),
    "audio/webm": ("matroska", "webm", ("opus", "vorbis")),
    "audio/wav": ("wav", "wav", ("pcm_s16le", "pcm_s24le", "pcm_f32le", "pcm_u8")),
    "audio/flac": ("flac", "flac", ("flac",)),
    "audio/aac": ("aac", "adts", ("aac",)),
}
"""Media type -> how it is read, how it is written, and what browsers can play of it. A file that is a list of other
addresses is read by none of these."""
TRIED = 20
"""Packets that are really decoded, to see that it is sound."""


def clean_sound(came: bytes, media: str) -> Copy:
    """The sound of the file, note for note. Raises `NotTaken`."""
    reader, writer, codecs = BOXES[media]
    came = whole_frames(came, media) if media in LENGTHS else came
    try:
        with av.open(io.BytesIO(came), "r", format=reader) as box:
            sound = _sound(box, codecs)
        with av.open(io.BytesIO(came), "r", format=reader) as box:
            return Copy(media, _copied(box, sound, writer))
    except (av.FFmpegError, ValueError, MemoryError, IndexError) as wrong:
        raise NotTaken(Refusal.BROKEN) from wrong


def _sound(box: InputContainer, codecs: tuple[str, ...]) -> int:
    """Which stream is the sound, once it was seen that it is some."""
    if any(not one.disposition & Disposition.attached_pic for one in box.streams.video):
        raise NotTaken(Refusal.FILM)
    if not box.streams.audio:
        raise NotTaken(Refusal.BROKEN)
    sound: AudioStream = box.streams.audio[0]
    if sound.codec_context.name not in codecs:
        raise NotTaken(Refusal.OTHER_KIND)
    heard = sum(len(packet.decode()) for packet in islice(box.demux(sound), TRIED))
    if not heard:
        raise NotTaken(Refusal.BROKEN)
    return sound.index


def _copied(box: InputContainer, number: int, writer: str) -> bytes:
    sound = box.streams[number]
    checked = sound.codec_context.name == "flac"
    out = io.BytesIO()
    with av.open(out, "w", format=writer, options={"fflags": "+bitexact"}) as copy:
        track = copy.add_stream_from_template(sound)
        for packet in box.demux(sound):
            if packet.dts is None:  # the last one is empty: it says that there are no more
                continue
            if not checked or is_whole(bytes(packet)):
                packet.stream = track
                copy.mux(packet)
    return out.getvalue()
