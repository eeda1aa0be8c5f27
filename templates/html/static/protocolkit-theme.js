// Before the page is painted: the colours that the reader chose before.
try {
  document.body.dataset.theme = localStorage.getItem("theme") || "auto";
} catch (_error) {
  // A browser that keeps nothing shows the colours of the device.
  document.body.dataset.theme = "auto";
}
