/** The state of a run's random numbers, four unsigned 32-bit integers: plain JSON, so that a run can be repeated. */
export type RandomState = readonly [number, number, number, number];

/** Draws that change nothing but this object; `state` is what the next source has to begin with. */
export interface RandomSource {
  /** A whole number from 0 to 2^32 - 1. */
  uint32(): number;
  /** A number from 0 up to and not including 1. */
  fraction(): number;
  /** A random identifier in the form of RFC 9562, version 4. */
  uuid(): string;
  /** A state for somebody else's draws, independent of what is drawn here later. */
  fork(): RandomState;
  state(): RandomState;
}

/**
 * Random numbers from a state: Chris Doty-Humphrey's sfc32, which is small, fast and passes the usual batteries.
 *
 * Not for secrets. What must not be guessed (ids of documents, keys) comes from the platform's generator.
 */
export function randomSource(start: RandomState): RandomSource {
  let [a, b, c, counter] = start;

  const uint32 = (): number => {
    const drawn = (a + b + counter) >>> 0;
    counter = (counter + 1) >>> 0;
    a = (b ^ (b >>> 9)) >>> 0;
    b = (c + (c << 3)) >>> 0;
    c = (((c << 21) | (c >>> 11)) + drawn) >>> 0;
    return drawn;
  };
  const four = (): RandomState => [uint32(), uint32(), uint32(), uint32()];

  return {
    uint32,
    fraction: () => uint32() / 2 ** 32,
    uuid: () => uuidOf(four()),
    fork: four,
    state: () => [a, b, c, counter],
  };
}

/**
 * The state that a seed stands for, mixed long enough that seeds next to each other give draws that have nothing in common.
 *
 * @param seed a whole number from 0 to 2^32 - 1
 */
export function seededState(seed: number): RandomState {
  const source = randomSource([0, 0x9e3779b9, seed >>> 0, 1]);
  for (let draw = 0; draw < 15; draw += 1) source.uint32();
  return source.state();
}

// The fixed bits say "version 4, variant 1"; the other 122 are drawn.
function uuidOf([first, second, third, fourth]: RandomState): string {
  const versioned = ((second & 0xffff0fff) | 0x4000) >>> 0;
  const variant = ((third & 0x3fffffff) | 0x80000000) >>> 0;
  const digits = [first, versioned, variant, fourth]
    .map((part) => part.toString(16).padStart(8, '0'))
    .join('');
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
