/** The few glyphs that Lucide lacks, drawn by us on its grid: 24 × 24, round joins, no fill. */
export const ownGlyphs = {
  brand: (
    <>
      <path d="M5.2 6h4.3a3 3 0 0 1 3 3v6a3 3 0 0 0 3 3h4.8" />
      <path d="M12.5 9a3 3 0 0 1 3-3h4.8" />
      <circle cx="4" cy="6" r="1.7" fill="currentColor" stroke="none" />
    </>
  ),
  'api-call': (
    <>
      <path d="M4 8h15.5" />
      <path d="m15.5 4 4 4-4 4" />
      <path d="M20 16H4.5" />
      <path d="m8.5 12-4 4 4 4" />
    </>
  ),
  condition: (
    <>
      <path d="M3 12h4.500l6-6H20.5" />
      <path d="m7.5 12 6 6H20.5" />
      <path d="m17.5 3 3 3-3 3" />
      <path d="m17.5 15 3 3-3 3" />
    </>
  ),
  'set-variables': (
    <>
      <path d="M8 4H7a2.5 2.5 0 0 0-2.5 2.500v3L3 12l1.5 2.500v3A2.5 2.5 0 0 0 7 20h1" />
      <path d="M16 4h1a2.5 2.5 0 0 1 2.5 2.500v3L21 12l-1.5 2.500v3A2.5 2.5 0 0 1 17 20h-1" />
      <path d="M9.5 10.500h5M9.5 13.500h5" />
    </>
  ),
  'sub-flow': (
    <>
      <rect x="3" y="3" width="18" height="18" rx="3" />
      <rect x="7" y="7" width="4" height="4" rx="1" />
      <rect x="13" y="13" width="4" height="4" rx="1" />
      <path d="M9 11v2a2 2 0 0 0 2 2h2" />
    </>
  ),
  tidy: (
    <>
      <rect x="3" y="4" width="6" height="6" rx="1.5" />
      <rect x="15" y="4" width="6" height="6" rx="1.5" />
      <rect x="15" y="14" width="6" height="6" rx="1.5" />
      <path d="M9 7h6" />
      <path d="M12 7v7a3 3 0 0 0 3 3" />
    </>
  ),
} as const;
