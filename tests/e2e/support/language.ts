/** The page's languages, as far as the tests have to name what they press in them. */

export type Language = "en" | "de" | "pseudo";

/** Jira's name of the locale. */
export const LOCALES = { en: "en_US", de: "de_DE", pseudo: "en_XA" } as const satisfies Record<Language, string>;

/** What an English name is called in another language. */
export type Say = (english: string) => string;

const GERMAN: Readonly<Record<string, string>> = {
  "API key": "API-Schlüssel",
  Active: "Aktiv",
  "Account label": "Kontoname",
  "API key of an account": "API-Schlüssel eines Kontos",
  "Add another": "Weitere hinzufügen",
  "Add connection": "Verbindung hinzufügen",
  "Add without verifying": "Ungeprüft hinzufügen",
  "All Jira projects": "Alle Jira-Projekte",
  Connections: "Verbindungen",
  "Key rejected": "Abgelehnt",
  "Keyboard shortcuts": "Tastenkürzel",
  More: "Mehr",
  "Start test": "Test starten",
  "Switch off": "Ausschalten",
  "Switch the Global connection off?": "Globale Verbindung ausschalten?",
  "Test IO accounts…": "Test-IO-Konten …",
  "Test all connections…": "Alle Verbindungen testen …",
  "Delete connection…": "Verbindung löschen …",
  Dismiss: "Ausblenden",
  "Export as CSV": "Als CSV exportieren",
  "Filter connections": "Verbindungen filtern",
  "Jira Project specific": "Projektspezifisch",
  "Jira project": "Jira-Projekt",
  "More actions for {}": "Weitere Aktionen für {}",
  "Remove key…": "Schlüssel entfernen …",
  "A Test IO API key has 40 letters and digits. You can save this all the same.":
    "API-Schlüssel von Test IO haben 40 Buchstaben und Ziffern. Speichern geht trotzdem.",
  Rename: "Umbenennen",
  "Replace key": "Schlüssel ersetzen",
  "Projects without a connection of their own": "Projekte ohne eigene Verbindung",
  Save: "Speichern",
  "Selected connection": "Gewählte Verbindung",
  "Select Jira project": "Jira-Projekt auswählen",
  "Test connection": "Verbindung testen",
  CLEAR: "LÖSCHEN",
  "Clear Test IO data…": "Test-IO-Daten löschen …",
  // What the plugin itself calls it.
  "Comments Sync": "Comments Sync",
  "Clear all Test IO data?": "Alle Test-IO-Daten löschen?",
  "Clear data": "Daten löschen",
  Health: "Zustand",
  "Run checks": "Prüfungen starten",
  "Copy details": "Details kopieren",
  Data: "Daten",
  "Download ({})": "Herunterladen ({})",
  From: "Von",
  "From – to": "Von – bis",
  "Lines of the log, newest first": "Protokollzeilen, neueste zuerst",
  Logs: "Protokolle",
  "Moving to Cloud": "Umzug in die Cloud",
  "Notify administrators when “{}” fails": "Administratoren benachrichtigen, wenn „{}“ fehlschlägt",
  Range: "Zeitraum",
  Show: "Anzeigen",
  "Synchronisation jobs": "Synchronisierung",
  To: "Bis",
  Undo: "Rückgängig machen",
  "Which connection applies?": "Welche Verbindung gilt?",
};

/** How to name in this language what the tests name in English. */
export function sayIn(language: Language): Say {
  switch (language) {
    case "en":
      return (english) => english;
    case "de":
      return german;
    case "pseudo":
      return pseudo;
  }
}

function german(english: string): string {
  const name = GERMAN[english];
  if (name === undefined) {
    throw new Error(`the tests do not know the German for ${JSON.stringify(english)}`);
  }
  return name;
}

const PLAIN = "abcdefghijklmnoprstuvwyzABCDEFGHIJKLMNOPRSTUVWYZ";
const ACCENTED = "áƀçđéƒĝĥíĵķłɱñóþřšţúṽŵýžÁƁÇĐÉƑĜĤÍĴĶŁṀÑÓÞŘŠŢÚṼŴÝŽ";

/** As `src/i18n/pseudo.rs` writes it. */
function pseudo(english: string): string {
  const accented = [...english].map((letter) => [...ACCENTED][PLAIN.indexOf(letter)] ?? letter).join("");
  const more = Math.floor(([...english].length * 2) / 5) + 1;
  return `⟦${accented}${"~".repeat(more % 6)}${" ~~~~~".repeat(Math.floor(more / 6))}⟧`;
}
