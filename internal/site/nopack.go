//go:build nostills

package site

import "errors"

// The program that previews a reader's own story makes pages and nothing else. With
// the tag nostills it has neither [Build] nor [OpenLive], and links no renderer of
// stills, no packers and no server, which would make it three times as large.
func woff2([]byte) ([]byte, error) { return nil, errors.New("a preview packs no fonts") }

func (b *builder) addFetched(name string, data []byte) (string, error) {
	return b.addHashed(name, data), nil
}
