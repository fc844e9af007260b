package story

import (
	"os"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"
	"time"
)

func BenchmarkDecodeBuiltin(b *testing.B) {
	dir := fstest.MapFS{}
	for _, name := range FileNames() {
		data, err := os.ReadFile("../../assets/story/" + name)
		if name == eventsTable {
			continue
		}
		if err != nil {
			b.Fatal(err)
		}
		dir[name] = &fstest.MapFile{Data: data}
	}
	b.ReportAllocs()
	for b.Loop() {
		mustDecode(b, dir)
	}
}

func BenchmarkDecode10000(b *testing.B) {
	dir := large(10000)
	b.ReportAllocs()
	for b.Loop() {
		mustDecode(b, dir)
	}
}

// large is the sample with n events instead of its own.
func large(n int) fstest.MapFS {
	var events strings.Builder
	events.WriteString("[\n")
	for i := range n {
		if i > 0 {
			events.WriteString(",\n")
		}
		id := strconv.Itoa(i)
		events.WriteString(`{"id": "e` + id + `", "start": "195` + strconv.Itoa(i%4) + `-0` + strconv.Itoa(1+i%9) + `-11", "end": null,
 "kind": "diplomacy", "importance": ` + strconv.Itoa(1+i%5) + `, "place": null, "photo": null, "sources": [], "note": "",
 "title": {"en": "Event ` + id + ` in both towns", "ko": "두 도시의 사건 ` + id + `"},
 "caption": {"en": "Delegations met and signed a protocol.", "ko": "대표단이 만나 의정서에 서명했다."}, "verified": true}`)
	}
	events.WriteString("\n]\n")
	dir := folder()
	dir[eventsFile] = &fstest.MapFile{Data: []byte(events.String())}
	return dir
}

// Decoding must stay in proportion to the size of the story, whatever stands in it:
// the bounds are a hundred times what it takes.
func TestDecodeIsFast(t *testing.T) {
	many := func(file, row string, n int) fstest.MapFS {
		dir := folder()
		dir[file] = &fstest.MapFile{Data: append(dir[file].Data, strings.Repeat(row, n)...)}
		return dir
	}
	deep := folder()
	deep[eventsFile] = &fstest.MapFile{Data: []byte(strings.Repeat("[", 1e6))}
	names := folder()
	names[eventsFile] = &fstest.MapFile{Data: []byte("[{" + strings.TrimSuffix(strings.Repeat(`"caption_": 1,`, 2e5), ",") + "}]")}
	for name, dir := range map[string]fstest.MapFS{
		"10000 events":              large(10000),
		"rows without a source":     many(flowsFile, "1950,out,grain,1,2,3,documented,Z9,\n", 1e5),
		"overlapping gaps":          many(gapsFile, "out,coal,1950,1953,unknown,x\n", 1e5),
		"sources that nobody names": many(sourcesFile, "A1,x,,,,\n", 1e5),
		"a deep file":               deep,
		"many unknown names":        names,
	} {
		begin := time.Now()
		Decode(dir)
		if took := time.Since(begin); took > 10*time.Second {
			t.Errorf("%s: %v", name, took)
		} else {
			t.Logf("%s: %v", name, took)
		}
	}
}
