/** The beginning of the environment variables that hold secrets. */
export const secretPrefix = 'FLOWBENCH_SECRET_';

/**
 * The secrets in the environment of a process, by their names. One that is empty, such as what a build server gives for a
 * secret that it has not, is none.
 */
export function secretsOfProcess(
  env: Readonly<Record<string, string | undefined>>,
): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(env).flatMap(([key, value]) =>
      key.startsWith(secretPrefix) && value !== undefined && value !== ''
        ? [[key.slice(secretPrefix.length), value] as const]
        : [],
    ),
  );
}
