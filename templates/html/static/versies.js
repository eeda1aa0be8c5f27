// Leads from two versions in the address to the page that has both, or tells which is not there.
(function () {
  "use strict";
  const LONGEST = 60;
  const asked = new URLSearchParams(location.search);
  const told = document.getElementById("geen_paar");
  if (!told) return;
  // An address without a name means the text as it is now, whatever version that is kept as since.
  const [from, to] = ["van", "naar"].map((name) => asked.get(name) || told.dataset.present);
  const key = (asked.has("van") ? from : "_") + "_" + to;
  const link = document.querySelector('[data-pair~="' + CSS.escape(key) + '"]');
  // A page has the older version first; where it was asked for otherwise, it says so.
  if (link) location.replace(link.href + (link.dataset.pair.startsWith(key + " ") ? "" : "#omgedraaid"));
  told.hidden = !asked.has("van") && !asked.has("naar");
  if (told.hidden || link) return;
  const options = Array.from(document.querySelectorAll("#versie_van option"));
  const known = options.map((option) => option.value);
  const named = [asked.has("van") ? from : "", to];
  const unknown = Array.from(new Set(named.filter((name) => name && !known.includes(name))));
  const said = unknown.map((name) => told.dataset.unknown.replace("{name}", () => name.slice(0, LONGEST)));
  // A link of before named one text alone, which is the present one.
  const same = asked.get("naar") ? told.dataset.same : told.dataset.current.replace("{name}", () => from);
  if (!unknown.length && named[0] === named[1] && named[0]) said.push(same);
  if (!said.length) return;
  const names = options.map((option) => option.textContent).join(", ");
  told.textContent = said.concat(told.dataset.known.replace("{names}", () => names)).join(" ");
})();
