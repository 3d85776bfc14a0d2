#!/usr/bin/env bash
# Builds the image: Node, the edition with what it depends on, and a user without rights.
set -euo pipefail
source_folder=${AUTOGRADER_SOURCE:-/autograder/source}

if ! command -v npm >/dev/null; then
  apt-get update
  apt-get install -y --no-install-recommends nodejs npm
fi
id student >/dev/null 2>&1 || useradd --system --no-create-home --shell /usr/sbin/nologin student
cd "$source_folder/edition"
npm ci --no-audit --no-fund
