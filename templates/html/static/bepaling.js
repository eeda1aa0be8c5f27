// At a clause that was chosen by its sign #: copy it with its source, copy its link, have it read aloud.
// And reading a page aloud, by a voice of this device: nothing is sent.
document.addEventListener("DOMContentLoaded", function () {
  "use strict";
  const kit = window.protocolkit;
  const article = document.querySelector("article[data-clause]");
  if (!article) return;
  const words = JSON.parse(article.dataset.clause);
  // What a page shows beside the words of a text.
  const NO_WORDS = ".headerlink, .footnote-reference, .school-mark, .heard, .cell-note, .sign, button";
  // What is read aloud: of a protocol its parts, of a topic all that is in sight, whose words and what they say.
  const BLOCKS = "h1, h2, h3, h4, p, li, summary, th, td, .topic-footnote";
  const SPOKEN = `.protocol :is(h1, h2, h3, h4, h5, h6, .clause, .footnote), .topic-page :is(${BLOCKS})`;
  const reads = [];
  let voice = null;
  let turn = 0;

  function button(text, act) {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "quiet";
    made.textContent = text;
    made.addEventListener("click", () => act(made));
    return made;
  }

  // The words of an element, a line for each paragraph; a point begins with its marker.
  function textOf(element, isSpoken) {
    const copy = element.cloneNode(true);
    copy.querySelectorAll(NO_WORDS).forEach((one) => one.remove());
    function lineOf(block) {
      const marker = block.closest("li")?.querySelector(":scope > .clause-marker");
      const isFirst = marker && block.closest("li").querySelector("p") === block;
      return (isFirst ? marker.textContent + " " : "") + block.textContent.trim().replace(/\s+/g, " ");
    }
    const marker = copy.querySelector(":scope > :is(.clause-marker, .label)");
    const number = isSpoken && marker ? marker.textContent.trim() + " " : "";
    marker?.remove();
    const lines = [...copy.querySelectorAll("p")].map(lineOf).filter(Boolean);
    return number + (lines.join("\n") || copy.textContent.trim().replace(/\s+/g, " "));
  }

  // What an element is read as: a clause with its number, a part of a topic without the parts that it holds.
  function spokenOf(element) {
    if (!element.closest(".topic-page")) return textOf(element, true);
    const copy = element.cloneNode(true);
    copy.querySelectorAll(BLOCKS + ", form, " + NO_WORDS).forEach((one) => one.remove());
    return copy.textContent.trim().replace(/\s+/g, " ");
  }

  const isSpoken = (one) => one.checkVisibility() && !one.matches("nav *, form *, details:not([open]) > *") && spokenOf(one);

  const filled = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
  const quoted = (element, source, address) => filled(words.quoted, { text: textOf(element), source, address });

  // Reading aloud: from an element on, or only that; the button says what it does next.
  function stop() {
    turn++;
    speechSynthesis.cancel();
    document.querySelectorAll(".is-spoken").forEach((one) => one.classList.remove("is-spoken"));
    for (const read of reads) read.textContent = words.read;
  }

  function speak(elements, read) {
    stop();
    const mine = turn;
    read.textContent = words.stop;
    (function next([first, ...rest]) {
      if (mine !== turn) return;
      document.querySelectorAll(".is-spoken").forEach((one) => one.classList.remove("is-spoken"));
      if (!first) return stop();
      first.classList.add("is-spoken");
      first.scrollIntoView({ block: "nearest" });
      const said = new SpeechSynthesisUtterance(spokenOf(first));
      Object.assign(said, { voice, lang: voice.lang, onend: () => next(rest), onerror: () => mine === turn && stop() });
      speechSynthesis.speak(said);
    })(elements);
  }

  function reader(elementsOf) {
    const made = button(words.read, () => (made.textContent === words.stop ? stop() : speak(elementsOf(), made)));
    made.hidden = !voice;
    reads.push(made);
    return made;
  }

  // A voice of this device only: another one would send the text away.
  function findVoice() {
    const own = document.documentElement.lang.slice(0, 2);
    voice = speechSynthesis.getVoices().find(({ lang, localService }) => localService && lang.slice(0, 2) === own) || null;
    for (const read of reads) read.hidden = !voice;
  }

  // One set of buttons, at the clause that the address names.
  const tools = document.createElement("span");
  let chosen = null;
  tools.className = "headerlink clause-tools";
  tools.setAttribute("role", "group");
  const address = () => location.href.split("#")[0] + "#" + chosen.id;
  const label = () => chosen.querySelector(".headerlink[data-label]").dataset.label;
  const source = () => filled(words.source, { label: label() });
  const named = [
    button(words.quote, (made) => kit.copy(made, quoted(chosen, source(), address()), words)),
    button(words.link, (made) => kit.copy(made, address(), words)),
    reader(() => [chosen]),
  ];
  tools.append(...named);

  function choose() {
    const found = document.getElementById(decodeURIComponent(location.hash.slice(1)))?.closest(".clause");
    if (!found?.querySelector(".headerlink[data-label]")) return tools.remove();
    chosen = found;
    [named[0].textContent, named[1].textContent] = [words.quote, words.link];
    tools.setAttribute("aria-label", filled(words.tools, { label: label() }));
    (chosen.querySelector(":scope > .clause-text") || chosen).append(tools);
  }

  if (words.source) {
    addEventListener("hashchange", choose);
    choose();
  }
  // On the page of a topic the words of each board have their own.
  for (const quote of document.querySelectorAll("blockquote[data-source]")) {
    const { source, address } = quote.dataset;
    const copy = button(words.quote, (made) => kit.copy(made, quoted(quote, source, new URL(address, location.href).href), words));
    copy.classList.add("topic-quote");
    quote.after(copy);
  }
  const place = document.querySelector(".title-block-downloads, .topic-who");
  place?.append(" ", reader(() => [...article.querySelectorAll(SPOKEN)].filter(isSpoken)));
  if (!window.speechSynthesis) return;
  findVoice();
  speechSynthesis.addEventListener("voiceschanged", findVoice);
  addEventListener("pagehide", stop);
});
