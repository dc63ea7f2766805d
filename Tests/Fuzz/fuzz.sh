#!/usr/bin/env bash
# Feeds every decoder with what libFuzzer makes up out of Tests/Fuzz/Corpora, for a minute each.
#
#   Tests/Fuzz/fuzz.sh [-n UNITS | -t SECONDS] [DECODER...]
#
# A unit is an input with 15 variants of it: libFuzzer's bookkeeping costs more than sixteen readings.
# Fails where a decoder traps, thinks for more than a second (five on the clock, for a machine that
# has other work) or takes more than half a gigabyte; the input is then a file in .build/fuzz/NAME.
# Takes Swift's toolchain for Linux, which has libFuzzer; what it has found out about the decoders
# stays in .build/fuzz for the next run.
set -euo pipefail
cd "$(dirname "$0")/../.."

limit=(-max_total_time=60)
while getopts 'n:t:' option; do
  case $option in
    n) limit=(-runs="$OPTARG") ;;
    t) limit=(-max_total_time="$OPTARG") ;;
    *) exit 64 ;;
  esac
done
shift $((OPTIND - 1))

build=.build/fuzz
KEYWRIGHT_FUZZ=1 swift build -c release --scratch-path "$build/build" --product keywright-fuzz
binary=$build/build/release/keywright-fuzz
if [ $# = 0 ]; then set -- $(ls Tests/Fuzz/Corpora) cache; fi

failed=()
for decoder in "$@"; do
  folder=$build/$decoder
  mkdir -p "$folder/corpus"
  echo "$decoder"
  # Of the compact form no seed can be kept.
  if [ "$decoder" = cache ]; then FUZZ_SEED=1 FUZZ_DECODER=cache "$binary" > "$folder/corpus/seed"; fi
  if ! FUZZ_DECODER=$decoder "$binary" "$folder/corpus" $(ls -d "Tests/Fuzz/Corpora/$decoder" 2> /dev/null) \
    -artifact_prefix="$folder/" -timeout=5 -report_slow_units=1 -rss_limit_mb=512 \
    -malloc_limit_mb=512 -max_len=800 -len_control=20 -reduce_inputs=0 -print_final_stats=1 "${limit[@]}" \
    2> "$folder/log"; then
    failed+=("$decoder")
    grep -E 'Fatal error|precondition|ERROR|Test unit written' "$folder/log" || true
  fi
  grep -E 'number_of_executed_units|peak_rss_mb|slowest_unit' "$folder/log" || true
done
if [ ${#failed[@]} != 0 ]; then
  echo "found something in: ${failed[*]}" >&2
  exit 1
fi
