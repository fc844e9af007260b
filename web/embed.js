// The host's end of a rentang frame: takes its height. Optional, idempotent, under 1 kB.
(function () {
  if (window.rentangEmbed) return;
  window.rentangEmbed = true;
  addEventListener('message', function (e) {
    var d = e.data;
    if (!d || d.sentinel !== 'amp' || d.type !== 'embed-size' || !(d.height > 0)) return;
    var frames = document.querySelectorAll('iframe[data-rentang]');
    for (var i = 0; i < frames.length; i++) {
      if (frames[i].contentWindow === e.source) frames[i].style.height = Math.ceil(d.height) + 'px';
    }
  });
  var all = document.querySelectorAll('iframe[data-rentang]');
  for (var i = 0; i < all.length; i++) {
    if (all[i].contentWindow) all[i].contentWindow.postMessage({sentinel: 'amp', type: 'frames-init'}, '*');
  }
})();
