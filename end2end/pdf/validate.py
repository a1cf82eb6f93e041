"""Judges PDF files: exit status 0 if every file passes every judge, 1 if not.

Usage: python validate.py FILE...

Run by the Python of an environment with requirements.txt installed, and with qpdf and
poppler-utils on the path. The judges, each independent of the program that writes the files:

- page-validation, profiles PDF/UA-1 and PDF/A-2a: every rule holds;
- outloud: no error (its warnings are printed, not counted);
- qpdf --check: the file is whole;
- pdffonts: every font is embedded as a subset and tells its characters;
- pdfinfo -struct-text: the structure tree can be read;
- pdftotext: the text layer is not empty.
"""

import subprocess
import sys
from pathlib import Path

import page

PROFILES = ("ua1", "2a")
SHOWN = 12


def run(*command):
    """Runs a judge; gives its exit status and all it said."""
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    except FileNotFoundError:
        return 127, f"{command[0]} is not installed"
    return done.returncode, done.stdout + done.stderr


def profile(path, name):
    try:
        result = page.validate_pdf(str(path), profile=page.ValidationProfile(name))
    except Exception as error:  # A file too damaged to be judged fails like any other.
        return [f"cannot be read: {error}"]
    if result.is_compliant:
        return []
    return [f"{failure.rule_id} {failure.message}" for failure in result.failures]


def spoken(path):
    judge = str(Path(sys.executable).with_name("outloud"))
    status, said = run(judge, "--no-info", "--fail-on", "error", str(path))
    if status != 0:
        return said.splitlines()
    warnings = [line.strip() for line in said.splitlines() if line.strip().startswith("WARNING")]
    for warning in warnings[:SHOWN]:
        print(f"     {warning}")
    return []


def whole(path):
    status, said = run("qpdf", "--check", str(path))
    return [] if status == 0 else said.splitlines()


def fonts(path):
    status, said = run("pdffonts", str(path))
    if status != 0:
        return said.splitlines()
    rows = said.splitlines()[2:]
    # The columns from the right: object number and generation, unicode, subset, embedded.
    poor = [row for row in rows if row.split()[-5:-2] != ["yes", "yes", "yes"]]
    return poor if rows else ["no font at all"]


def structure(path):
    status, said = run("pdfinfo", "-struct-text", str(path))
    # The words of the document are indented; what poppler complains of is not.
    complains = any("rror" in line and not line.startswith(" ") for line in said.splitlines())
    if status != 0 or "Document" not in said or complains:
        return said.splitlines()[:SHOWN] or ["no structure tree"]
    return []


def text(path):
    status, said = run("pdftotext", str(path), "-")
    return [] if status == 0 and said.strip() else ["no text layer"]


JUDGES = (
    *((name, lambda path, name=name: profile(path, name)) for name in PROFILES),
    ("outloud", spoken),
    ("qpdf", whole),
    ("pdffonts", fonts),
    ("pdfinfo", structure),
    ("pdftotext", text),
)


def main(paths):
    if not paths:
        print(__doc__)
        return 1
    failed = 0
    for path in paths:
        for name, judge in JUDGES:
            complaints = judge(path)
            print(f"{'FAIL' if complaints else 'ok':4} {name:10} {path}")
            for complaint in complaints[:SHOWN]:
                print(f"     {complaint}")
            failed += bool(complaints)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
