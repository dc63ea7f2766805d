#!/bin/bash
# git 2.39.5 (Debian bookworm, 1:2.39.5-0+deb12u3): `git -c protocol.allow=never` does not keep a
# partial clone from fetching where its own configuration allows the protocol.
#
# One expects a setting on the command line to win over the repository's. It does, but only over the
# same setting: `protocol.<name>.allow` in the repository goes before `protocol.allow` wherever that
# stands. `git cat-file blob`, which only reads, so still contacts the remote for a file that the clone
# left out, and changes the object database. The variable GIT_ALLOW_PROTOCOL replaces all of these
# settings: with it the same command says `transport 'file' not allowed` and fetches nothing.
#
# Exits 0 while that is so, 1 when it changes.
set -eu
version=1:2.39.5-0+deb12u3
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get download -q "git=$version" > /dev/null 2>&1 || { echo "cannot download git=$version"; exit 1; }
dpkg-deb -x git_*.deb root
export PATH="$folder/root/usr/bin:$PATH" GIT_EXEC_PATH="$folder/root/usr/lib/git-core"
export HOME="$folder" GIT_CONFIG_NOSYSTEM=1
export GIT_AUTHOR_NAME=a GIT_AUTHOR_EMAIL=a@example.com
export GIT_COMMITTER_NAME=a GIT_COMMITTER_EMAIL=a@example.com
git --version

git init -q source
git -C source config uploadpack.allowFilter true
echo one > source/file
git -C source add file
git -C source commit -q -m one
echo two > source/file
git -C source commit -q -a -m two
make_clone() {
  git clone -q --no-local --filter=blob:none "file://$folder/source" "$1"
  git -C "$1" config protocol.file.allow always
}

make_clone first
echo "with -c protocol.allow=never:"
first=$(git -C first -c protocol.allow=never cat-file blob HEAD^:file 2>&1) || true
echo "  $first"
make_clone second
echo "with GIT_ALLOW_PROTOCOL= (empty):"
second=$(GIT_ALLOW_PROTOCOL='' git -C second cat-file blob HEAD^:file 2>&1) && exit 1
echo "  $(printf '%s' "$second" | head -1)"

[ "$first" = one ] || { echo "changed: the command line's setting holds"; exit 1; }
case $second in
  *"transport 'file' not allowed"*) ;;
  *) echo "changed: the variable is said otherwise"; exit 1 ;;
esac
