/** The owner of a jar in a sentence. */
export function ownerName(environmentName: string | undefined): string {
  return environmentName === undefined ? 'runs without an environment' : `the environment ${environmentName}`;
}
