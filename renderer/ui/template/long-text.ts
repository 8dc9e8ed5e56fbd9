/** Units from which on nothing is done with every letter that grows with the text. */
export const longTextUnits = 20_000;
