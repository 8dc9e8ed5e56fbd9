/** The thing with another value of one of its members; `undefined` takes the member away. */
export function withMember<Thing extends object, Key extends keyof Thing>(
  thing: Thing,
  key: Key,
  value: Thing[Key] | undefined,
): Thing {
  const { [key]: _before, ...rest } = thing;
  return (value === undefined ? rest : { ...rest, [key]: value }) as Thing;
}
