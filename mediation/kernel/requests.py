"""What a browser sends: however a form is written, no more fields of it are read than any page asks."""

from io import BytesIO
from typing import IO

from flask import Request as AnyRequest
from werkzeug.exceptions import RequestEntityTooLarge
from werkzeug.formparser import FormDataParser

URLENCODED = "application/x-www-form-urlencoded"


class FormReader(FormDataParser):
    """Werkzeug counts the fields of forms with files only (`MAX_FORM_PARTS`); this one counts those of all forms."""

    def parse(self, stream: IO[bytes], mimetype: str, content_length: int | None, options: dict | None = None) -> tuple:
        """The fields and files of a form; RequestEntityTooLarge, before any is read, when there are too many."""
        if mimetype == URLENCODED and self.max_form_parts is not None:
            body = stream.read()
            if body.count(b"&") >= self.max_form_parts:
                raise RequestEntityTooLarge
            stream = BytesIO(body)
        return super().parse(stream, mimetype, content_length, options)


class Request(AnyRequest):
    """A request whose forms are counted before they are read."""

    form_data_parser_class = FormReader
