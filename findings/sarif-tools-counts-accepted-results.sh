#!/bin/sh
# SARIF lets a result say that somebody has accepted it: a suppression with the status "accepted"
# (2.1.0, section 3.35). sarif-tools 3.0.5 reads the member nowhere in its counts: `sarif summary` lists
# such a result as an error, and `sarif --check error` fails the build because of it, exactly as if
# nobody had accepted anything. A gate built on it wants the accepted results left out of the file.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check sarif-tools==3.0.5
export MPLCONFIGDIR="$folder/matplotlib"
write() {
  cat > "$folder/$1.sarif" <<EOF
{"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "t", "rules": [{"id": "r"}]}}, "results": [
  {"ruleId": "r", "level": "error", "message": {"text": "m"}, "locations": [{"physicalLocation":
    {"artifactLocation": {"uri": "a.json"}, "region": {"startLine": 1}}}]$2}]}]}
EOF
}
write open ''
write accepted ', "suppressions": [{"kind": "inSource", "status": "accepted", "justification": "j"}]'
for name in open accepted; do
  status=0
  "$folder/venv/bin/sarif" --check error summary "$folder/$name.sarif" > "$folder/$name.out" 2>&1 \
    || status=$?
  count=$(sed -n 's/^error: //p' "$folder/$name.out")
  echo "sarif-tools 3.0.5: $name result: error count $count, status of --check error $status"
  [ "$count" = 1 ] && [ "$status" = 1 ] || exit 1
done
