package layout

import (
	"math"
	"math/rand"
	"slices"
	"testing"
)

// cutPlainly is what the tree must do, written down as said: a stretch is cut at its
// widest gap, of equal ones at that nearest the middle.
func cutPlainly(at []float64, i, j int, apart func(length, gap float64) bool, part func(i, j int)) {
	best, gap := -1, math.Inf(-1)
	mid := (at[i] + at[j-1]) / 2
	for k := i + 1; k < j; k++ {
		if g := at[k] - at[k-1]; g > gap || g == gap && math.Abs(at[k]-mid) < math.Abs(at[best]-mid) {
			best, gap = k, g
		}
	}
	if best < 0 || !apart(at[j-1]-at[i], gap) {
		part(i, j)
		return
	}
	cutPlainly(at, i, best, apart, part)
	cutPlainly(at, best, j, apart, part)
}

func TestGapTreeCutsAtTheWidestGap(t *testing.T) {
	r := rand.New(rand.NewSource(5))
	for run := range 200 {
		at := make([]float64, 1+r.Intn(120))
		for i := range at {
			at[i] = float64(r.Intn(400)) // whole days: many gaps are equal
		}
		slices.Sort(at)
		tree := newGapTree(at)
		nearest, longest := r.Float64()*20, r.Float64()*60
		apart := func(length, gap float64) bool { return gap >= nearest || length > longest }
		var got, want [][2]int
		tree.cutAll(len(at), apart, func(i, j int) { got = append(got, [2]int{i, j}) })
		cutPlainly(at, 0, len(at), apart, func(i, j int) { want = append(want, [2]int{i, j}) })
		if !slices.Equal(got, want) {
			t.Fatalf("run %d: %v cut into %v, want %v", run, at, got, want)
		}
		// Some of the instants are not there yet: the parts hold the others, each once.
		n, next := r.Intn(len(at)+1), 0
		tree.cutAll(n, apart, func(i, j int) {
			if i != next || j <= i || at[j-1]-at[i] > longest && j-i > 1 {
				t.Errorf("run %d: a part %d to %d after %d", run, i, j, next)
			}
			next = j
		})
		if next != n {
			t.Errorf("run %d: the parts end at %d of %d", run, next, n)
		}
	}
}
