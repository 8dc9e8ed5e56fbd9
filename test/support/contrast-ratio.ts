// The contrast of two colours as WCAG 2.2 defines it; a translucent ground is laid over a third colour first.

/** From 1 to 21, rounded to two places. Colours as `#rrggbb` or `rgba(r, g, b, a)`. */
export function contrastRatio(front: string, ground: string, under: string): number {
  const below = over(parsed(ground), parsed(under));
  const [light, dark] = [luminance(over(parsed(front), below)), luminance(below)].sort((a, b) => b - a);
  return Math.round(((light! + 0.05) / (dark! + 0.05)) * 100) / 100;
}

interface Colour {
  readonly channels: readonly number[];
  readonly alpha: number;
}

function parsed(text: string): Colour {
  const hex = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(text);
  if (hex !== null) return { channels: hex.slice(1).map((pair) => parseInt(pair, 16)), alpha: 1 };
  const numbers = text.match(/\d*\.?\d+/g)?.map(Number) ?? [];
  if (!text.startsWith('rgba(') || numbers.length !== 4) throw new Error(`Not a colour: "${text}"`);
  return { channels: numbers.slice(0, 3), alpha: numbers[3]! };
}

function over(front: Colour, below: Colour): Colour {
  const channels = front.channels.map(
    (channel, index) => channel * front.alpha + below.channels[index]! * (1 - front.alpha),
  );
  return { channels, alpha: 1 };
}

function luminance({ channels }: Colour): number {
  const [red, green, blue] = channels.map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}
