// Command fontprep makes the fonts in assets/fonts from the npm packages of IBM
// Plex: it unpacks WOFF2, keeps the characters that the picture can need, drops
// hinting and layout tables, turns the GPOS kerning into a plain kern table, and
// gives the result a name of its own, as the licence asks of changed versions.
//
//	go run ./cmd/fontprep -from DIR -o assets/fonts
//
// assets/fonts/README.md says what DIR holds and how to fetch it.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"

	"github.com/tdewolff/font"

	"rentang/internal/fontsub"
)

// job is one font to make.
type job struct {
	from   string // path of the WOFF2 under the folder of sources
	to     string
	family string
	weight string
	source string // what it was made from, for the description inside the font
	runes  func() []rune
}

const (
	sansDir = "ibm-plex-sans/package/fonts/complete/woff2/"
	krDir   = "ibm-plex-sans-kr/package/fonts/complete/woff2/hinted/"
	sansSrc = "IBM Plex Sans, npm package @ibm/plex-sans 1.1.0"
	krSrc   = "IBM Plex Sans KR, npm package @ibm/plex-sans-kr 1.1.0"
)

func jobs() []job {
	return []job{
		{sansDir + "IBMPlexSans-Regular.woff2", "RentangSans-Regular.ttf", "Rentang Sans", "Regular", sansSrc, sansRunes},
		{sansDir + "IBMPlexSans-SemiBold.woff2", "RentangSans-SemiBold.ttf", "Rentang Sans", "SemiBold", sansSrc, sansRunes},
		{krDir + "IBMPlexSansKR-Regular.woff2", "RentangSansKR-Regular.ttf", "Rentang Sans KR", "Regular", krSrc, koreanRunes},
		{krDir + "IBMPlexSansKR-SemiBold.woff2", "RentangSansKR-SemiBold.ttf", "Rentang Sans KR", "SemiBold", krSrc, koreanRunes},
	}
}

func main() {
	from := flag.String("from", "", "folder with the unpacked npm packages ibm-plex-sans and ibm-plex-sans-kr")
	to := flag.String("o", "assets/fonts", "folder to write to")
	flag.Parse()
	if *from == "" || flag.NArg() > 0 {
		flag.Usage()
		os.Exit(2)
	}
	for _, j := range jobs() {
		if err := j.run(*from, *to); err != nil {
			fmt.Fprintf(os.Stderr, "fontprep: %s: %v\n", j.to, err)
			os.Exit(1)
		}
	}
}

// run makes one font and says what is in it.
func (j job) run(from, to string) error {
	woff, err := os.ReadFile(filepath.Join(from, j.from))
	if err != nil {
		return err
	}
	ttf, err := font.ParseWOFF2(woff)
	if err != nil {
		return err
	}
	f, err := fontsub.Parse(ttf)
	if err != nil {
		return err
	}
	cmap, err := f.Cmap()
	if err != nil {
		return err
	}
	runes := j.runes()
	all, err := kerning(f.Tables["GPOS"], cmap, runes)
	if err != nil {
		return err
	}
	pairs := plausible(all, fontsub.MaxPairs)
	if err := f.SetKern(glyphPairs(pairs, cmap)); err != nil {
		return err
	}
	f.Tables["name"] = names(f.Tables["name"], j.family, j.weight, j.source)
	if os2 := f.Tables["OS/2"]; len(os2) >= 62 {
		copy(os2[58:62], "NONE") // the maker's mark is not ours to use
	}
	out, err := fontsub.Subset(f.Bytes(), runes)
	if err != nil {
		return err
	}
	var lacks []rune
	for _, r := range runes {
		if _, ok := cmap[r]; !ok {
			lacks = append(lacks, r)
		}
	}
	fmt.Printf("%-28s %8d bytes, %5d characters, %5d of %6d kerning pairs; the source lacks %U\n",
		j.to, len(out), len(runes)-len(lacks), len(pairs), len(all), lacks)
	return os.WriteFile(filepath.Join(to, j.to), out, 0o644)
}
