/**
 * Leaves of each panic only that the module stops. What a panic would say reaches nobody in the page, which has no hook
 * for it: it ends in a trap, and `boot.js` tells the person. Without the functions that put the message together,
 * whatever calls them needs not say what went wrong where, either.
 */
import { CODE, bodiesOf, importedBy, moduleOf, namesOf, number, sectionsOf } from "./binary.mjs";

/** The functions of Rust's libraries that never return: their paths, without the hashes that come with them. */
const PANICS = new RegExp(
  `^(?:${[
    "core::panicking::.*",
    "std::panicking::(?!panic_count).*",
    "core::(?:result::unwrap_failed|option::(?:expect|unwrap)_failed)",
    "core::cell::(?:panic_already_(?:mutably_)?borrowed|lazy::panic_poisoned)",
    "core::slice::(?:index::slice_index_fail|copy_from_slice_impl::len_mismatch_fail)",
    "core::str::slice_error_fail(?:_rt)?",
    "alloc::raw_vec::(?:handle_error|capacity_overflow)",
    "alloc::alloc::handle_alloc_error",
    "std::alloc::rust_oom",
    "std::thread::local::panic_access_error",
    "<alloc::vec::Vec<_, _>>::\\w+::assert_failed",
    "__rustc::(?:rust_panic|__rust_alloc_error_handler)",
  ].join("|")})$`,
);

/** What writes a value for programmers. Only panics do, and nothing is lost where something else should. */
const DEBUG = /^<.* as core::fmt::Debug>::fmt(?:\.\d+)?$/;

/** Bodies without locals: one that traps, and one that returns `Ok(())` without having written anything. */
const TRAP = Buffer.from([0x00, 0x00, 0x0b]);
const NOTHING_WRITTEN = Buffer.from([0x00, 0x41, 0x00, 0x0b]);

/** The module in which those functions do nothing else. It must have its functions' names still. */
export function silenced(wasm) {
  const imported = importedBy(wasm);
  const names = namesOf(wasm);
  const bodies = bodiesOf(wasm);
  const written = bodies.map((body, index) => {
    const path = pathOf(names.get(imported + index) ?? "");
    return PANICS.test(path) ? TRAP : DEBUG.test(path) ? NOTHING_WRITTEN : body;
  });
  if (!written.includes(TRAP) || !written.includes(NOTHING_WRITTEN)) {
    throw new Error("no function of this module panics by its name: are functions called differently now?");
  }
  const code = Buffer.concat([
    Buffer.from(number(written.length)),
    ...written.flatMap((body) => [Buffer.from(number(body.length)), body]),
  ]);
  return moduleOf(sectionsOf(wasm).map(({ id, content }) => ({ id, content: id === CODE ? code : content })));
}

/** A function's path without what tells it from another one of the same path. */
function pathOf(name) {
  return name.replaceAll(/\[[0-9a-f]+\]/g, "").replace(/::h[0-9a-f]{16}$/, "");
}
