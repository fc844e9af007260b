package serve

import (
	"fmt"
	"net/http"
	"sync"
	"time"
)

// ListenPath is where a page can listen for changes: an event stream (as
// EventSource reads it) with the state that the handler was told last, and each
// later one. Only a handler that is told something has it.
const ListenPath = "/-/reload"

// How long a line to a page may be silent, and how long one write may take: a page
// that is gone is noticed.
const (
	heartbeat = 20 * time.Second
	slowWrite = 10 * time.Second
)

// hub tells everyone who listens. The zero hub is ready for use.
type hub struct {
	mu     sync.Mutex
	state  []byte        // told last; nil before the first
	change chan struct{} // closed at the next change
	closed bool
}

// now is the state, a channel that closes at the next one, and whether there can be one.
func (h *hub) now() (state []byte, change <-chan struct{}, open bool) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.change == nil {
		h.change = make(chan struct{})
	}
	return h.state, h.change, !h.closed
}

func (h *hub) used() bool {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.state != nil
}

func (h *hub) tell(state []byte) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.state = state
	if h.change != nil {
		close(h.change)
		h.change = nil
	}
}

func (h *hub) close() {
	h.mu.Lock()
	h.closed = true
	state := h.state
	h.mu.Unlock()
	h.tell(state)
}

// listen answers with an event stream. The state is JSON, which has no line ends
// where it is written compactly.
func (h *hub) listen(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/event-stream")
	w.Header().Set("Cache-Control", "no-store")
	out := http.NewResponseController(w)
	send := func(format string, args ...any) bool {
		// The server's own limit is for whole answers, and this one has no end.
		_ = out.SetWriteDeadline(time.Now().Add(heartbeat + slowWrite))
		fmt.Fprintf(w, format, args...)
		return out.Flush() == nil
	}
	beat := time.NewTicker(heartbeat)
	defer beat.Stop()
	for {
		state, change, open := h.now()
		if !open || !send("data: %s\n\n", state) {
			return
		}
	wait:
		for {
			select {
			case <-r.Context().Done():
				return
			case <-change:
				break wait
			case <-beat.C:
				if !send(": \n\n") {
					return
				}
			}
		}
	}
}
