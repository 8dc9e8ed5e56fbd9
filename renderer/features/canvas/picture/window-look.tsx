import interFont from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?inline';
import monoFont from '@fontsource-variable/jetbrains-mono/files/jetbrains-mono-latin-wght-normal.woff2?inline';
import { createRoot } from 'react-dom/client';
import { flushSync } from 'react-dom';
import { nodeKinds } from '#shared/nodes/node.ts';
import { Icon } from '../../../ui/icon/icon.tsx';
import {
  familyNames,
  pictureTokens,
  type Measure,
  type PictureLook,
  type PictureToken,
} from './picture-look.ts';

/** What a picture looks like in a theme: colours, icons and letters as the window has them, and the fonts to take along. */
export function windowLook(theme: 'light' | 'dark'): PictureLook {
  return { colours: coloursOf(theme), icons: iconsDrawn(), measure: measure(), fontFaces };
}

const fontFaces = [
  ['Flowbench UI', interFont],
  ['Flowbench Mono', monoFont],
]
  .map(
    ([name, url]) =>
      `@font-face{font-family:'${name ?? ''}';font-weight:100 900;src:url(${url ?? ''}) format('woff2')}`,
  )
  .join('');

function coloursOf(theme: 'light' | 'dark'): PictureLook['colours'] {
  const probe = document.createElement('div');
  probe.className = `theme-${theme}`;
  document.body.append(probe);
  const computed = getComputedStyle(probe);
  const colours = pictureTokens.map((token) => [token, computed.getPropertyValue(`--${token}`).trim()]);
  probe.remove();
  return Object.fromEntries(colours) as Record<PictureToken, string>;
}

/** The icons are components: they are drawn once, off the page, and taken as they are. */
function iconsDrawn(): PictureLook['icons'] {
  const names = [...nodeKinds, 'group'] as const;
  const place = document.createElement('div');
  const root = createRoot(place);
  flushSync(() =>
    root.render(
      names.map((name) => (
        <span key={name}>
          <Icon name={name} />
        </span>
      )),
    ),
  );
  const drawn = names.map((name, at) => [name, wellFormed(place.children[at]?.querySelector('svg') ?? null)]);
  root.unmount();
  return Object.fromEntries(drawn) as Record<(typeof names)[number], string>;
}

function wellFormed(svg: SVGElement | null): string {
  const parts = [...(svg?.children ?? [])].map((part) => new XMLSerializer().serializeToString(part));
  return parts.join('').replaceAll(' xmlns="http://www.w3.org/2000/svg"', '');
}

function measure(): Measure {
  const context = document.createElement('canvas').getContext('2d');
  const windowFamilies = { ui: "'Inter Variable', sans-serif", mono: "'JetBrains Mono Variable', monospace" };
  return (text, { family, sizePx, weight }) => {
    if (context === null) return text.length * sizePx * 0.6;
    context.font = `${String(weight)} ${String(sizePx)}px ${windowFamilies[family]}, ${familyNames[family]}`;
    return context.measureText(text).width;
  };
}
