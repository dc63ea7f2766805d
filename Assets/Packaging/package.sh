#!/bin/sh
# Makes a Debian package and a tar with its checksum of a built release:
#
#   Assets/Packaging/package.sh [PROGRAM] [FOLDER]
#
# PROGRAM is .build/release/keywright, FOLDER is .build/packages. Of the same program it makes the same
# bytes; SOURCE_DATE_EPOCH is the time of the last commit where it is not set. Beside them it lays what
# makes packages of the tar: a PKGBUILD with its checksum, a flake.
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
program=${1:-$root/.build/release/keywright}
folder=${2:-$root/.build/packages}
[ -x "$program" ] || { echo "package.sh: there is no program $program: build a release first" >&2; exit 2; }

export LC_ALL=C
umask 022
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git -C "$root" log -1 --format=%ct 2>/dev/null || echo 1796083200)}
export SOURCE_DATE_EPOCH
version=$("$program" --version | cut -d' ' -f2)
architecture=$(dpkg --print-architecture)
maintainer="${DEBFULLNAME:-Keywright maintainers} <${DEBEMAIL:-keywright@packages.debian.org}>"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
chmod 755 "$work"
tree=$work/keywright_${version}_$architecture
mkdir -p "$tree/DEBIAN" "$tree/usr/bin" "$tree/usr/share/man/man1" "$tree/usr/share/doc/keywright" \
  "$tree/usr/share/bash-completion/completions" "$tree/usr/share/zsh/vendor-completions" \
  "$tree/usr/share/fish/vendor_completions.d" "$tree/usr/share/lintian/overrides"

install -m 755 "$program" "$tree/usr/bin/keywright"
# Pages and completions come from the program itself, as it is without anyone's settings.
HOME=$work XDG_CONFIG_HOME=$work "$program" manual -o "$tree/usr/share/man/man1"
gzip -9n "$tree"/usr/share/man/man1/*.1
"$program" completion bash > "$tree/usr/share/bash-completion/completions/keywright"
"$program" completion zsh > "$tree/usr/share/zsh/vendor-completions/_keywright"
"$program" completion fish > "$tree/usr/share/fish/vendor_completions.d/keywright.fish"
"$program" licenses > "$tree/usr/share/doc/keywright/copyright"
cat >> "$tree/usr/share/doc/keywright/copyright" <<EOF

On Debian systems the Apache License 2.0 is in /usr/share/common-licenses/Apache-2.0, the GNU Lesser
General Public License 2.1 in /usr/share/common-licenses/LGPL-2.1, and the GNU General Public License 3
in /usr/share/common-licenses/GPL-3.
EOF
{
  printf 'keywright (%s) unstable; urgency=medium\n\n' "$version"
  printf '  * See Assets/Docs/CHANGELOG.md in the repository.\n\n'
  printf ' -- %s  %s\n' "$maintainer" "$(date -uR -d "@$SOURCE_DATE_EPOCH")"
} | gzip -9n > "$tree/usr/share/doc/keywright/changelog.gz"
cat > "$tree/usr/share/lintian/overrides/keywright" <<EOF
# One binary for every distribution: it is linked statically on purpose, with ncurses in it, so that
# it runs in containers that have no library and no terminal descriptions.
keywright: shared-library-lacks-prerequisites [usr/bin/keywright]
keywright: embedded-library *ncurses* [usr/bin/keywright]
EOF
size=$(du -sk "$tree/usr" | cut -f1)
cat > "$tree/DEBIAN/control" <<EOF
Package: keywright
Version: $version
Architecture: $architecture
Maintainer: $maintainer
Installed-Size: $size
Section: utils
Priority: optional
Description: designer and linter of API keys for the terminal
 Keywright shows a platform's scopes as checkable trees, says what each one
 opens and what it risks, and writes the key as a JSON manifest that people
 review, diff and check in CI. It never sees or stores a secret.
EOF
(cd "$tree" && find usr -type f -print0 | sort -z | xargs -0 md5sum > DEBIAN/md5sums)
find "$tree" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +

mkdir -p "$folder"
deb=$folder/keywright_${version}_$architecture.deb
tar=$folder/keywright-$version-linux-$(uname -m).tar.gz
dpkg-deb --root-owner-group -Zxz --build "$tree" "$deb" > /dev/null
tar --sort=name --mtime="@$SOURCE_DATE_EPOCH" --owner=0 --group=0 --numeric-owner -C "$tree" -cf - \
  usr/bin usr/share/bash-completion usr/share/doc usr/share/fish usr/share/man usr/share/zsh \
  --transform "s|^usr|keywright-$version|" | gzip -9n > "$tar"
(cd "$folder" && sha256sum "$(basename "$deb")" "$(basename "$tar")" > SHA256SUMS)
sum=$(sed -n 's/ .*tar.gz$//p' "$folder/SHA256SUMS")
sed -e "s/^pkgver=.*/pkgver=$version/" -e "s/^sha256sums=.*/sha256sums=('$sum')/" \
  -e "s/^arch=.*/arch=($(uname -m))/" "$root/Assets/Packaging/PKGBUILD" > "$folder/PKGBUILD"
sed -e "s/version = \"[^\"]*\";/version = \"$version\";/" -e "s/systems = .*/systems = [ \"$(uname -m)-linux\" ];/" \
  "$root/Assets/Packaging/flake.nix" > "$folder/flake.nix"
echo "$deb"
echo "$tar"
