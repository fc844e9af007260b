package typeset_test

import (
	"fmt"
	"os"
	"path/filepath"

	"rentang/viz/scene"
	"rentang/viz/typeset"
)

// fonts makes the set that the picture uses.
func fonts() *typeset.Set {
	var set typeset.Set
	for _, f := range []struct {
		weight typeset.Weight
		file   string
	}{
		{typeset.Regular, "RentangSans-Regular.ttf"},
		{typeset.Regular, "RentangSansKR-Regular.ttf"}, // asked for what the first lacks
		{typeset.SemiBold, "RentangSans-SemiBold.ttf"},
		{typeset.SemiBold, "RentangSansKR-SemiBold.ttf"},
	} {
		ttf, err := os.ReadFile(filepath.Join("..", "..", "assets", "fonts", f.file))
		if err != nil {
			panic(err)
		}
		if _, err := set.Add(f.weight, f.file, ttf); err != nil {
			panic(err)
		}
	}
	return &set
}

func ExampleSet_Break() {
	set := fonts()
	lines, cut := set.Break("Pakta pertahanan ditandatangani di Pyongyang", "id", typeset.Style{Size: 13}, 180, 2)
	for _, line := range lines {
		fmt.Println(line)
	}
	fmt.Println("cut:", cut)
	// Output:
	// Pakta pertahanan
	// ditandatangani di Pyongyang
	// cut: false
}

func ExampleSet_Balance() {
	set := fonts()
	title := typeset.Style{Weight: typeset.SemiBold, Size: 26}
	for _, line := range set.Balance("모스크바가 평양에 보낸 것, 그리고 돌아온 것", "ko", title, 400) {
		fmt.Println(line)
	}
	// Output:
	// 모스크바가 평양에 보낸 것,
	// 그리고 돌아온 것
}

func ExampleSet_Draw() {
	set := fonts()
	var s scene.Scene
	s.Reset(scene.Point{X: 200, Y: 40})
	set.Draw(&s, "평양 1950", typeset.Style{Size: 10}, scene.Point{X: 100, Y: 20}, typeset.Right, scene.Color{A: 255})
	s.Dump(os.Stdout)
	// Output:
	// scene 200x40 #000000
	// glyphs #000000 face1 10.00 turn0 55.80,20.00 n2 "평양 "
	// glyphs #000000 face0 10.00 turn0 76.00,20.00 n4 "1950"
}
