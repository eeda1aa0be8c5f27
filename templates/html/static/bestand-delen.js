// Files that a page puts together itself: gaps that are filled in, and a zip that is completed. The
// parts were written at build, see paper/docx/open_gaps.py and paper/docx/open_zip.py.
"use strict";
const kit = (window.protocolkit = window.protocolkit || {});
const GAP = "\u0001";
const gap = (name) => GAP + name + GAP;
const plain = (text) => text;
const bytesIn = (text) => new TextEncoder().encode(text);
const forXml = (text) => text.replace(/[&<>"]/g, (sign) => "&#" + sign.charCodeAt(0) + ";");

// A fragment with its gaps filled in: every second piece is the name of one.
const fill = (fragment, value, between = plain) => fragment.split(GAP).map((piece, n) => (n % 2 ? value : between)(piece)).join("");

// CRC-32, as in ISO 3309.
function crc32(bytes) {
  let sum = -1;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return ~sum >>> 0;
}

// The zip that paper/docx/open_zip.py began, with its last files.
function zipped({ start, files, directory, end }, contents) {
  function bytesOf(code, ...places) {
    const view = new DataView(Uint8Array.from(atob(code), (sign) => sign.charCodeAt(0)).buffer);
    for (const [at, value] of places) view.setUint32(at, value, true);
    return view;
  }
  const [local, central] = [[bytesOf(start)], [bytesOf(directory)]];
  let offset = local[0].byteLength;
  contents.forEach(function (bytes, n) {
    const [sum, size] = [crc32(bytes), bytes.length];
    const head = bytesOf(files[n].head, [14, sum], [18, size], [22, size]);
    local.push(head, bytes);
    central.push(bytesOf(files[n].entry, [16, sum], [20, size], [24, size], [42, offset]));
    offset += head.byteLength + size;
  });
  return new Blob([...local, ...central, bytesOf(end, [16, offset])]);
}
