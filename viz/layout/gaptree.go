package layout

import "sort"

// gapTree cuts a row of instants at its widest gap, both parts again, and so on: a
// Cartesian tree of the gaps. It depends on no scale, so that grouping marks at one
// costs what the groups are and not what the events are.
type gapTree struct {
	at          []float64 // in order, in days
	root        int32
	left, right []int32 // by the index after the gap: the gaps at which the parts before and after it are cut; 0 where they are one instant
}

// newGapTree cuts instants that are in order. Of equal gaps the one nearest the
// middle of its stretch comes first, so that the parts are alike.
func newGapTree(at []float64) *gapTree {
	n := len(at)
	t := &gapTree{at: at, left: make([]int32, n), right: make([]int32, n)}
	same := map[float64][]int32{} // the gaps of each length, in order
	for k := 1; k < n; k++ {
		same[at[k]-at[k-1]] = append(same[at[k]-at[k-1]], int32(k))
	}
	widest := newMaxima(at)
	var cut func(i, j int) int32
	cut = func(i, j int) int32 {
		if j-i < 2 {
			return 0
		}
		list := same[widest.of(i+1, j)]
		mid := (at[i] + at[j-1]) / 2
		in := list[sort.Search(len(list), func(k int) bool { return int(list[k]) > i }):]
		in = in[:sort.Search(len(in), func(k int) bool { return int(in[k]) >= j })]
		m := sort.Search(len(in), func(k int) bool { return at[in[k]] >= mid })
		if m == len(in) || m > 0 && mid-at[in[m-1]] <= at[in[m]]-mid {
			m--
		}
		k := in[m]
		t.left[k], t.right[k] = cut(i, int(k)), cut(int(k), j)
		return k
	}
	t.root = cut(0, n)
	return t
}

// cutAll calls part for the stretches into which the first n instants fall where a
// stretch is cut as long as apart says so: it is told the length of the stretch and
// its widest gap, in days.
func (t *gapTree) cutAll(n int, apart func(length, gap float64) bool, part func(i, j int)) {
	var walk func(k int32, i, j int)
	walk = func(k int32, i, j int) {
		for k != 0 && int(k) >= n { // what comes later is not there yet
			k, j = t.left[k], int(k)
		}
		j = min(j, n)
		if i >= j {
			return
		}
		if k == 0 || !apart(t.at[j-1]-t.at[i], t.at[k]-t.at[k-1]) {
			part(i, j)
			return
		}
		walk(t.left[k], i, int(k))
		walk(t.right[k], int(k), j)
	}
	walk(t.root, 0, len(t.at))
}

// maxima answers for the widest gap of any stretch: gap k lies before instant k.
type maxima [][]float64 // [p][k] is the widest of the 2^p gaps from k on

func newMaxima(at []float64) maxima {
	gaps := make([]float64, len(at))
	for k := 1; k < len(at); k++ {
		gaps[k] = at[k] - at[k-1]
	}
	m := maxima{gaps}
	for p := 1; 1<<p <= len(gaps); p++ {
		below, half := m[p-1], 1<<(p-1)
		row := make([]float64, len(gaps)-1<<p+1)
		for k := range row {
			row[k] = max(below[k], below[k+half])
		}
		m = append(m, row)
	}
	return m
}

// of is the widest of the gaps i to j-1.
func (m maxima) of(i, j int) float64 {
	p := 0
	for 2<<p <= j-i {
		p++
	}
	return max(m[p][i], m[p][j-1<<p])
}
