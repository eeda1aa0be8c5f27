// Finds the text of a check code that somebody types or that stands in the address.
(function () {
  "use strict";
  const LENGTH = 12;
  const form = document.querySelector(".code-find");
  const field = form.querySelector("input");
  const said = form.querySelector("[role=status]");
  // Spaces, signs between the groups and capitals say nothing; no code has an o or an l.
  const codeOf = (typed) =>
    typed.toLowerCase().replace(/o/g, "0").replace(/[il]/g, "1").replace(/[^0-9a-z]/g, "");
  // What is there is shown and heard; a longer one of the same text begins with the code.
  const find = (typed) => {
    const code = codeOf(typed).slice(0, LENGTH);
    const found = code.length === LENGTH && document.getElementById(code);
    if (found) {
      const title = found.querySelector("h2").textContent;
      said.textContent = said.dataset.found.replace("{title}", title);
      if (location.hash !== "#" + code) location.hash = code;
      found.focus();
      return;
    }
    if (location.hash) location.hash = "";
    const isCode = code.length === LENGTH && /^[0-9a-f]+$/.test(code);
    said.textContent = isCode ? said.dataset.none : said.dataset.short;
  };
  form.hidden = false;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    find(field.value);
  });
  const asked = decodeURIComponent(location.hash.slice(1));
  if (asked && /[0-9]/.test(asked) && !document.getElementById(asked)) find(asked);
})();
