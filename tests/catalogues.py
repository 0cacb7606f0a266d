"""Bring every language's catalogue up to the texts of the interface (`make catalogues`)."""

import re
from io import BytesIO

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from mediation.kernel.language import CATALOGUES
from tests.house.source import ROOT

METHODS = [("mediation/**.py", "python"), ("templates/**.html", "jinja2")]
OPTIONS = {"templates/**.html": {"newstyle_gettext": "true", "trimmed": "true", "silent": "false"}}
NOISE = re.compile(r'^"(Project-Id|Report-Msgid|POT-Creation|PO-Revision|Last-Translator|Language-Team|MIME|Generated)'
                   r'[^\n]*\n', re.MULTILINE)
WORDS = {"_": None, "_l": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2), "gettext": None}


def texts() -> Catalog:
    """Every text of the interface, in French, with where it stands."""
    found = Catalog(project="mediation", charset="utf-8")
    for filename, _line, message, _comments, context in extract_from_dir(
            ROOT, METHODS, OPTIONS, keywords=WORDS, directory_filter=_looked_into):
        found.add(message, locations=[(filename, 1)], context=context)
    return found


def _looked_into(folder) -> bool:
    return not str(folder).startswith(".") and "/." not in str(folder) and "node_modules" not in str(folder)


def brought_up_to_date(path) -> Catalog:
    """The catalogue of a language with today's texts; translations of texts that stayed are kept."""
    with path.open("rb") as file:
        catalogue = read_po(file)
    catalogue.update(texts(), no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    return catalogue


def write(path, catalogue: Catalog) -> None:
    """Write a catalogue sorted, without places, times and addresses of nobody."""
    written = BytesIO()
    write_po(written, catalogue, no_location=True, sort_output=True, width=110)
    path.write_text(NOISE.sub("", written.getvalue().decode()), encoding="utf-8")


def main() -> None:
    """Write each catalogue anew."""
    for path in sorted(CATALOGUES.glob("*.po")):
        catalogue = brought_up_to_date(path)
        write(path, catalogue)
        left = sum(1 for message in catalogue if message.id and not message.string)
        print(f"{path.stem}: {len(catalogue)} texts, {left} to translate")


if __name__ == "__main__":
    main()
