#!/bin/sh
# Tries a release in fresh Debian roots, as people install it:
#
#   Tests/Machines/any-machine.sh PACKAGE.deb [SUITE…]
#
# The suites are bookworm and trixie. It needs root, mmdebstrap and Debian's mirror: where one is
# missing it says so and ends with 77, which test runners take for "skipped".
set -eu
package=${1:?name the package that Assets/Packaging/package.sh made}
shift
[ $# -gt 0 ] || set -- bookworm trixie
skip() { echo "any-machine: skipped: $1" >&2; exit 77; }
[ "$(id -u)" = 0 ] || skip "it has to be root to make a root of Debian"
command -v mmdebstrap > /dev/null || skip "mmdebstrap is not installed"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cat > "$work/a.key.json" <<'EOF'
{
  "$schema": "urn:keywright:manifest:1",
  "catalog": { "id": "komerza", "version": "2026-06-24" },
  "label": "Bücher", "ipAddresses": ["203.0.113.7"], "rotateBy": "2099-02-01",
  "scopes": ["stores.orders.view"]
}
EOF
failures=0
# expect STATUS WHAT COMMAND…: runs a command in the root, with nothing of our environment.
expect() {
  wanted=$1 what=$2
  shift 2
  status=0
  env -i PATH=/usr/bin:/bin chroot "$root" "$@" > "$work/out" 2>&1 || status=$?
  if [ "$status" -ne "$wanted" ]; then
    failures=$((failures + 1))
    echo "any-machine: $suite: $what: status $status, not $wanted" >&2
    sed 's/^/  /' "$work/out" | head -5 >&2
  fi
}
for suite in "$@"; do
  root=$work/$suite
  mmdebstrap --quiet --variant=minbase "$suite" "$root" || skip "mmdebstrap made no root of $suite"
  # What mmdebstrap and apt bring is mounted nowhere: there is no /proc in these roots.
  cp "$package" "$root/tmp/keywright.deb"
  cp "$work/a.key.json" "$root/tmp/"
  expect 0 "install" dpkg -i /tmp/keywright.deb
  expect 0 "--version" keywright --version
  expect 0 "lint without a home" keywright lint /tmp/a.key.json
  for home in /root /dev/null /nowhere; do
    # The user nobody, whose home folder is another's.
    expect 0 "lint with HOME=$home" setpriv --reuid 65534 --regid 65534 --clear-groups \
      env HOME=$home keywright lint /tmp/a.key.json
    expect 0 "scopes with HOME=$home" setpriv --reuid 65534 --regid 65534 --clear-groups \
      env HOME=$home keywright scopes order
  done
  for locale in C C.UTF-8 de_DE.UTF-8 de_DE.ISO-8859-1 xx_YY.none; do
    expect 0 "lint with LANG=$locale" env LANG=$locale keywright lint /tmp/a.key.json
    expect 0 "lines with LANG=$locale" sh -c \
      "cd /tmp && echo details | LANG=$locale keywright --plain a.key.json; test \$? = 130"
  done
  for term in xterm-kitty xterm-ghostty foot dumb; do
    # script(1) gives it a terminal; q leaves.
    expect 0 "a screen with TERM=$term" sh -c \
      "cd /tmp && (sleep 2; printf q; sleep 1; printf 'quit\n') | TERM=$term LANG=C.UTF-8 timeout 20 \
       script -qec 'keywright a.key.json' /dev/null > seen; \
       if [ $term = dumb ]; then ! grep -q \"\$(printf '\\033')\" seen; else grep -q 'Store' seen; fi"
  done
  mv "$root/usr/lib/locale" "$root/usr/lib/locale.away" 2> /dev/null || true
  expect 0 "lint without locale files" env LANG=C.UTF-8 keywright lint /tmp/a.key.json
  mv "$root/usr/lib/locale.away" "$root/usr/lib/locale" 2> /dev/null || true
  expect 0 "purge" dpkg --purge keywright
  expect 1 "nothing is left" sh -c "find / -xdev -name '*keywright*' -not -path '/tmp/*' | grep ."
done
[ "$failures" = 0 ] || exit 1
echo "any-machine: $* are well"
