#!/bin/bash
# PySpark 4.0.1 (PyPI, with a Java 17 runtime): `rdd.pipe(command)` starts the program with an empty
# environment.
#
# One expects the child to inherit the worker's environment, as everywhere where `env` is left out:
# subprocess does so, and so does `RDD.pipe` of Scala, which adds its `env` to the inherited one.
# PySpark makes an empty dictionary of it. A program that stands in a folder of PATH is then not
# found (FileNotFoundError on the worker), and one that is found has no HOME, no PATH, no locale.
# `env=dict(os.environ)` gives it what it expects.
#
# Exits 0 while that is so, 1 when it changes.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
if ! command -v java > /dev/null; then
  echo "needs a Java runtime of version 17 or later, such as Debian's openjdk-17-jre-headless"
  exit 1
fi
python3 -m venv tools
tools/bin/pip -q install pyspark==4.0.1
cat > trial.py <<'END'
import os
from pyspark import SparkContext

context = SparkContext("local[1]")
context.setLogLevel("OFF")
lines = context.parallelize(["one"], 1)
print("pyspark", context.version)
print("variables, env left out:", len(lines.pipe("/usr/bin/env").collect()))
print("variables, env given:", len(lines.pipe("/usr/bin/env", env={"A": "b"}).collect()))
os.makedirs("bin")
with open("bin/own-program", "w") as file:
    file.write("#!/bin/sh\ncat\n")
os.chmod("bin/own-program", 0o755)
for name, env in [("left out", None), ("given", dict(os.environ))]:
    try:
        print("a program in PATH, env " + name + ":", lines.pipe("own-program", env=env).collect())
    except Exception as error:
        kind = "FileNotFoundError" if "FileNotFoundError" in str(error) else "another error"
        print("a program in PATH, env " + name + ":", kind)
END
PATH="$folder/bin:$PATH" tools/bin/python trial.py > output 2> log || { cat log; exit 1; }
cat output
cat > expected <<'END'
pyspark 4.0.1
variables, env left out: 0
variables, env given: 1
a program in PATH, env left out: FileNotFoundError
a program in PATH, env given: ['one']
END
cmp -s expected output || { echo "changed"; exit 1; }
