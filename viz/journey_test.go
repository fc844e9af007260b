package viz

import (
	"io/fs"
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"rentang/assets"
	"rentang/viz/interact"
	"rentang/viz/lang"
	"rentang/viz/layout"
	"rentang/viz/scene"
	"rentang/viz/story"
	"rentang/viz/theme"
	"rentang/viz/typeset"
)

func read(t testing.TB, dir fs.FS, name string) []byte {
	t.Helper()
	data, err := fs.ReadFile(dir, name)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func language(t testing.TB, code string) *lang.Language {
	t.Helper()
	l, err := lang.Load(code+".json", read(t, assets.Lang(), code+".json"))
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// builtIn is the built-in story in English at a size.
func builtIn(t testing.TB, size scene.Point) Config {
	t.Helper()
	s, problems := story.Decode(assets.Story())
	if problems.Errors() {
		t.Fatal(problems)
	}
	set := &typeset.Set{}
	for w, name := range map[typeset.Weight]string{typeset.Regular: "Regular", typeset.SemiBold: "SemiBold"} {
		if _, err := set.Add(w, name, read(t, assets.Fonts(), "RentangSans-"+name+".ttf")); err != nil {
			t.Fatal(err)
		}
	}
	light, _ := theme.Get("light")
	return Config{Story: s, Lang: language(t, "en"), Theme: light, Type: set, Size: size}
}

// The lengths of Play as the study of motion measured them on this story, in
// seconds; two seconds either way, since a sentence's end is a matter of opinion.
func TestPlayLengths(t *testing.T) {
	a := NewApp(builtIn(t, scene.Point{X: 1200, Y: 675}))
	for _, c := range []struct {
		lang  string
		set   interact.Set
		stops int
		want  float64
	}{
		{"en", interact.First, 12, 106}, {"en", interact.Main, 36, 311}, {"en", interact.All, 83, 475},
		{"ko", interact.First, 12, 102}, {"ko", interact.Main, 36, 301}, {"ko", interact.All, 83, 457},
	} {
		a.SetLang(language(t, c.lang), a.in.Type)
		plan, sum := a.planFor(c.set), 0.0
		for _, s := range plan {
			sum += (s.Dwell + s.Travel) / 1000
		}
		if len(plan) != c.stops || math.Abs(sum-c.want) > 2 {
			t.Errorf("%s, set %d: %d stops in %.0f s, want %d in %v", c.lang, c.set, len(plan), sum, c.stops, c.want)
		}
	}
}

// One visit to the real picture, in both orientations: the events that are walked
// to are drawn where the App says they are, and above the sheet.
func TestVisit(t *testing.T) {
	for _, size := range []scene.Point{{X: 1200, Y: 675}, {X: 390, Y: 844}} {
		r := &ride{t: t, App: NewApp(builtIn(t, size))}
		r.rest()
		for range 12 {
			id := r.Step(1)
			r.rest()
			at, ok := r.Mark(id)
			if !ok || r.Portrait() && at.Y > size.Y*(1-sheetShare) {
				t.Errorf("%v: %s stands at %v, in view %v", size, id, at, ok)
			}
		}
		r.Key("Escape", 0)
		r.Fit()
		r.rest()
		if r.View() != r.Whole() {
			t.Errorf("%v: the whole is %v, in view is %v", size, r.Whole(), r.View())
		}
		var dump strings.Builder
		if err := r.Scene().Dump(&dump); err != nil || dump.Len() < 1000 {
			t.Errorf("%v: %d bytes of scene, error %v", size, dump.Len(), err)
		}
	}
}

// TestAnything does anything in any order: the view stays a view, and everything
// comes to rest.
func TestAnything(t *testing.T) {
	rnd := rand.New(rand.NewPCG(5, 6))
	for round := range 40 {
		r := newRide(t, Config{Opening: round%2 == 0, Reduced: round%5 == 0})
		point := func() scene.Point { return scene.Point{X: 1200 * rnd.Float64(), Y: 700 * rnd.Float64()} }
		keys := []string{"+", "-", "0", "n", "p", " ", "Enter", "Escape", "ArrowLeft", "ArrowRight", "PageUp", "PageDown", "x"}
		ids := append([]string{"", "nobody"}, r.fig.ids...)
		for range 300 {
			switch rnd.IntN(16) {
			case 0:
				r.Resize(scene.Point{X: 200 + 1000*rnd.Float64(), Y: 200 + 800*rnd.Float64()})
			case 1:
				r.SetMode(layout.Mode(rnd.IntN(2)))
			case 2, 3:
				r.Key(keys[rnd.IntN(len(keys))], 0)
			case 4:
				r.Select(ids[rnd.IntN(len(ids))], rnd.IntN(2) == 0)
			case 5:
				r.SetFocus(ids[rnd.IntN(len(ids))])
			case 6:
				r.Play(PlayOptions{Speed: 3 * rnd.Float64(), Set: interact.Set(rnd.IntN(3)), From: ids[rnd.IntN(len(ids))]})
			case 7:
				r.Wheel(interact.Wheel{At: point(), DX: 50 * rnd.NormFloat64(), DY: 100 * rnd.NormFloat64(), Time: r.now})
			case 8:
				r.DoubleClick(point(), interact.Mods(rnd.IntN(2)))
			case 9:
				r.SetVisible(rnd.IntN(4) > 0)
			case 10:
				r.SetCovered(600 * rnd.Float64())
			case 11:
				r.click(point())
			default:
				r.Pointer(interact.Pointer{Phase: interact.Phase(rnd.IntN(5)), ID: rnd.IntN(3), At: point(), Buttons: rnd.IntN(2), Device: interact.Device(rnd.IntN(3)), Time: r.now})
			}
			if rnd.IntN(2) == 0 {
				r.frame(80 * rnd.Float64())
			}
		}
		r.SetVisible(true)
		r.Pause()
		for id := range 3 {
			r.Pointer(interact.Pointer{Phase: interact.Cancel, ID: id, Time: r.now})
		}
		r.rest()
	}
}
