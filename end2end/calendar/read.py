"""Reads a calendar file strictly and prints what it says as JSON.

Usage: python read.py < FILE

Run by the Python of an environment with requirements.txt installed. Exit status 1 where a line is
too long, does not end with CRLF, or cannot be read, or where something required is missing.
"""

import json
import sys
from datetime import date, datetime

from icalendar import Calendar

LINE = 75


def lines_are_whole(content):
    if not content.endswith(b"\r\n") or b"\n" in content.replace(b"\r\n", b""):
        raise ValueError("a line does not end with CRLF")
    for line in content.split(b"\r\n"):
        if len(line) > LINE:
            raise ValueError(f"a line has {len(line)} octets: {line.decode()}")
        line.decode()


def plain(value):
    value = getattr(value, "dt", value)
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    return int(value) if isinstance(value, int) else str(value)


def event(component):
    if component.errors:
        raise ValueError(f"an event cannot be read: {component.errors}")
    missing = [name for name in ("UID", "DTSTAMP", "DTSTART") if name not in component]
    if missing:
        raise ValueError(f"an event lacks {missing}")
    if type(component["DTSTART"].dt) is not date:
        raise ValueError("an event does not fill its day")
    return {name: plain(value) for name, value in component.items()}


def main(content):
    lines_are_whole(content)
    calendar = Calendar.from_ical(content)
    others = [part.name for part in calendar.subcomponents if part.name != "VEVENT"]
    if calendar.errors or others or calendar["VERSION"] != "2.0" or "PRODID" not in calendar:
        raise ValueError(f"not a calendar of events: {calendar.errors} {others}")
    json.dump(
        {
            "name": str(calendar["X-WR-CALNAME"]),
            "events": [event(part) for part in calendar.subcomponents],
        },
        sys.stdout,
    )


if __name__ == "__main__":
    main(sys.stdin.buffer.read())
