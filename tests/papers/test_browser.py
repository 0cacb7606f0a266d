"""In a real browser: the minutes are issued and downloaded; whoever holds them verifies them by their code."""

import os
import shutil
import threading
from hashlib import sha256

import pytest
from waitress.server import create_server

from mediation.kernel.db import db
from tests.papers.made import look

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no browser: no paper is issued in one (install chromium)"),
    pytest.mark.skipif(bool(os.environ.get("TEST_DATABASE_URL")), reason="looked at in a browser on SQLite"),
]
PHONE = {"width": 390, "height": 800}


@pytest.fixture
def browser():
    """Chromium."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture
def address(papers, app):
    """The register, served as it is to people."""
    db.session.remove()
    server = create_server(app, host="127.0.0.1", port=0, threads=4)
    serving = threading.Thread(target=server.run, daemon=True)
    serving.start()
    yield f"http://127.0.0.1:{server.effective_port}"
    server.close()


@pytest.fixture
def pages(browser, papers, address):
    """Open a page on a phone, as somebody of the house or as nobody, with or without scripts."""
    opened = []

    def page(login: str | None = None, **more):
        context = browser.new_context(viewport=PHONE, base_url=address, **more)
        opened.append(context)
        if login:
            kept = papers.visit(login).client.get_cookie("session")
            context.add_cookies([{"name": "session", "value": kept.value, "url": address}])
        return context.new_page()

    yield page
    for context in opened:
        context.close()


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_minutes_are_issued_downloaded_and_verified_by_their_code_and_their_file(papers, pages, tmp_path, scripts):
    secretary = pages("moussa", java_script_enabled=scripts)
    secretary.goto(f"{papers.at}")
    secretary.get_by_role("link", name="Procès-verbal de conciliation").click()
    secretary.get_by_role("button", name="Établir le papier").click()
    with secretary.expect_download() as waiting:
        secretary.get_by_role("link", name="Télécharger pour imprimer").click()
    file = tmp_path / "pv.pdf"
    waiting.value.save_as(file)
    [paper] = papers.all()
    assert sha256(file.read_bytes()).hexdigest() == paper.fingerprint

    holder = pages(java_script_enabled=scripts)
    holder.goto("/check/")
    look("check.png", holder.screenshot(full_page=True))
    holder.get_by_label("Code de contrôle").fill(f" {paper.code[:5].lower()} {paper.code[5:].lower()} ")
    holder.get_by_role("button", name="Vérifier", exact=True).click()
    assert holder.get_by_text("Ce papier est en vigueur.").is_visible()
    holder.get_by_label("Le fichier PDF reçu").set_input_files(file)
    holder.get_by_role("button", name="Comparer").click()
    assert holder.get_by_text("Identique.").is_visible()
    look("same.png", holder.screenshot(full_page=True))
    assert not scripts or holder.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    file.write_bytes(file.read_bytes()[:-1])
    holder.goto("/check/")
    holder.get_by_label("Le fichier PDF reçu").set_input_files(file)
    holder.get_by_role("button", name="Vérifier le fichier").click()
    assert holder.get_by_text("Différent, ou inconnu.").is_visible()
    look("other.png", holder.screenshot(full_page=True))
