#!/bin/sh
# Counts, per local month (Europe/London), the incidents logged and resolved in a ServiceNow audit log, with sort and awk
# only. Prints "2016-03 logged resolved". Usage: servicenow-months.sh <file.csv.gz>
#
# Logged is the first row; resolved is the last time the incident became Resolved, or Closed without having been.
# A row of any state but New, Resolved or Closed after that means that it was opened again.
set -eu
gzip -dc "$1" | tail -n +2 | awk -F, '{
    split($14, stamp, " "); split(stamp[1], day, "/"); split(stamp[2], clock, ":")
    printf "%s %04d%02d%02d%02d%02d %06d %s\n", $1, day[3], day[2], day[1], clock[1], clock[2], $6, $2
}' | LC_ALL=C sort | awk '
function month(t,    y, m, d, h, last) {
    y = substr(t, 1, 4) + 0; m = substr(t, 5, 2) + 0; d = substr(t, 7, 2) + 0; h = substr(t, 9, 2) + 0
    # British Summer Time of 2016: an hour ahead of the log, which is taken as UTC.
    if (t >= "201603270100" && t < "201610300100" && h == 23) {
        last = (m == 4 || m == 6 || m == 9 || m == 11) ? 30 : 31
        if (d == last) { m++; if (m == 13) { m = 1; y++ } }
    }
    return sprintf("%04d-%02d", y, m)
}
function finish() { if (number != "" && resolved != "") { done[month(resolved)]++; seen[month(resolved)] = 1 } }
$1 != number { finish(); number = $1; resolved = ""; logged[month($2)]++; seen[month($2)] = 1 }
$4 == "Resolved" || $4 == "Closed" { if (resolved == "") resolved = $2; next }
$4 != "New" { resolved = "" }
END { finish(); for (m in seen) print m, logged[m] + 0, done[m] + 0 }' | LC_ALL=C sort
