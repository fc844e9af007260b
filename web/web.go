// Package web holds the page as it is written by hand: templates, styles, the
// page's script. Package site turns them into a folder that any server can serve.
//
// The script is a set of ES modules, one concern each, that say what they need
// from whom. The build joins them, in the order of their imports, into one classic
// script: one request, no import addresses to rewrite when names carry hashes, and
// it runs where modules do not - from a file, and in a frame without an origin.
package web

import "embed"

// Files holds index.html, method.html, embed.html, embed.js, panel.css, rentang.d.ts and the
// folders parts, style and js.
//
//go:embed *.html *.js *.css rentang.d.ts parts style js
var Files embed.FS
