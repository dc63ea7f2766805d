#!/bin/sh
# Tries a release in fresh Debian roots, as people install it:
#
#   Tests/Machines/any-machine.sh PACKAGE.deb [SUITE…]
#
# The suites are bookworm and trixie. It needs root, mmdebstrap and Debian's mirror: where one is
# missing it says so and ends with 77, which test runners take for "skipped". KEYWRIGHT_ROOTS names a
# folder in which the roots are kept as SUITE.tar, so that a second run need not make them again.
set -eu
package=${1:?name the package that Assets/Packaging/package.sh made}
shift
[ $# -gt 0 ] || set -- bookworm trixie
skip() { echo "any-machine: skipped: $1" >&2; exit 77; }
[ "$(id -u)" = 0 ] || skip "it has to be root to make a root of Debian"
command -v mmdebstrap > /dev/null || skip "mmdebstrap is not installed"
PATH=$PATH:/usr/sbin:/sbin
chroot=$(command -v chroot) || skip "chroot is not installed"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
roots=${KEYWRIGHT_ROOTS:-$work}
cat > "$work/a.key.json" <<'END'
{
  "$schema": "urn:keywright:manifest:1",
  "catalog": { "id": "komerza", "version": "2026-06-24" },
  "label": "Bücher", "ipAddresses": ["203.0.113.7"], "rotateBy": "2099-02-01",
  "scopes": ["stores.orders.view"]
}
END
failures=0 checks=0
# fail WHAT: counts it, and shows what the command wrote.
fail() {
  failures=$((failures + 1))
  echo "any-machine: $suite: $1" >&2
  head -5 "$work/out" | cat -v | cut -c 1-200 | sed 's/^/  /' >&2
}
# inside COMMAND…: runs it in the root, with nothing of our environment.
inside() {
  env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin "$chroot" "$root" "$@"
}
# expect STATUS WHAT COMMAND…
expect() {
  wanted=$1 what=$2 status=0
  shift 2
  checks=$((checks + 1))
  inside "$@" > "$work/out" 2>&1 < /dev/null || status=$?
  [ "$status" -eq "$wanted" ] || fail "$what: status $status, not $wanted"
}
# screen TERM WANTED [VARIABLE…]: opens the designer on a terminal, whose other end is out here. q leaves
# the screen, quit the lines. WANTED is a word that is then seen, or - where nothing may command it.
screen() {
  term=$1 wanted=$2
  shift 2
  checks=$((checks + 1))
  (sleep 2; printf q; sleep 1; printf 'quit\n'; sleep 1) \
    | timeout 20 script -qec "stty rows 24 cols 80; env -i PATH=/usr/bin:/bin $chroot '$root' \
      env TERM='$term' $* keywright /tmp/a.key.json" /dev/null > "$work/out" 2>&1 || true
  escape=$(printf '\033')
  if [ "$wanted" = - ]; then
    if grep -q "$escape" "$work/out"; then fail "TERM=$term $*: a sequence that commands it"; fi
    grep -q 'stores.orders.view\|scopes' "$work/out" || fail "TERM=$term $*: no lines"
  else
    { grep -q "$escape" "$work/out" && grep -q "$wanted" "$work/out"; } \
      || fail "TERM=$term $*: no screen"
  fi
}

for suite in "$@"; do
  root=$work/$suite
  if [ ! -f "$roots/$suite.tar" ]; then
    mmdebstrap --quiet --variant=minbase --include=locales "$suite" "$roots/$suite.tar" \
      || skip "mmdebstrap made no root of $suite"
  fi
  mkdir "$root"
  tar -C "$root" -xf "$roots/$suite.tar"
  # Nothing is mounted there: the root has no /proc.
  [ -z "$(ls "$root/proc")" ] || skip "the root of $suite has a /proc"
  inside localedef -i de_DE -f ISO-8859-1 de_DE.ISO-8859-1
  cp "$package" "$root/tmp/keywright.deb"
  cp "$work/a.key.json" "$root/tmp/"

  expect 0 "install" dpkg -i /tmp/keywright.deb
  expect 0 "--version" keywright --version
  expect 0 "lint without a home" keywright lint /tmp/a.key.json
  # The user nobody, whose home folder is another's.
  for home in /root /dev/null /nowhere; do
    for command in "lint /tmp/a.key.json" "scopes order" "export --scope stores.orders.view" \
      "explain refund-loop"; do
      # shellcheck disable=SC2086 # The words of the command.
      expect 0 "$command with HOME=$home" setpriv --reuid 65534 --regid 65534 --clear-groups \
        env HOME=$home keywright $command
    done
  done
  for locale in C C.UTF-8 de_DE.UTF-8 de_DE.ISO-8859-1 xx_YY.none; do
    expect 0 "lint with LANG=$locale" env LANG=$locale keywright lint /tmp/a.key.json
    expect 130 "lines with LANG=$locale" sh -c \
      "echo details | LANG=$locale keywright --plain /tmp/a.key.json"
  done
  # One byte a letter where the locale has it so.
  expect 0 "a letter in ISO-8859-1" sh -c "echo details | LANG=de_DE.ISO-8859-1 keywright --plain \
    /tmp/a.key.json 2>&1 | LC_ALL=C grep -q \"\$(printf 'B\\374cher')\""

  screen xterm-256color Findings LANG=C.UTF-8
  screen xterm-256color Findings LANG=de_DE.ISO-8859-1
  screen xterm-256color Findings LANG=de_DE.UTF-8
  for term in xterm-kitty xterm-ghostty foot wezterm; do screen $term Findings LANG=C.UTF-8; done
  screen dumb - LANG=C.UTF-8

  mkdir "$root/away"
  for folder in usr/lib/terminfo usr/share/terminfo etc/terminfo lib/terminfo; do
    [ ! -d "$root/$folder" ] || mv "$root/$folder" "$root/away/$(echo $folder | tr / -)"
  done
  mv "$root/usr/lib/locale" "$root/away/locale"
  expect 0 "lint without locale files" env LANG=C.UTF-8 keywright lint /tmp/a.key.json
  expect 0 "a letter without locale files" sh -c "echo details | LANG=C.UTF-8 keywright --plain \
    /tmp/a.key.json 2>&1 | grep -q Bücher"
  screen xterm-256color Findings LANG=C.UTF-8
  screen unheard-of - LANG=C.UTF-8

  expect 0 "purge" dpkg --purge keywright
  expect 1 "something is left" sh -c \
    "find / -xdev -name '*keywright*' -not -path '/tmp/*' -not -path '/away/*' | grep ."
  rm -rf "$root"
done
if command -v lintian > /dev/null; then
  suite=lintian checks=$((checks + 1))
  lintian --allow-root --fail-on error "$package" > "$work/out" 2>&1 || fail "it has errors"
fi
[ "$failures" = 0 ] || { echo "any-machine: $failures of $checks checks failed" >&2; exit 1; }
echo "any-machine: $* are well: $checks checks"
