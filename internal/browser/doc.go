// Package browser tests the built folder in a real browser, as a reader meets
// it: what is clicked opens, what is turned zooms, what rests costs nothing, and
// what the canvas shows is what a still of the same view shows.
//
// Its tests need Chromium and a minute or two, so they stand behind a build tag:
//
//	go test -tags browser ./internal/browser [-dist DIR] [-chromium PROGRAM] [-keep DIR]
//
// Without -dist they build the folder first. Every test opens a tab of its own.
package browser
