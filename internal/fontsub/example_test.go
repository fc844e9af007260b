package fontsub_test

import (
	"fmt"
	"os"
	"path/filepath"

	"rentang/internal/fontsub"
)

func ExampleSubset() {
	ttf, err := os.ReadFile(filepath.Join("..", "..", "assets", "fonts", "RentangSans-Regular.ttf"))
	if err != nil {
		panic(err)
	}
	small, err := fontsub.Subset(ttf, []rune("Москва 1950"))
	if err != nil {
		panic(err)
	}
	f, _ := fontsub.Parse(small)
	chars, _ := f.Cmap()
	fmt.Println(len(chars), "characters, smaller:", len(small) < len(ttf)/20)
	// Output:
	// 11 characters, smaller: true
}
