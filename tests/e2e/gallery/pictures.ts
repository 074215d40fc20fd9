/** Which pictures there are of a state. */

export const LANGUAGES = ["en", "de"] as const;
export const THEMES = ["light", "dark"] as const;
export const WIDTHS = [1440, 1024, 768, 600, 320] as const;

export interface Look {
  readonly language: (typeof LANGUAGES)[number];
  readonly theme: (typeof THEMES)[number];
  /** Of the window with the host in it, in CSS pixels. */
  readonly width: (typeof WIDTHS)[number];
}

/** The name of a picture's file. */
export function fileOf(state: string, { language, theme, width }: Look): string {
  return `${state.toLowerCase().replaceAll(/[^a-z]+/g, "-")}-${language}-${theme}-${width}.png`;
}
