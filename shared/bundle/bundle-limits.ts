/** What a bundle may hold: far more than people make, and little enough that a hostile one is refused before it hurts. */
export const bundleLimits = {
  /** Of the whole file, in bytes. */
  sizeBytes: 100 * 1024 * 1024,
  /** Of brackets within each other. */
  depth: 200,
  documents: 5000,
  files: 500,
  /** Of one file that bodies send, in bytes. */
  fileBytes: 20 * 1024 * 1024,
  /** Of all of them. */
  filesBytes: 60 * 1024 * 1024,
  secrets: 2000,
  /** Rules that its workspace silences. */
  silenced: 500,
} as const;
