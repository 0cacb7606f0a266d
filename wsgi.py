"""The application, for any WSGI server and for `flask --app wsgi`."""

import sys

from mediation import create_app, startup

try:
    app = create_app()
    if startup.about_to_serve():
        startup.require_migrated(app)
except RuntimeError as refusal:
    # One line for whoever keeps the machine; a traceback would hide it.
    sys.exit(str(refusal))
