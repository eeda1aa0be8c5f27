// A field that finds a school in the list; without this file the list is there as it is.
(function () {
  "use strict";
  const field = document.getElementById("school-zoek");
  const plain = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
  const lines = [...document.querySelectorAll(".school-names li")];
  const more = document.querySelector(".school-more");
  const status = document.querySelector(".school-find [role=status]");
  field.closest("p").hidden = lines.length < 8;
  field.addEventListener("input", function () {
    const wanted = plain(field.value).split(/\s+/).filter(Boolean);
    for (const line of lines) line.hidden = !wanted.every((word) => plain(line.textContent).includes(word));
    if (more) more.open = wanted.length > 0;
    status.textContent = lines.some((line) => !line.hidden) ? "" : status.dataset.none;
  });
  // Who goes on with Enter wants the first.
  field.addEventListener("keydown", ({ key }) => key === "Enter" && lines.find((line) => !line.hidden)?.querySelector("a").click());
})();
