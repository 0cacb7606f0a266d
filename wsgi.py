"""The application, for any WSGI server and for `flask --app wsgi`."""

from mediation import create_app, startup

app = create_app()
if startup.about_to_serve():
    startup.require_migrated(app)
