#!/bin/sh
# Builds the npm workspace for Maven: build.sh install | build | test
# Without Node the rest of the project builds all the same; only the pages are missing.
set -eu
cd "$(dirname "$0")"

if ! command -v node >/dev/null 2>&1 || ! command -v npm >/dev/null 2>&1; then
  echo "web: Node.js 20 is not installed, so the cockpit is not built" >&2
  exit 0
fi

case "$1" in
  install)
    # npm keeps here what it has installed; the mark says for which lock file.
    mark=node_modules/.kontor-installed
    if ! cmp -s package-lock.json "$mark"; then
      npm ci --prefer-offline --loglevel=error
      cp package-lock.json "$mark"
    fi
    ;;
  build)
    rm -rf target/classes/static # files of an earlier build have other names
    npm run --silent build
    ;;
  test) npm test --silent ;;
  *)
    echo "usage: build.sh install | build | test" >&2
    exit 2
    ;;
esac
