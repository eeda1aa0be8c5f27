// What a page does beyond being read. Everything on it works without this file too.
(function () {
  "use strict";
  const kit = (window.protocolkit = window.protocolkit || {});

  // A browser may keep its clipboard from a site on a disk: then as it was done before.
  function copiedBefore(text) {
    const field = document.createElement("textarea");
    field.value = text;
    document.body.append(field);
    field.select();
    const isCopied = document.execCommand("copy");
    field.remove();
    return isCopied;
  }

  // Copy a text and say so on the button, which keeps the focus.
  kit.copy = async function (button, text, { copied, copyYourself }) {
    const isCopied = await navigator.clipboard?.writeText(text).then(() => true, () => false);
    button.textContent = isCopied || copiedBefore(text) ? copied : copyYourself;
    button.focus();
  };

  // Paper says where it came from, with what was chosen.
  function sayAddress() {
    const place = document.querySelector(".page-address-printed");
    if (place) place.textContent = location.href;
  }

  // A notice with data-after="2023-05" appears when that day, month or year is over for the reader.
  document.addEventListener("DOMContentLoaded", function () {
    // Swedes write 2026-03-01.
    const today = new Date().toLocaleDateString("sv");
    for (const notice of document.querySelectorAll("[data-after]"))
      notice.hidden = today.slice(0, notice.dataset.after.length) <= notice.dataset.after;
    // What is true from one day (data-from) until before another (data-until).
    for (const told of document.querySelectorAll("[data-from], [data-until]"))
      told.hidden = today < (told.dataset.from ?? "") || today >= (told.dataset.until ?? "~");
  });

  // A field that finds in a list: lines without a word that is typed are hidden. Of very many the
  // first are shown until someone asks for all. Enter takes the first.
  function findInList(place) {
    const plain = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
    const [field, status, all] = ["input", "[role=status]", "button"].map((one) => place.querySelector(one));
    const lines = [...document.querySelectorAll(place.dataset.lines)];
    const more = lines[0]?.closest("section").querySelector(".school-more");
    let [most, texts] = [100];
    place.hidden = lines.length < 8;
    function show() {
      texts ||= lines.map((line) => plain(line.textContent + " " + (line.dataset.also || "")));
      const wanted = plain(field.value).split(/\s+/).filter(Boolean);
      const found = lines.filter((_, at) => wanted.every((word) => texts[at].includes(word)));
      const shown = new Set(found.slice(0, most));
      for (const line of lines) line.hidden = !shown.has(line);
      if (more) more.open = wanted.length > 0;
      status.textContent = found.length ? "" : status.dataset.none;
      all.textContent = all.dataset.all.replace("{count}", found.length);
      all.hidden = found.length <= most;
    }
    if (lines.length > most) show();
    // What is typed here is no choice of the form around it.
    place.addEventListener("change", (event) => event.stopPropagation());
    place.addEventListener("input", function (event) {
      event.stopPropagation();
      show();
    });
    all.addEventListener("click", function () {
      most = Infinity;
      field.focus();
      show();
    });
    field.addEventListener("keydown", function (event) {
      if (event.key !== "Enter") return;
      event.preventDefault();
      lines.find((line) => !line.hidden)?.querySelector("a, input").click();
    });
  }
  document.addEventListener("DOMContentLoaded", () => document.querySelectorAll(".list-find").forEach(findInList));

  // Escape closes the menu of small screens and gives the focus back; Enter works as on a button.
  document.addEventListener("keydown", function ({ key, target }) {
    const menu = document.getElementById("menu-switch");
    if (key === "Escape" && menu?.checked) {
      menu.checked = false;
      menu.focus();
    } else if (key === "Enter" && target === menu) menu.checked = !menu.checked;
  });
  document.addEventListener("click", function ({ target }) {
    if (target.id === "afdrukken") print();
    if (target.id === "kopieer-adres") kit.copy(target, location.href, target.dataset);
  });
  // Paper cannot be unfolded.
  addEventListener("beforeprint", function () {
    sayAddress();
    for (const folded of document.querySelectorAll(":is(.matrix, .topic-page) details")) folded.open = true;
  });
})();
