"""How the file of a paper is handed out: to be kept, never run, never left in a shared cache."""

from flask import Response


def pdf(made: bytes, name: str) -> Response:
    """A PDF as a file to keep."""
    return Response(made, mimetype="application/pdf", headers={
        "Content-Disposition": f'attachment; filename="{name}.pdf"', "Cache-Control": "private, no-store",
        "Content-Security-Policy": "sandbox; default-src 'none'"})
