/** Waits that end: what never comes is named instead of waited for in silence. */

/** Several times what the longest wait, a scroll that is given up, may take. */
const LIMIT_MS = 90_000;

/** Gives what is waited for, or throws an error that says what that was once it has taken far too long. */
export async function within<T>(awaited: string, wait: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(tooLong(awaited)), LIMIT_MS);
  });
  try {
    return await Promise.race([wait, limit]);
  } finally {
    clearTimeout(timer);
  }
}

/** The same for a wait that looks again and again: throws if it has gone on since then for too long. */
export function stillWithin(awaited: () => string, since: number): void {
  if (performance.now() - since > LIMIT_MS) {
    throw tooLong(awaited());
  }
}

function tooLong(awaited: string): Error {
  return new Error(`waited ${LIMIT_MS / 1000} s in vain for ${awaited}`);
}
