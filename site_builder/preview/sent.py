"""What is sent for a file of the site: to browsers, and to tell whether what they have is out of date."""

from __future__ import annotations

from site_builder.names import OutPath
from site_builder.preview.addresses import HTML, content_type, find_file
from site_builder.preview.lacking import with_notes
from site_builder.preview.state import Preview


def sent_now(preview: Preview, out: OutPath) -> bytes | None:
    """Give what a file of the site holds as it is sent now, but for the preview's script; `None` for none.

    A page that is shown ahead of the next site counts before that of the last good one.
    """
    data = preview.ahead.get(out)
    if data is None:
        file = find_file(preview.folder, out)
        try:
            data = None if file is None else file.read_bytes()
        except OSError:  # the site has changed since
            data = None
    if data is None or content_type(out) != HTML:
        return data
    return with_notes(data, preview.language)
