// The page of a topic: the wordings against another one than the most common. And on the page of
// a protocol: how many others have what a clause is about.
(function () {
  "use strict";
  const kit = window.protocolkit;
  if (!kit) return;
  const element = kit.element;

  function heard(text) {
    return element("span", { class: "heard" }, text);
  }

  // Words with a mark that is also said.
  function marked([mark, text], words) {
    if (mark === "deleted") return element("del", {}, heard("[" + words.base + ": "), text, heard("]"));
    if (mark === "inserted") return element("ins", {}, heard("[" + words.here + ": "), text, heard("]"));
    return text;
  }

  function contrast(found, words, summary) {
    const relation = found.relation ? kit.badge(found.relation, "relation") : words.sameDocument;
    const reasons = found.reasons.map((reason) => element("li", { class: "cell-text" }, reason));
    const lines = found.lines.map((line) => element("p", { class: "cell-text" }, ...line.map((part) => marked(part, words))));
    return [
      element("p", { class: "topic-relation" }, relation),
      reasons.length ? element("p", { class: "topic-sides" }, words.sides) : null,
      reasons.length ? element("ul", { class: "topic-reasons" }, ...reasons) : null,
      element("details", { class: "topic-marked", open: found.alike }, element("summary", {}, summary), element("div", { class: "topic-words" }, ...lines)),
    ].filter(Boolean);
  }

  function chooseBase(topic) {
    const form = topic.querySelector(".topic-choose");
    if (!form) return;
    const select = form.elements.met;
    const status = topic.querySelector("[role=status]");
    const variants = Array.from(topic.querySelectorAll(".variant"));
    const first = variants.map((variant) => Array.from(variant.querySelector(".topic-contrast").childNodes));
    const summaryText = topic.querySelector(".topic-marked > summary").textContent;

    function show(variant, place, base, data) {
      const number = variant.dataset.number;
      const host = variant.querySelector(".topic-contrast");
      const words = {
        base: kit.filled(topic.dataset.onlyBase, { number: base }),
        here: topic.dataset.onlyHere,
        sides: kit.filled(topic.dataset.sides, { number: base }),
        sameDocument: topic.dataset.sameDocument,
      };
      const heading = variant.querySelector(".topic-difference h4");
      heading.textContent = kit.filled(topic.dataset.compared, { number: base });
      heading.hidden = number === base;
      if (base === "1") host.replaceChildren(...first[place]);
      else if (number === base) host.replaceChildren(element("p", { class: "topic-base" }, topic.dataset.chosen));
      else host.replaceChildren(...contrast(data[base][number], words, summaryText));
    }

    async function choose(base) {
      const data = await kit.load(topic.dataset.script, "verschillen.js");
      if (!data || (base !== "1" && !data[base])) return;
      variants.forEach((variant, place) => show(variant, place, base, data));
      status.textContent = kit.filled(topic.dataset.compared, { number: base });
      const address = new URL(location.href);
      if (base === "1") address.searchParams.delete("met");
      else address.searchParams.set("met", base);
      try {
        history.replaceState(null, "", address);
      } catch (_error) {
        // A page from a disk keeps its address.
      }
    }

    form.hidden = false;
    form.addEventListener("submit", (event) => event.preventDefault());
    select.addEventListener("change", () => choose(select.value));
    const asked = new URLSearchParams(location.search).get("met");
    if (asked && Array.from(select.options).some((option) => option.value === asked)) {
      select.value = asked;
      choose(asked);
    }
  }

  // The numbers come apart from the pages, so that editing one protocol leaves the others' pages.
  async function count(links) {
    const { counts, name } = links[0].dataset;
    const data = await kit.load(name, counts);
    if (!data) return;
    links.forEach(function (link) {
      const others = (data.counts[link.dataset.topic] || 1) - 1;
      if (others < 1) return;
      const said = kit.filled(others === 1 ? data.one : data.many, { count: others });
      link.dataset.others = others;
      link.setAttribute("aria-label", link.getAttribute("aria-label") + " (" + said + ")");
      link.title = link.getAttribute("aria-label");
    });
  }

  document.addEventListener("DOMContentLoaded", function () {
    const topic = document.getElementById("onderwerp");
    if (topic) chooseBase(topic);
    const links = Array.from(document.querySelectorAll(".clause-topic"));
    if (links.length) count(links);
  });
})();
