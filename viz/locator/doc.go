// Package locator draws small maps that say where something happened: the land, the
// places that orient a reader, and the place of the event.
package locator
