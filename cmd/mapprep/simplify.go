package main

import (
	"container/heap"
	"math"
)

// Beyond the polar circles coasts are made of fjords and few stories happen: corners
// there count for less, which leaves more of the file to the rest of the world.
const (
	polar      = 66.5
	polarShare = 6.0
)

// simplify drops the corners of a ring, the least first, until each of those left
// makes a triangle of at least detail square kilometres with its neighbours; four
// corners always stay. After M. Visvalingam and J. D. Whyatt, "Line generalisation
// by repeated elimination of points", The Cartographic Journal 30 (1993).
// Points at a pole are the seam of a ring around it and stay.
func simplify(ring []point, detail float64) []point {
	n := len(ring)
	q := &corners{ring: ring, prev: make([]int, n), next: make([]int, n), size: make([]float64, n), at: make([]int, n)}
	for i := range ring {
		q.prev[i], q.next[i] = (i+n-1)%n, (i+1)%n
	}
	for i := range ring {
		q.size[i] = q.measure(i)
		q.at[i] = i
		q.order = append(q.order, i)
	}
	heap.Init(q)
	left := n
	for left > 4 {
		i := q.order[0]
		if q.size[i] >= detail {
			break
		}
		heap.Pop(q)
		left--
		a, b := q.prev[i], q.next[i]
		q.next[a], q.prev[b] = b, a
		// A neighbour never becomes less than what has just gone: else a fine line
		// would be eaten from its end.
		for _, j := range [2]int{a, b} {
			q.size[j] = max(q.measure(j), q.size[i])
			heap.Fix(q, q.at[j])
		}
		q.at[i] = -1
	}
	out := make([]point, 0, left)
	for i, p := range ring {
		if q.at[i] >= 0 {
			out = append(out, p)
		}
	}
	return out
}

// corners is a heap of a ring's points, the least triangle on top.
type corners struct {
	ring       []point
	prev, next []int
	size       []float64
	order      []int // the heap: indices of points
	at         []int // where in the heap a point stands
}

func (q *corners) measure(i int) float64 {
	a, b, c := q.ring[q.prev[i]], q.ring[i], q.ring[q.next[i]]
	if math.Abs(a.lat) == 90 || math.Abs(b.lat) == 90 || math.Abs(c.lat) == 90 {
		return math.Inf(1)
	}
	size := math.Abs(triangle(a, b, c))
	if math.Abs(b.lat) > polar {
		size /= polarShare
	}
	return size
}

// Len is part of heap.Interface, as are Less, Swap, Push and Pop.
func (q *corners) Len() int { return len(q.order) }

// Less puts the lesser corner first and, of equal ones, the earlier: the result
// must not depend on anything else.
func (q *corners) Less(i, j int) bool {
	a, b := q.order[i], q.order[j]
	if q.size[a] != q.size[b] {
		return q.size[a] < q.size[b]
	}
	return a < b
}

// Swap exchanges two places of the heap.
func (q *corners) Swap(i, j int) {
	q.order[i], q.order[j] = q.order[j], q.order[i]
	q.at[q.order[i]], q.at[q.order[j]] = i, j
}

// Push adds a point.
func (q *corners) Push(x any) {
	q.at[x.(int)] = len(q.order)
	q.order = append(q.order, x.(int))
}

// Pop takes the last point of the heap off.
func (q *corners) Pop() any {
	i := q.order[len(q.order)-1]
	q.order = q.order[:len(q.order)-1]
	return i
}
