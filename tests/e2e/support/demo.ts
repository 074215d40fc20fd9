/** The sandbox's demo data, as far as the specs name it. */

/** API keys of the built-in Test IO accounts; the sandbox prints them when it starts. */
export const KEYS = {
  acmeEu: "5e1f0a7c9b3d42e8a6c4f2107d8b9e3a5c6f4a2f",
  acmeUs: "9b2c7e41d05f4a8396e1c3b7a2d48f60517e9c3d",
  globex: "c04d8a7fb1e3469258d7f0a3e6b59c1d2f487b60",
  revoked: "0bad0bad0bad0bad0bad0bad0bad0bad0bad0bad",
} as const;

/** What Test IO and the tests call one of these accounts, for those who have to know it again. */
export const ACME_US = { label: "ACME US", products: ["US Web Shop", "US Checkout", "Loyalty App"] } as const;

/** The last four characters of a key, all that is ever shown of it. */
export function hintOf(key: string): string {
  return key.slice(-4);
}
