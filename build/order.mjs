/**
 * Puts functions that resemble each other side by side. Rust writes the same function once for each type that it is
 * used with; next to each other, the copies cost a compressor a few bits each instead of a far reference for each
 * stretch that they share. Which order the functions have makes no difference to what they do.
 */

/** So many bytes make a feature: about two instructions. */
const WINDOW = 5;

/** A feature that more functions have than this says nothing about any of them. */
const COMMON = 300;

/** How far back to look for a neighbour when the last function resembles none that is left. */
const REACH = 5;

/** The module with a name section that numbers its functions in the new order, for `--reorder-functions-by-name`. */
export function numbered(wasm) {
  const { imported, bodies } = functions(wasm);
  const names = [];
  order(bodies).forEach((index, place) => {
    names[index] = `f${String(place).padStart(6, "0")}`;
  });
  const entries = names.map((name, index) => [...leb(imported + index), ...text(name)]);
  const map = [...leb(names.length), ...entries.flat()];
  const section = [...text("name"), 1, ...leb(map.length), ...map];
  return Buffer.concat([wasm, Buffer.from([0, ...leb(section.length), ...section])]);
}

/** The number of imported functions, and the bytes of each function that the module has itself. */
function functions(wasm) {
  const imports = WebAssembly.Module.imports(new WebAssembly.Module(wasm));
  const imported = imports.filter(({ kind }) => kind === "function").length;
  const bodies = [];
  let at = 8;
  const number = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = wasm[at++];
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) {
        return value;
      }
    }
  };
  while (at < wasm.length) {
    const section = wasm[at++];
    const length = number();
    const end = at + length;
    if (section === 10) {
      for (let count = number(); count > 0; count -= 1) {
        const size = number();
        bodies.push(wasm.subarray(at, at + size));
        at += size;
      }
    }
    at = end;
  }
  return { imported, bodies };
}

/** The indices of the bodies in an order in which each resembles the one before it: always the nearest that is left. */
function order(bodies) {
  const features = bodies.map(featuresOf);
  const owners = new Map();
  features.forEach((own, index) => {
    for (const feature of own) {
      const others = owners.get(feature);
      if (others) {
        others.push(index);
      } else {
        owners.set(feature, [index]);
      }
    }
  });
  const left = new Set(bodies.keys());
  const nearest = (index) => {
    const shared = new Map();
    for (const feature of features[index]) {
      const others = owners.get(feature);
      for (const other of others.length > COMMON ? [] : others) {
        if (left.has(other)) {
          shared.set(other, (shared.get(other) ?? 0) + 1);
        }
      }
    }
    let best;
    let likeness = 0;
    for (const [other, count] of shared) {
      const all = features[index].size + features[other].size - count;
      // The smaller index for equals, so that the same module always comes out the same.
      if (count / all > likeness || (count / all === likeness && other < best)) {
        best = other;
        likeness = count / all;
      }
    }
    return best;
  };
  const placed = [];
  while (left.size > 0) {
    let next;
    for (let back = 1; next === undefined && back <= Math.min(REACH, placed.length); back += 1) {
      next = nearest(placed[placed.length - back]);
    }
    next ??= left.values().next().value;
    left.delete(next);
    placed.push(next);
  }
  return placed;
}

/** Hashes of all stretches of `WINDOW` bytes. */
function featuresOf(body) {
  const found = new Set();
  for (let at = 0; at + WINDOW <= body.length; at += 1) {
    let hash = 0x811c9dc5;
    for (const byte of body.subarray(at, at + WINDOW)) {
      hash = Math.imul(hash ^ byte, 0x01000193);
    }
    found.add(hash);
  }
  return found;
}

/** A number as WebAssembly writes it. */
function leb(value) {
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

/** A text as WebAssembly writes it. */
function text(value) {
  const bytes = Buffer.from(value);
  return [...leb(bytes.length), ...bytes];
}
