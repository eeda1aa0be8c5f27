// What a page does beyond being read. Everything on it works without this file too.
(function () {
  "use strict";

  // A notice with data-after="2023-05" appears when that day, month or year is over for the reader.
  document.addEventListener("DOMContentLoaded", function () {
    // Swedes write 2026-03-01.
    const today = new Date().toLocaleDateString("sv");
    for (const notice of document.querySelectorAll("[data-after]"))
      notice.hidden = today.slice(0, notice.dataset.after.length) <= notice.dataset.after;
  });

  // Escape closes the menu of small screens and gives the focus back; Enter works as on a button.
  document.addEventListener("keydown", function ({ key, target }) {
    const menu = document.getElementById("menu-switch");
    if (key === "Escape" && menu?.checked) {
      menu.checked = false;
      menu.focus();
    } else if (key === "Enter" && target === menu) menu.checked = !menu.checked;
  });
  document.addEventListener("click", ({ target }) => target.id === "afdrukken" && print());
  // Paper cannot be unfolded.
  addEventListener("beforeprint", function () {
    for (const folded of document.querySelectorAll(":is(.matrix, .topic-page) details")) folded.open = true;
  });
})();
