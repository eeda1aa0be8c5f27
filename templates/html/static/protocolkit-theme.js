// Before the page is painted: the colours that the reader chose before.
try {
  document.body.dataset.theme = localStorage.getItem("theme") || "auto";
} catch (_error) {
  // A browser that keeps nothing shows the colours of the device.
  document.body.dataset.theme = "auto";
}
// What works with scripts only may be seen from the first.
document.documentElement.classList.remove("no-js");
// What an address asks for is drawn later: until then nothing stands where it will not be.
document.documentElement.classList.toggle("is-asked", Boolean(location.search));
