// From choices to a file: the draft as the source format and as Word. Picks, fills in and packs;
// every word and every shape was written at build by the writers that protocols have.
(function () {
  "use strict";
  const kit = (window.protocolkit = window.protocolkit || {});

  // The word sequence and its fingerprint: words.py is the definition.
  const LETTER = "(?:[\\p{L}\\p{N}][\\u0300-\\u036f\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff\\ufe20-\\ufe2f]*)";
  const TOKEN = new RegExp(LETTER + "+(?:['’\\-/@._+&]" + LETTER + "+)*|\\S", "gu");
  const INVISIBLE = /[\u00ad\u200b-\u200d\u2060\ufeff]/g;

  function tokens(text) {
    const found = text.replace(INVISIBLE, "").normalize("NFC").match(TOKEN) || [];
    return found.filter((word) => word !== "•" && !/^\p{C}/u.test(word));
  }

  const CONSTANTS = (function () {
    const found = [];
    for (let n = 2; found.length < 64; n++) if (!found.some(([prime]) => n % prime === 0)) found.push([n, Math.cbrt(n), Math.sqrt(n)]);
    const bits = (root) => ((root % 1) * 4294967296) | 0;
    return { rounds: found.map(([, cube]) => bits(cube)), start: found.slice(0, 8).map(([, , square]) => bits(square)) };
  })();

  // SHA-256 (FIPS 180-4): a page from a plain web server has no crypto.subtle.
  function sha256(text) {
    const bytes = new TextEncoder().encode(text);
    const blocks = new DataView(new ArrayBuffer(((bytes.length + 72) >> 6) << 6));
    bytes.forEach((byte, at) => blocks.setUint8(at, byte));
    blocks.setUint8(bytes.length, 128);
    blocks.setUint32(blocks.byteLength - 4, bytes.length * 8);
    const turn = (x, n) => (x >>> n) | (x << (32 - n));
    const sums = [...CONSTANTS.start];
    for (let at = 0; at < blocks.byteLength; at += 64) {
      const w = Array.from({ length: 16 }, (_, i) => blocks.getInt32(at + 4 * i));
      let [a, b, c, d, e, f, g, h] = sums;
      for (let i = 0; i < 64; i++) {
        if (i > 15) {
          const [x, y] = [w[i - 15], w[i - 2]];
          w[i] = (w[i - 16] + (turn(x, 7) ^ turn(x, 18) ^ (x >>> 3)) + w[i - 7] + (turn(y, 17) ^ turn(y, 19) ^ (y >>> 10))) | 0;
        }
        const one = h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + CONSTANTS.rounds[i] + w[i];
        const two = (turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
        [h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0];
      }
      [a, b, c, d, e, f, g, h].forEach((x, i) => (sums[i] = (sums[i] + x) | 0));
    }
    return sums.map((x) => (x >>> 0).toString(16).padStart(8, "0")).join("");
  }

  const fingerprint = (text) => sha256(tokens(text).join(" "));
  const marked = (text) => fingerprint(text).slice(0, 16);

  // What someone typed as one line that any format can hold.
  kit.clean = (text) => text.replace(INVISIBLE, "").replace(/[\p{C}\s]+/gu, " ").trim();

  const forXml = (text) => text.replace(/[&<>"]/g, (sign) => "&#" + sign.charCodeAt(0) + ";");
  const forMarkdown = (text) => text.replace(/[\\`*[\]<>{}~_|]|&(?=[#\w])|^[#+=\-%:]/g, "\\$&").replace(/^(\d+)(?=[.)])/, "$1\\");
  const forYaml = (text) => (/^[a-z][a-z0-9-]*$/.test(text) && !/^(true|false|yes|no|on|off|null|y|n)$/.test(text) ? text : JSON.stringify(text));

  // A row of texts and gaps with the gaps filled in.
  const fill = (pieces, value) => pieces.map((piece) => (typeof piece === "string" ? piece : value(piece))).join("");

  // A clause's or note's words; `escape` makes what is filled in fit for the format.
  kit.fillIn = function (pieces, clause, valueOf, escape, other) {
    return fill(pieces, function ([place, isFirst]) {
      if (typeof place !== "number") return other ? other(place) : "";
      const [key, printed] = clause.slots[place];
      const value = valueOf(key);
      return escape(value && isFirst ? value[0].toUpperCase() + value.slice(1) : value || printed);
    });
  };
  kit.textOf = (clause, valueOf) => kit.fillIn(clause.text, clause, valueOf, (text) => text);

  function linesOf(text, clause, valueOf) {
    const lines = text.split("\n").map(kit.clean).filter(Boolean);
    return lines.map((line) => clause.slots.reduce((made, [key, printed]) => made.split(printed).join(valueOf(key) || printed), line));
  }

  // Anchors are made as assembling.sound_anchor makes them.
  function soundAnchor(stem, used) {
    let made = stem;
    for (let n = 2; used.has(made); n++) made = stem.slice(0, 35 - String(n).length).replace(/-+$/, "") + "-" + n;
    used.add(made);
    return made;
  }

  // What comes along as a note of another clause is not printed by itself as well.
  function withoutNotes(groups) {
    const parts = groups.flatMap((group) => group.parts);
    const notes = new Set(parts.flatMap(({ clause }) => (clause ? clause.notes.map((note) => note.words) : [])));
    const isNote = ({ clause, edit }) => clause && !edit && !clause.lead && notes.has(clause.words);
    const inNotes = new Map(parts.filter(isNote).map((part) => [part.clause.words, part]));
    const kept = groups.map((group) => ({ ...group, parts: group.parts.filter((part) => !isNote(part)) }));
    return [kept.filter((group) => group.parts.length), inNotes];
  }

  // Groups of parts as a document: numbers, anchors, notes, and where each clause came from.
  kit.assemble = function ({ groups, declined, title, template, compared, rule, valueOf, facts }) {
    const [kept, inNotes] = withoutNotes(groups);
    const used = new Set();
    const labels = new Map();
    const draft = { title, facts, sections: [], notes: [], provenance: [] };
    const note = (entry) => draft.provenance.push({ ...entry, template });
    const origin = function (part, anchor, mark) {
      const offered = part.clause ? part.clause.mark : mark;
      const [choice, source] = part.clause ? [part.clause.id, part.clause.source] : [part.choice, ""];
      for (const topic of part.topics.length ? part.topics : [""])
        note({ anchor, topic, choice, source, fingerprint: offered, written: mark === offered ? "" : mark });
    };
    kept.forEach(function (group, at) {
      const kinds = new Set(group.parts.map((part) => part.kind));
      const section = { anchor: soundAnchor(group.anchor, used), title: group.title, nr: at + 1, kind: kinds.size === 1 ? [...kinds][0] : rule, clauses: [] };
      let count = 0;
      for (const part of group.parts) {
        const { clause, edit } = part;
        const anchor = soundAnchor(part.stem, used);
        const plain = clause ? (edit ? linesOf(edit, clause, valueOf) : null) : part.lines;
        const isAlone = clause && !plain ? clause.alone : part.choice === "" && !compared.includes(part.kind);
        const own = clause ? clause.notes : [];
        const fresh = own.filter((found) => !labels.has(found.id));
        fresh.forEach((found) => labels.set(found.id, String(labels.size + 1)));
        const text = clause ? kit.textOf(clause, valueOf) : plain.join("\n");
        section.clauses.push({ anchor, nr: isAlone ? 0 : ++count, kind: part.kind, clause, plain, text: plain ? plain.join("\n") : text, labels: own.map((found) => labels.get(found.id)) });
        origin(part, anchor, marked(text));
        for (const found of fresh) {
          const words = kit.fillIn(found.text, clause, valueOf, (value) => value);
          const label = labels.get(found.id);
          draft.notes.push({ label, note: found, clause, text: words, labels: own.map((other) => labels.get(other.id)) });
          if (inNotes.has(found.words)) origin(inNotes.get(found.words), "noot-" + label, marked(words));
          else note({ anchor: "noot-" + label, topic: part.topics[0] || "", choice: "noot", source: clause.source, fingerprint: marked(words) });
        }
      }
      draft.sections.push(section);
    });
    declined.forEach((topic) => note({ topic, choice: "geen" }));
    const lines = draft.sections.flatMap(({ nr, title, clauses }) => [nr + " " + title, ...clauses.flatMap((found) => [found.nr ? found.nr + "." : "", found.text])]);
    draft.code = fingerprint([title, ...lines, ...draft.notes.map((found) => found.text)].join("\n"));
    draft.valueOf = valueOf;
    return draft;
  };

  function settings({ title, facts, provenance }) {
    const list = (texts) => "[" + texts.map(forYaml).join(", ") + "]";
    const inline = (entry) => Object.entries(entry).filter(([, value]) => value).map(([key, value]) => key + ": " + forYaml(value)).join(", ");
    const lines = ["title: " + forYaml(title), "organisation: {" + inline(facts.organisation) + "}", "status: concept"];
    if (facts.basis.length) lines.push("based_on: " + forYaml(facts.basis.join(", ")));
    if (facts.schools.length) lines.push("applies_to: " + list(facts.schools));
    lines.push("source:", "  complete: true");
    if (provenance.length) lines.push("provenance:", ...provenance.map((entry) => "  - {" + inline(entry) + "}"));
    return ["---", "protocol:", ...lines.map((line) => "  " + line), "---", ""];
  }

  const indented = (text, begins) => begins + text.replace(/\n(?=[^\n])/g, "\n" + " ".repeat(begins.length));

  // The draft in the source format.
  kit.markdown = function (draft) {
    const lines = [...settings(draft), "# " + forMarkdown(draft.title), ""];
    const anchorLine = (anchor, kind, around) => "{#" + anchor + (kind === around ? "" : " ." + kind) + "}";
    const label = (labels) => (name) => labels[name.slice(1)];
    for (const section of draft.sections) {
      lines.push(anchorLine(section.anchor, section.kind, "regel"), "## " + section.nr + " " + forMarkdown(section.title), "");
      for (const { anchor, nr, kind, clause, plain, labels } of section.clauses) {
        const text = plain
          ? plain.map(forMarkdown).join("\n\n") + labels.map((found) => "[^" + found + "]").join("")
          : kit.fillIn(clause.md, clause, draft.valueOf, forMarkdown, label(labels));
        lines.push(anchorLine(anchor, kind, section.kind), nr ? indented(text, nr + ". ") : text, "");
      }
    }
    for (const { label: own, note, clause, labels } of draft.notes)
      lines.push("[^" + own + "]: " + kit.fillIn(note.md, clause, draft.valueOf, forMarkdown, label(labels)), "");
    return lines.join("\n").replace(/\n+$/, "\n");
  };

  // The draft as a Word file: our own empty file with the chosen fragments in it.
  kit.word = function (draft, { parts, shapes, links }) {
    let lastId = 0;
    const called = new Set();
    const bookmark = (anchor) => anchor.replace(/-/g, "_");
    const shape = (name, values) => fill(shapes[name], ([gap]) => values[gap]);
    function call(label, isNote) {
      const values = { nr: label, plek: "noot_" + label };
      if (isNote || called.has(label)) return shape("weer", values);
      called.add(label);
      return shape("roep", { ...values, id: ++lastId });
    }
    function paragraphs({ anchor, nr, clause, plain, labels }) {
      const values = { nr: nr + ".", id: ++lastId, plek: bookmark(anchor) };
      if (!plain) return kit.fillIn(clause.xml, clause, draft.valueOf, forXml, (gap) => (gap in values ? values[gap] : call(labels[gap.slice(1)])));
      const made = plain.map((line, at) => shape(at ? "volgende" : nr ? "eerste" : "los", { ...values, woorden: forXml(line) }));
      const marks = labels.map((label) => call(label)).join("");
      return made.join("").replace(/<\/w:p>$/, marks + "</w:p>");
    }
    const heads = draft.sections.map(({ anchor, nr, title }) => ({ nr, titel: forXml(title), plek: bookmark(anchor) }));
    let body = draft.sections.map((section, at) => shape("kop", { ...heads[at], id: ++lastId }) + section.clauses.map(paragraphs).join("")).join("");
    const rest = draft.notes.filter(({ label }) => !called.has(label)).map(({ label }) => call(label) + shape("spatie", {}));
    if (rest.length) body += shape("slot", { roepen: rest.join("") });
    const { organisation, schools, basis } = draft.facts;
    const facts = { naam: organisation.name, hoort: organisation.parent, sector: draft.facts.sector, scholen: schools.join(", "), basis: basis.join(", "), code: draft.code };
    const values = Object.fromEntries(Object.entries(facts).map(([key, value]) => [key, forXml(value || "")]));
    values.tekst = body;
    values.regels = heads.map((head, at) => shape(at ? "regel" : "regel-1", head)).join("");
    function part(pieces) {
      let isLeftOut = false;
      return pieces.map(function (piece) {
        const gap = typeof piece === "string" ? "" : piece[0];
        if (gap === "/als") isLeftOut = false;
        else if (gap.startsWith("als-")) isLeftOut = !values[gap.slice(4)];
        else if (!isLeftOut) return gap ? values[gap] : piece;
        return "";
      }).join("");
    }
    const files = Object.entries(parts).map(([name, content]) => [name, typeof content === "string" ? Uint8Array.from(atob(content), (sign) => sign.charCodeAt(0)) : part(content)]);
    const texts = new Map(files);
    const notes = draft.notes.map(({ label, note, clause, labels }) =>
      kit.fillIn(note.xml, clause, draft.valueOf, forXml, (gap) => (gap === "nr" ? label : call(labels[gap.slice(1)], true)))
    ).join("");
    texts.set("word/footnotes.xml", texts.get("word/footnotes.xml").replace(/(<\/w:footnotes>|\/>)\s*$/, (end) => (end[0] === "<" ? notes + end : end)));
    const relations = (xml) => links.filter(([id]) => xml.includes('r:id="' + id + '"')).map(([id, address]) => '<Relationship Id="' + id + '" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="' + forXml(address) + '" TargetMode="External"/>').join("");
    const main = texts.get("word/_rels/document.xml.rels");
    const open = main.slice(0, main.indexOf("<Relationship "));
    texts.set("word/_rels/document.xml.rels", main.replace("</Relationships>", () => relations(body) + "</Relationships>"));
    if (relations(notes)) texts.set("word/_rels/footnotes.xml.rels", open + relations(notes) + "</Relationships>");
    return kit.zip([...texts]);
  };

  // CRC-32 as in ISO 3309.
  function crc32(bytes) {
    let sum = -1;
    for (const byte of bytes) {
      sum ^= byte;
      for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
    }
    return ~sum >>> 0;
  }

  // Files as a zip without compression, without a date: equal texts are equal files.
  kit.zip = function (files) {
    const encode = (text) => (typeof text === "string" ? new TextEncoder().encode(text) : text);
    const record = function (...fields) {
      const made = new DataView(new ArrayBuffer(fields.reduce((sum, [size]) => sum + size, 0)));
      let at = 0;
      for (const [size, value] of fields) {
        if (size === 2) made.setUint16(at, value, true);
        else made.setUint32(at, value, true);
        at += size;
      }
      return new Uint8Array(made.buffer);
    };
    const [local, central] = [[], []];
    let offset = 0;
    for (const [path, content] of files) {
      const [name, bytes] = [encode(path), encode(content)];
      const common = [[2, 20], [2, 0x0800], [2, 0], [2, 0], [2, 33], [4, crc32(bytes)], [4, bytes.length], [4, bytes.length], [2, name.length], [2, 0]];
      const entry = [record([4, 0x04034b50], ...common), name, bytes];
      central.push(record([4, 0x02014b50], [2, 20], ...common, [2, 0], [2, 0], [2, 0], [4, 0], [4, offset]), name);
      local.push(...entry);
      offset += entry.reduce((sum, part) => sum + part.length, 0);
    }
    const size = central.reduce((sum, part) => sum + part.length, 0);
    const end = record([4, 0x06054b50], [2, 0], [2, 0], [2, files.length], [2, files.length], [4, size], [4, offset], [2, 0]);
    return new Blob([...local, ...central, end]);
  };
})();
