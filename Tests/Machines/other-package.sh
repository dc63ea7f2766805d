#!/bin/sh
# Builds a package of its own that uses the library, with the article's ten lines as its program:
#
#   Tests/Machines/other-package.sh [FOLDER]
#
# FOLDER is where it is built, so that a second run is quick; a temporary one otherwise.
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
folder=${1:-}
if [ -z "$folder" ]; then
  folder=$(mktemp -d)
  trap 'rm -rf "$folder"' EXIT
fi
mkdir -p "$folder/Sources/gate"
cat > "$folder/Package.swift" <<END
// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "gate",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "keywright", path: "$root")],
  targets: [
    .executableTarget(
      name: "gate", dependencies: [.product(name: "KeyModel", package: "keywright")])
  ],
  swiftLanguageModes: [.v6]
)
END
# The code of the article, and what calls it.
{
  awk '/^```swift$/ { inside = 1; next } /^```$/ { if (found) exit; inside = 0; text = "" }
    inside { text = text $0 "\n"; if (/^import KeyModel/) found = 1 }
    END { printf "%s", text }' "$root/Sources/KeyModel/KeyModel.docc/LintAKey.md"
  cat <<'END'

let manifest = """
  {
    "$schema": "urn:keywright:manifest:1",
    "catalog": { "id": "komerza", "version": "2026-06-24" },
    "scopes": ["stores.orders.view", "stores.orders.deliver", "stores.orders.create"]
  }
  """
if let today = Day("2026-11-30") {
  let (lines, smaller) = try report(on: Array(manifest.utf8), today: today)
  for line in lines { print(line) }
  print(String(decoding: smaller, as: UTF8.self))
}
END
} > "$folder/Sources/gate/main.swift"
cd "$folder"
# As others build it: what this project's own builds are told is not for them.
unset KEYWRIGHT_STRICT KEYWRIGHT_BENCHMARK KEYWRIGHT_ONLY KEYWRIGHT_FUZZ
swift build > build.log 2>&1 || { cat build.log >&2; exit 1; }
if grep "warning:" build.log >&2; then exit 1; fi
out=$(.build/debug/gate)
case $out in
  *"error: free-goods-order-deliver: "*'"scopes": ["stores.orders.view"'*) echo "other-package: it builds and runs" ;;
  *) echo "other-package: it says:" >&2; echo "$out" >&2; exit 1 ;;
esac
