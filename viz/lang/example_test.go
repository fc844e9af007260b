package lang_test

import (
	"fmt"
	"os"

	"rentang/viz/civil"
	"rentang/viz/lang"
)

func Example() {
	data, err := os.ReadFile("../../assets/lang/ko.json")
	if err != nil {
		fmt.Println(err)
		return
	}
	ko, err := lang.Load("ko.json", data)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(ko.Word(lang.Play))
	fmt.Println(ko.Date(civil.Date{Year: 2024, Month: 6, Day: 19}))
	fmt.Println(ko.Years(1950, 1953))
	fmt.Println(ko.Amount(1.5e9))
	// Output:
	// 재생
	// 2024년 6월 19일
	// 1950~1953년
	// 15억
}
