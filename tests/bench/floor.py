"""The floor: the least a Python page can do here. Bare Flask and Jinja, the driver's own rows, plain tables.

The list shows the same rows and the same counts as the register's list, for the same person; the page of a
dispute reads the same rows table by table. Nobody signs in, nothing is checked, nothing is translated.
"""

import threading
from datetime import UTC, datetime

from flask import Flask, render_template_string, request

from tests.bench.seed import Place

LIST = """<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Dossiers</title></head><body>
<h1>Dossiers</h1><nav>{% for name, number in counts %}<a href="?view={{ name }}">{{ name }} {{ number }}</a>
{% endfor %}</nav><table><thead><tr>{% for head in heads %}<th>{{ head }}</th>{% endfor %}</tr></thead><tbody>
{% for row in rows %}<tr><td><a href="/disputes/{{ row[0] }}/">{{ row[0] }}</a></td>{% for cell in row[1:] %}<td>
{{ cell or '' }}</td>{% endfor %}</tr>{% endfor %}</tbody></table></body></html>"""

FILE = """<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>{{ reference }}</title></head><body>
<h1>{{ reference }}</h1>{% for name, rows in tables %}<h2>{{ name }}</h2><table>{% for row in rows %}<tr>
{% for cell in row %}{% if cell is not none %}<td>{{ cell }}</td>{% endif %}{% endfor %}</tr>{% endfor %}</table>
{% endfor %}</body></html>"""

HEADS = ("Numéro", "Objet", "Lieu", "Étape", "Issue", "Suivi par", "Dernier acte", "Séance", "Visite", "Échéance")

SESSION = ("FROM mediation_session s WHERE s.dispute_id = d.id AND s.stage = 'planned' AND s.struck_at IS NULL")
VISIT = "FROM visit v WHERE v.dispute_id = d.id AND v.stage = 'planned' AND v.struck_at IS NULL"
DUE = ("FROM commitment c JOIN agreement a ON a.id = c.agreement_id WHERE c.dispute_id = d.id AND c.stage = 'due' "
       "AND NOT c.dropped AND a.stage = 'signed'")
ROWS = f"""SELECT d.reference, d.title, d.at_words, d.stage, d.ending,
  (SELECT t.name FROM team_member t WHERE t.dispute_id = d.id AND t.leads AND t.struck_at IS NULL
    AND (t.until IS NULL OR t.until >= '{{today}}') LIMIT 1),
  (SELECT e.recorded_at FROM ledger_entry e WHERE e.dispute_id = d.id ORDER BY e.id DESC LIMIT 1),
  (SELECT min(s.planned_on_latest) {SESSION}), (SELECT min(v.planned_on_latest) {VISIT}),
  (SELECT min(c.due_on_latest) {DUE})
FROM dispute d WHERE {{seen}} AND d.stage <> 'closed' ORDER BY d.registered_on DESC, d.id DESC LIMIT 51"""
VIEWS = {
    "open": "d.stage <> 'closed'",
    "late": f"""d.stage <> 'closed' AND ((SELECT min(s.planned_on_latest) {SESSION}) < '{{today}}'
                OR (SELECT min(v.planned_on_latest) {VISIT}) < '{{today}}'
                OR (SELECT min(c.due_on_latest) {DUE}) < '{{today}}')""",
    "closed": "d.stage = 'closed' AND coalesce(d.ended_on_latest, d.registered_on) >= '{year}-01-01'",
}
COUNT = "(SELECT count(*) FROM (SELECT 1 FROM dispute d WHERE {seen} AND {view} LIMIT 1000) AS counted)"

# What hangs on a dispute and is shown on its page.
HANGING = ("dispute_place", "team_member", "attempt", "harm", "party", "representative", "witness", "contested_object",
           "summons", "mediation_session", "bench_member", "attendance", "agreement", "commitment", "guarantor",
           "reading", "signature", "visit", "visit_finding", "outcome")
ENTRIES = ("SELECT e.id, e.act, e.recorded_at, e.canon, a.name FROM ledger_entry e LEFT JOIN account a "
           "ON a.id = e.actor_id WHERE e.dispute_id = {id} ORDER BY e.id")


def floor_app(place: Place) -> Flask:
    """The bare application over the rows of a seeded register."""
    app, kept = Flask(__name__), threading.local()

    def ask(sentence: str) -> list[tuple]:
        if not hasattr(kept, "connection"):
            kept.connection = place.raw()
        return kept.connection.execute(sentence).fetchall()

    @app.get("/disputes/")
    def disputes():
        today = datetime.now(UTC).date()
        given = {"seen": _seen(request.args["leads"], place.is_sqlite), "today": today, "year": today.year}
        counted = ask("SELECT " + ", ".join(COUNT.replace("{view}", view) for view in VIEWS.values()).format(**given))
        return render_template_string(LIST, heads=HEADS, rows=ask(ROWS.format(**given))[:50],
                                      counts=list(zip(VIEWS, counted[0], strict=True)))

    @app.get("/disputes/<reference>/")
    def dispute(reference: str):
        first = ask(f"SELECT d.*, i.* FROM dispute d JOIN institution i ON i.id = d.lead_id "
                    f"WHERE d.reference = '{reference.replace(chr(39), '')}'")
        number = first[0][0]
        tables = [(name, ask(f"SELECT * FROM {name} WHERE dispute_id = {number} ORDER BY number")) for name in HANGING]
        entries = ("ledger_entry", ask(ENTRIES.format(id=number)))
        return render_template_string(FILE, reference=reference, tables=[("dispute", first), *tables, entries])

    return app


def _seen(leads: str, is_sqlite: bool) -> str:
    """The disputes led by these institutions; many at once in the way that is quickest on each engine."""
    numbers = ",".join(str(int(number)) for number in leads.split(","))
    return f"d.lead_id {'+ 0 ' if is_sqlite and ',' in leads else ''}IN ({numbers})"
