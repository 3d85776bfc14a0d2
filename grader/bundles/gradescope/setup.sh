#!/usr/bin/env bash
# Builds the image: Node, the edition with what it depends on, and a user without rights.
set -euo pipefail
source_folder=${AUTOGRADER_SOURCE:-/autograder/source}
bin=${AUTOGRADER_BIN:-/usr/local/bin}

if ! command -v npm >/dev/null; then
  apt-get update
  apt-get install -y --no-install-recommends ca-certificates nodejs npm
fi
# Ubuntu's own Node may be years old: it is good enough to fetch another.
if ! node -e 'process.exit(Number(process.versions.node.split(".")[0]) < 20 ? 1 : 0)'; then
  npm install --global --prefix "$source_folder/node" --no-audit --no-fund node@24 npm@11
  ln -sf "$source_folder"/node/bin/* "$bin/"
  hash -r
fi
id student >/dev/null 2>&1 || useradd --system --no-create-home --shell /usr/sbin/nologin student
cd "$source_folder/edition"
npm ci --no-audit --no-fund
