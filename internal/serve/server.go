package serve

import (
	"context"
	"errors"
	"net"
	"net/http"
	"strings"
	"time"
)

// Until serves until the context ends, and then lets answers be finished, if they
// are within seconds. A client that sends or takes its time is let go: headers must
// come within ten seconds, an answer be taken within five minutes.
func Until(ctx context.Context, l net.Listener, h *Handler) error {
	server := &http.Server{
		Handler:           here(l.Addr(), h),
		ReadHeaderTimeout: 10 * time.Second,
		ReadTimeout:       30 * time.Second,
		WriteTimeout:      5 * time.Minute,
		IdleTimeout:       2 * time.Minute,
		MaxHeaderBytes:    32 << 10,
	}
	server.RegisterOnShutdown(h.Close)
	failed := make(chan error, 1)
	go func() { failed <- server.Serve(l) }()
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}
	patience, cancel := context.WithTimeout(context.WithoutCancel(ctx), 3*time.Second)
	defer cancel()
	err := server.Shutdown(patience)
	if errors.Is(err, context.DeadlineExceeded) {
		err = server.Close() // someone reads slowly; the one who stopped the server does not wait
	}
	return err
}

// Loopback reports whether only this machine reaches an address.
func Loopback(a net.Addr) bool {
	tcp, ok := a.(*net.TCPAddr)
	return ok && tcp.IP.IsLoopback()
}

// here answers only requests that name this machine, where it serves this machine
// alone: a page elsewhere whose name is made to lead here (DNS rebinding) must not
// read a story that is not published yet.
func here(a net.Addr, next http.Handler) http.Handler {
	if !Loopback(a) {
		return next
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		host := r.Host
		if name, _, err := net.SplitHostPort(host); err == nil {
			host = name
		}
		host = strings.Trim(host, "[]")
		if ip := net.ParseIP(host); host != "localhost" && !strings.HasSuffix(host, ".localhost") && (ip == nil || !ip.IsLoopback()) {
			http.Error(w, "this server is for this machine alone; -addr says otherwise", http.StatusMisdirectedRequest)
			return
		}
		next.ServeHTTP(w, r)
	})
}
