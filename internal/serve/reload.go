package serve

import (
	"fmt"
	"net/http"
	"sync"
)

// ReloadPath is where a page can listen for changes: an event stream (as
// EventSource reads it) with an event "reload" each time the folder was built again.
const ReloadPath = "/-/reload"

// hub tells everyone who listens. The zero hub is ready for use.
type hub struct {
	mu     sync.Mutex
	change chan struct{} // closed at the next change
	closed bool
}

// wait returns a channel that closes at the next change, and whether there can be one.
func (h *hub) wait() (<-chan struct{}, bool) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.change == nil {
		h.change = make(chan struct{})
	}
	return h.change, !h.closed
}

func (h *hub) tell() {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.change != nil {
		close(h.change)
		h.change = nil
	}
}

func (h *hub) close() {
	h.mu.Lock()
	h.closed = true
	h.mu.Unlock()
	h.tell()
}

// listen answers with an event stream.
func (h *hub) listen(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/event-stream")
	w.Header().Set("Cache-Control", "no-store")
	out := http.NewResponseController(w)
	fmt.Fprint(w, ": rentang\n\n")
	for {
		change, ok := h.wait()
		if !ok || out.Flush() != nil {
			return
		}
		select {
		case <-r.Context().Done():
			return
		case <-change:
			if _, ok := h.wait(); ok {
				fmt.Fprint(w, "event: reload\ndata: {}\n\n")
			}
		}
	}
}
