/** Where in a JSON text the next character comes to stand, followed character by character as text is emitted. */
export class JsonPosition {
  #inString = false;
  /** Characters that the escape at the end still waits for; -1 directly behind the backslash. */
  #escapeWaits = 0;

  /** Inside a string or a key; anywhere else is a value position. */
  get inString(): boolean {
    return this.#inString;
  }

  /** Behind a backslash, or inside the four digits of `\u`. */
  get inEscape(): boolean {
    return this.#escapeWaits !== 0;
  }

  follow(text: string): void {
    let index = 0;
    while (index < text.length)
      index = this.#inString ? this.#followString(text, index) : this.#skipToString(text, index);
  }

  #skipToString(text: string, from: number): number {
    const quote = text.indexOf('"', from);
    if (quote === -1) return text.length;
    this.#inString = true;
    return quote + 1;
  }

  #followString(text: string, from: number): number {
    for (let index = from; index < text.length; index += 1) {
      const unit = text.charCodeAt(index);
      if (this.#escapeWaits !== 0) this.#followEscape(unit);
      else if (unit === 0x5c) this.#escapeWaits = -1;
      else if (unit === 0x22) {
        this.#inString = false;
        return index + 1;
      }
    }
    return text.length;
  }

  #followEscape(unit: number): void {
    if (this.#escapeWaits === -1) this.#escapeWaits = unit === 0x75 ? 4 : 0;
    else this.#escapeWaits -= 1;
  }
}
