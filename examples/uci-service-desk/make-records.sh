#!/usr/bin/env bash
# Makes records/incidents.csv.gz from the original log: the columns that the agreements here need, all rows, in the
# original order, so that a row number here is a row number there.
#
#   ./make-records.sh incident_event_log.csv.gz
#
# The original is set 498 of the UCI Machine Learning Repository, "Incident management process enriched event log"
# (CC BY 4.0). Code prefixes may be there (`3 - Moderate`) or not (`3`); they are cut off.
set -eu

[ $# = 1 ] || { echo "usage: $0 incident_event_log.csv[.gz]" >&2; exit 2; }
here=$(cd "$(dirname "$0")" && pwd)
case $1 in *.gz) read=zcat ;; *) read=cat ;; esac

mkdir -p "$here/records"
"$read" "$1" | awk -F, -v OFS=, '
  BEGIN {
    wanted = split("number incident_state sys_mod_count sys_updated_at opened_at priority made_sla" \
      " reopen_count reassignment_count assignment_group resolved_at", name, " ")
  }
  NR == 1 {
    for (i = 1; i <= NF; i++) at[$i] = i
    if ("ident_state" in at) at["incident_state"] = at["ident_state"]   # renamed in some copies
    for (i = 1; i <= wanted; i++) {
      if (!(name[i] in at)) { print "no column " name[i] > "/dev/stderr"; exit 3 }
      printf "%s%s", name[i], i < wanted ? OFS : "\n"
    }
    next
  }
  {
    sub(/^INC/, "", $(at["number"]))
    sub(/ - .*/, "", $(at["priority"]))
    sub(/^Group /, "", $(at["assignment_group"]))
    for (i = 1; i <= wanted; i++) printf "%s%s", $(at[name[i]]), i < wanted ? OFS : "\n"
  }' | gzip -9n >"$here/records/incidents.csv.gz"
