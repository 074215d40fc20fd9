/**
 * Puts functions that resemble each other side by side. Rust writes the same function once for each type that it is
 * used with; next to each other, the copies cost a compressor a few bits each instead of a far reference for each
 * stretch that they share. Which order the functions have makes no difference to what they do.
 */

import { CUSTOM, FUNCTION_NAMES, bodiesOf, importedBy, moduleOf, number, sectionsOf, text } from "./binary.mjs";

/** So many bytes make a feature: about two instructions. */
const WINDOW = 5;

/** A feature that more functions have than this says nothing about any of them. */
const COMMON = 300;

/** How far back to look for a neighbour when the last function resembles none that is left. */
const REACH = 5;

/** The module with a name section that numbers its functions in the new order, for `--reorder-functions-by-name`. */
export function numbered(wasm) {
  const imported = importedBy(wasm);
  const names = [];
  order(bodiesOf(wasm)).forEach((index, place) => {
    names[index] = `f${String(place).padStart(6, "0")}`;
  });
  const entries = names.flatMap((name, index) => [...number(imported + index), ...text(name)]);
  const map = [...number(names.length), ...entries];
  const content = Buffer.from([...text("name"), FUNCTION_NAMES, ...number(map.length), ...map]);
  return moduleOf([...sectionsOf(wasm), { id: CUSTOM, content }]);
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
