#!/usr/bin/env bash
# Two release builds of one commit, in two folders, are the same to the byte. Takes two builds; needs
# what a release needs.
#
#   Tests/Machines/same-build.sh
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

for folder in "$work/first" "$work/a longer path/second"; do
  git clone --quiet "$root" "$folder"
  (cd "$folder" &&
    swift build -c release --disable-local-rpath --toolset .release.json --product keywright) \
    > "$folder.log" 2>&1 &
done
wait -n && wait -n || { tail -n 20 "$work"/*.log "$work"/*/*.log >&2; exit 1; }

first=$(sha256sum < "$work/first/.build/release/keywright")
second=$(sha256sum < "$work/a longer path/second/.build/release/keywright")
echo "first:  $first"
echo "second: $second"
[ "$first" = "$second" ] && echo "the same" || { echo "they differ" >&2; exit 1; }
