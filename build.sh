#!/usr/bin/env bash
# One script for everything:
#   ./build.sh         builds dist/ and serves it (ADDR=127.0.0.1:8080)
#   ./build.sh build   builds dist/ and prints each file's size, raw and packed
#   ./build.sh test    every check and test; closes with "N passed, N failed"
#   ./build.sh bench   runs the benchmarks, writes bench/results.json
#   ./build.sh stills  draws docs/gallery/ and the README's picture anew
# Building needs Go alone; testing needs Node, Chromium and exiftool, which it installs.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

tools=.build # what the script makes for itself; nothing in it is kept

# tool NAME PACKAGE: compiles one of our own programs, once.
tool() {
	mkdir -p "$tools"
	go build -trimpath -o "$tools/$1" "$2"
}

build() {
	tool rentang ./cmd/rentang
	"$tools/rentang" build -o dist
}

serve() {
	tool rentang ./cmd/rentang
	"$tools/rentang" build -o dist -quick
	exec "$tools/rentang" serve -dist dist -addr "${ADDR:-127.0.0.1:8080}"
}

# Drawn aside first: an error leaves the gallery as it was, and no picture stays
# that is no longer in it.
stills() {
	rm -rf "$tools/gallery"
	go run ./internal/gallery -o "$tools/gallery"
	rm -rf docs/gallery
	mv "$tools/gallery" docs/gallery
	ls -l docs/gallery
}

bench() {
	mkdir -p bench
	go test -run '^$' -bench . -benchmem ./viz/... ./internal/... | go run ./internal/benchsum -o bench/results.json
}

# --- test ---------------------------------------------------------------

passed=0
failed=0

# check NAME COMMAND...: a check counts as one test. The command must report by
# its status alone: bash switches errexit off while it runs.
check() {
	local name=$1 start=$SECONDS
	shift
	if "$@"; then
		passed=$((passed + 1))
		printf 'ok    %s, %d s\n' "$name" $((SECONDS - start))
	else
		failed=$((failed + 1))
		printf 'FAIL  %s\n' "$name"
	fi
}

# gotest ARGUMENTS...: go test, its tests counted one by one.
gotest() {
	local counts="$tools/counts" ok=1 p=0 f=0 s
	rm -f "$counts"
	go test -json "$@" | "$tools/testsum" -add "$counts" || ok=0
	if [[ -f $counts ]]; then read -r p f s <"$counts" || true; fi
	# A run that failed without a failed test, or did not run at all, is a failure.
	if ((!ok && f == 0)); then f=1; fi
	passed=$((passed + p))
	failed=$((failed + f))
}

formatted() {
	local files
	files=$(gofmt -s -l assets cmd internal viz web) || return 1
	[[ -z $files ]] || { printf 'gofmt -s would change:\n%s\n' "$files" && return 1; }
}

# In the browser only what imports Ebiten or talks to the page differs from what was checked natively.
js=(./cmd/wasm/... ./cmd/wasm2d/... ./cmd/wasmstill/... ./internal/bridge/... ./viz/render/screen/...)

vet_js() { GOOS=js GOARCH=wasm go vet "${js[@]}" && GOOS=js GOARCH=wasm go vet -tags nostills ./cmd/wasmpreview; }

staticcheck() { go tool staticcheck -tags browser ./...; }

# The tool itself is built for this machine, what it reads for the browser.
staticcheck_js() {
	go build -o "$tools/staticcheck" honnef.co/go/tools/cmd/staticcheck || return 1
	GOOS=js GOARCH=wasm "$tools/staticcheck" "${js[@]}" && GOOS=js GOARCH=wasm "$tools/staticcheck" -tags nostills ./cmd/wasmpreview
}

scripts_parse() {
	local f ok=0
	while IFS= read -r -d '' f; do node --check "$f" || ok=1; done < <(find web -name '*.js' -print0 -o -name '*.mjs' -print0)
	return "$ok"
}

# The race detector needs a C compiler; without one the tests run all the same.
race=()
if [[ $(go env CGO_ENABLED) == 1 ]] && command -v "${CC:-gcc}" >/dev/null; then race=(-race); fi

# A date is the same everywhere on Earth: the far ends of the zones.
zones=(Pacific/Pago_Pago Pacific/Kiritimati)

dist_fits() { "$tools/rentang" build -o "$tools/dist" -budget 2.2 -budget-2d 1; }

# The second lies elsewhere and is made where it is another day for half of every day.
dist_repeats() {
	TZ=Pacific/Kiritimati "$tools/rentang" build -o "$tools/elsewhere/again" >/dev/null && diff -rq "$tools/dist" "$tools/elsewhere/again"
}

chromium() { command -v "${CHROMIUM:-chromium}" || command -v chromium-browser || command -v google-chrome; }

# apt PACKAGE...: for what is missing and for nothing else.
apt() {
	local sudo=
	if ((EUID != 0)); then sudo=sudo; fi
	$sudo apt-get update -q && $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "$@"
}

tools_there() {
	command -v node >/dev/null || apt nodejs || return 1
	chromium >/dev/null || apt chromium || return 1
	command -v exiftool >/dev/null || apt libimage-exiftool-perl || return 1 # reads back what is written into files
	command -v node >/dev/null && chromium >/dev/null && command -v exiftool >/dev/null
}

# What the browser tests need of npm, as the lock file has it.
packages_there() {
	local place=internal/browser
	[[ ! $place/node_modules/.package-lock.json -ot $place/package-lock.json ]] && return
	command -v npm >/dev/null || apt npm || return 1
	npm ci --prefix "$place" --no-audit --no-fund
}

test_all() {
	check 'Node, Chromium and exiftool are there' tools_there
	check 'npm packages are there' packages_there
	tool testsum ./internal/testsum
	check 'gofmt -s' formatted
	check 'go vet' go vet -tags browser ./...
	check 'go vet, js' vet_js
	check 'staticcheck' staticcheck
	check 'staticcheck, js' staticcheck_js
	check 'scripts parse' scripts_parse
	gotest "${race[@]}" -shuffle=on ./...
	for zone in "${zones[@]}"; do TZ=$zone gotest -shuffle=on ./viz/civil ./viz/timescale ./viz/lang ./viz/story; done
	check 'rentang compiles' tool rentang ./cmd/rentang
	check 'dist builds, the viewers within their budgets' dist_fits
	check 'two builds are byte-identical' dist_repeats
	gotest -tags browser -count=1 -timeout 20m ./internal/browser -dist "$PWD/$tools/dist" -chromium "$(chromium)"
	printf '%d passed, %d failed\n' "$passed" "$failed"
	((failed == 0 && passed > 0))
}

case "${1-}" in
'') serve ;;
build) build ;;
test) test_all ;;
bench) bench ;;
stills) stills ;;
-h | --help | help) sed -n '2,8s/^# \{0,1\}//p' "$0" ;;
*)
	echo "build.sh: there is no \"$1\"; there is build, test, bench, stills" >&2
	exit 2
	;;
esac
