// The page of a topic: the wordings against another than the first. And on the page of a protocol:
// how many others have what a clause is about.
document.addEventListener("DOMContentLoaded", async function () {
  "use strict";
  const kit = window.protocolkit;

  // The differences were drawn with the page, by the same template; here one set is chosen.
  function chooseBase(topic, form) {
    const hosts = [...topic.querySelectorAll(".topic-difference")];
    const first = hosts.map((host) => host.innerHTML);
    async function show() {
      const base = form.elements.met.value;
      const made = base && (await kit.load(topic.dataset.script, "verschillen.js"));
      hosts.forEach((host, at) => (host.innerHTML = (made?.[base] || first)[at]));
      topic.querySelector("[role=status]").textContent = kit.filled(topic.dataset.compared, { number: base || 1 });
    }
    form.hidden = false;
    kit.follow(form, show);
  }

  const form = document.querySelector(".topic-choose");
  if (form) chooseBase(kit.at("onderwerp"), form);

  // The numbers come apart from the pages, so that editing one protocol leaves the others' pages.
  const links = [...document.querySelectorAll(".clause-topic")];
  const data = links.length && (await kit.load(links[0].dataset.name, links[0].dataset.counts));
  for (const link of data ? links : []) {
    const count = (data.counts[link.dataset.topic] || 1) - 1;
    if (!count) continue;
    link.dataset.others = count;
    link.title += " (" + kit.filled(count === 1 ? data.one : data.many, { count }) + ")";
    link.setAttribute("aria-label", link.title);
  }
});
