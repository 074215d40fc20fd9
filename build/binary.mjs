/** WebAssembly's binary format, as far as it has to be read and written here. */

/** The ids of sections. */
export const CUSTOM = 0;
export const CODE = 10;

/** The id of the part with the functions' names, in the custom section that has names. */
export const FUNCTION_NAMES = 1;

/** The length of what every module begins with. */
const PREAMBLE = 8;

/** Reads numbers, texts and stretches of bytes one after the other. */
export class Reader {
  constructor(bytes, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }

  get done() {
    return this.at >= this.bytes.length;
  }

  number() {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.bytes[this.at++];
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) {
        return value;
      }
    }
  }

  /** The bytes of something whose length stands before it. */
  stretch() {
    const length = this.number();
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }

  text() {
    return this.stretch().toString();
  }
}

/** The sections of a module in their order: the id and the content of each. */
export function sectionsOf(wasm) {
  const reader = new Reader(wasm, PREAMBLE);
  const sections = [];
  while (!reader.done) {
    sections.push({ id: reader.number(), content: reader.stretch() });
  }
  return sections;
}

/** The module of these sections. */
export function moduleOf(sections) {
  const written = sections.flatMap(({ id, content }) => [Buffer.from([id, ...number(content.length)]), content]);
  return Buffer.concat([Buffer.from([0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00]), ...written]);
}

/** The bodies of the functions that a module has itself. */
export function bodiesOf(wasm) {
  const section = sectionsOf(wasm).find(({ id }) => id === CODE);
  const reader = new Reader(section.content);
  return Array.from({ length: reader.number() }, () => reader.stretch());
}

/** The names of functions by their numbers, as far as the module says them. */
export function namesOf(wasm) {
  for (const { id, content } of sectionsOf(wasm)) {
    const reader = new Reader(content);
    if (id !== CUSTOM || reader.text() !== "name") {
      continue;
    }
    while (!reader.done) {
      const part = reader.number();
      const names = new Reader(reader.stretch());
      if (part === FUNCTION_NAMES) {
        return new Map(Array.from({ length: names.number() }, () => [names.number(), names.text()]));
      }
    }
  }
  return new Map();
}

/** How many functions a module imports; they are numbered before its own. */
export function importedBy(wasm) {
  return WebAssembly.Module.imports(new WebAssembly.Module(wasm)).filter(({ kind }) => kind === "function").length;
}

/** A number as the format has it. */
export function number(value) {
  const bytes = [];
  for (let rest = value; ; ) {
    const byte = rest & 0x7f;
    rest >>>= 7;
    if (rest === 0) {
      return [...bytes, byte];
    }
    bytes.push(byte | 0x80);
  }
}

/** A text as the format has it. */
export function text(value) {
  const bytes = Buffer.from(value);
  return [...number(bytes.length), ...bytes];
}
