// Leads from two versions in the address to the page that has both.
(function () {
  "use strict";
  const asked = new URLSearchParams(location.search);
  const key = (asked.get("van") ?? "_") + "_" + (asked.get("naar") || "");
  const link = document.querySelector('[data-pair~="' + CSS.escape(key) + '"]');
  // A page has the older version first; where it was asked for otherwise, it says so.
  if (link) location.replace(link.href + (link.dataset.pair.startsWith(key + " ") ? "" : "#omgedraaid"));
  document.getElementById("geen_paar").hidden = !asked.has("van") && !asked.has("naar");
})();
