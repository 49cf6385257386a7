"""Frames as an MP4 film, made by the ffmpeg of the machine: H.264, as every browser plays it."""

from __future__ import annotations

import contextlib
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from PIL import Image

from geo.answers.words import usage
from geo.basics.atomic_files import scratch
from geo.basics.errors import AtlasError

PROGRAM = "ffmpeg"
FRAMES_A_SECOND = 4
THREADS = 2  # said, because the number of threads changes the bytes
PATIENCE_SECONDS = 120.0  # for what is left to encode once the last frame is handed over


def find_ffmpeg() -> str:
    """Return where ffmpeg is. Raises AtlasError on a machine without one."""
    program = shutil.which(PROGRAM)
    if program is None:
        raise AtlasError(usage.NO_FFMPEG, program=PROGRAM)
    return program


def arguments(program: str, size: tuple[int, int], title: str, out: Path) -> list[str]:
    """The command: raw RGB frames of `size` on standard input, the film in the file `out`."""
    width, height = size
    return [
        program,
        *("-hide_banner", "-nostdin", "-loglevel", "error"),
        *("-f", "rawvideo", "-pix_fmt", "rgb24", "-video_size", f"{width}x{height}"),
        *("-framerate", str(FRAMES_A_SECOND), "-i", "pipe:0"),
        *("-an", "-c:v", "libx264", "-preset", "fast", "-tune", "stillimage", "-crf", "20"),
        *("-threads", str(THREADS)),
        # Without a matrix named, players guess one by the picture's height, and colours shift.
        *("-vf", "scale=out_color_matrix=bt709:out_range=tv", "-pix_fmt", "yuv420p"),
        *("-colorspace", "bt709", "-color_primaries", "bt709", "-color_trc", "bt709"),
        *("-map_metadata", "-1", "-fflags", "+bitexact", "-flags:v", "+bitexact"),
        *("-metadata", f"title={title}", "-movflags", "+faststart"),
        *("-f", "mp4", "-y", str(out)),
    ]


def mp4(
    draw: Callable[[int], Image.Image],
    durations: Sequence[int],
    *,
    size: tuple[int, int],
    title: str,
) -> bytes:
    """All frames as a film; `draw` and `durations` (ms) as for `looping`, `size` in even pixels.

    The same frames and the same ffmpeg give the same bytes. Raises AtlasError where ffmpeg is
    missing, cannot do it, or does not finish; it never outlives the call.
    """
    program = find_ffmpeg()
    # What it says goes into a file, which nobody has to read for ffmpeg to go on.
    with scratch("film.mp4") as (out, handed), tempfile.TemporaryFile() as said:
        try:
            process = subprocess.Popen(
                arguments(program, size, title, out),
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                stderr=said,
                pass_fds=handed,
            )
        except OSError as error:
            raise AtlasError(usage.NOT_STARTED, program=program, reason=error.strerror) from None
        try:
            _hand_over(process, draw, durations)
            code = process.wait(PATIENCE_SECONDS)
        except subprocess.TimeoutExpired:
            raise AtlasError(usage.NOT_FINISHED, program=program) from None
        finally:
            process.kill()  # without effect on one that has ended
            process.wait()
        made = out.read_bytes() if out.is_file() else b""
        if code or not made:
            said.seek(0)
            words = said.read().decode(errors="replace").strip().splitlines()
            reason = words[-1] if words else f"exit code {code}"
            raise AtlasError(usage.NOT_MADE, program=program, reason=reason)
        return made


def _hand_over(
    process: subprocess.Popen[bytes],
    draw: Callable[[int], Image.Image],
    durations: Sequence[int],
) -> None:
    """Write each frame as often as it is to be seen, until all are written or ffmpeg gives up."""
    pipe = process.stdin
    assert pipe is not None
    with contextlib.suppress(BrokenPipeError), pipe:  # it says itself why it gave up
        for n, duration in enumerate(durations):
            pixels = draw(n).tobytes()
            for _ in range(duration * FRAMES_A_SECOND // 1000):
                pipe.write(pixels)
