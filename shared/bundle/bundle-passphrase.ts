/** The fewest characters of a passphrase that secrets travel behind: a shorter one is found by trying. */
export const shortestPassphrase = 12;

/** The most that is taken, so that nothing has to be derived from a whole file. */
export const longestPassphrase = 1000;
