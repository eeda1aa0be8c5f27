// Leads from two versions in the address to the page that has both.
(function () {
  "use strict";
  const asked = new URLSearchParams(location.search);
  const key = CSS.escape((asked.get("van") ?? "_") + "_" + (asked.get("naar") || ""));
  const link = document.querySelector('[data-pair~="' + key + '"]');
  if (link) location.replace(link.href);
  document.getElementById("geen_paar").hidden = !location.search;
})();
