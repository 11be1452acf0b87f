#!/usr/bin/env python3
"""Adds up Lambeth's payment files with Python's csv and decimal modules, as an oracle for the import's report.

Prints for each file: rows that are payments, rows that are none, the sum of the payments, the total the file states
(empty if none), the first and the last day where rows have one, and how many rows say what another row said before.

Usage: sums.py DIRECTORY > sums.csv     (Python's standard library only)
"""
import collections
import csv
import datetime
import decimal
import pathlib
import re
import sys

DETAILED = ["Body", "Department", "Supplier Name", "Invoice Creation Date", "Invoice Nett Amount", "Subj Description"]


def read(path):
    payments, refused, stated, header = [], 0, None, None
    for text in re.split("\r\n|\n|\r", path.read_bytes().decode("utf-8")):
        cells = [cell.strip() for cell in next(csv.reader([text]), [])] if text.count('"') % 2 == 0 else ["?"]
        if header is None:
            header = cells if "Supplier Name" in cells else None
        elif any(cells):
            payment = paid(cells, header)
            if cells[0] in ("Total", "Grand Total"):
                stated = payment[-1]
            elif payment:
                payments.append(payment)
            else:
                refused += 1
    return payments, refused, stated


def paid(cells, header):
    """The payment in these cells, its amount at the end; None where there is none."""
    if header == DETAILED and len(cells) == 5:
        together = re.fullmatch(r"(\d\d/\d\d/\d{4})(\d{1,3}(?:\.\d{1,2})?)", cells[3])
        cells = cells[:3] + list(together.groups()) + cells[4:] if together else cells
    if len(cells) != len(header) or not re.fullmatch(r"-?\d+(\.\d{1,2})?", cells[4 if header == DETAILED else 1]):
        return None
    if header == DETAILED:
        return (cells[0], cells[1], cells[2], cells[5], cells[3], decimal.Decimal(cells[4]))
    return (cells[0], decimal.Decimal(cells[1]))


def days(payments):
    found = [datetime.datetime.strptime(payment[4], "%d/%m/%Y").date() for payment in payments if len(payment) > 2]
    return (min(found), max(found)) if found else ("", "")


def main(directory):
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow(["file", "payments", "refused", "sum", "stated", "first", "last", "repeated"])
    for path in sorted(pathlib.Path(directory).glob("*.csv")):
        if path.name == "sums.csv":
            continue
        payments, refused, stated = read(path)
        total = sum((payment[-1] for payment in payments), decimal.Decimal("0.00"))
        again = sum(count - 1 for count in collections.Counter(payments).values())
        out.writerow([path.name, len(payments), refused, total, "" if stated is None else stated, *days(payments), again])


if __name__ == "__main__":
    main(sys.argv[1])
