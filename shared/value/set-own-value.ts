/**
 * Gives an object an own key, also one named `__proto__`, which a plain assignment would take for the prototype.
 *
 * For objects that are being built; a finished `ValueObject` is never changed.
 */
export function setOwnValue<Item>(object: Record<string, Item>, key: string, value: Item): void {
  if (key !== '__proto__') object[key] = value;
  else Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });
}
