import { classNames } from '../class-names.ts';
import { lucideGlyphs } from './lucide-glyphs.ts';
import { ownGlyphs } from './own-glyphs.tsx';
import styles from './icon.module.css';

/** The name of a glyph: a thing of the product (`flow`, `endpoint`, `api-call`) or a shape (`plus`, `chevron-down`). */
export type IconName = keyof typeof lucideGlyphs | keyof typeof ownGlyphs;

/** The sizes that have a stroke of their own, in pixels. */
export type IconSize = 10 | 11 | 12 | 13 | 14 | 16 | 18 | 24;

export interface IconProps {
  readonly name: IconName;
  readonly size?: IconSize | undefined;
  readonly className?: string | undefined;
  /** What the icon says, where no word beside it says the same; without one it is hidden from screen readers. */
  readonly label?: string | undefined;
  /** Fills the shape, for glyphs that are buttons of a machine (run, stop). */
  readonly filled?: boolean | undefined;
}

/** Draws a glyph so that its lines look about 1.15 px wide at every size (DESIGN, Type and icons). */
export function Icon({ name, size = 16, className, label, filled = false }: IconProps) {
  const looks = {
    className: classNames(styles.icon, styles[`size${size}`], filled && styles.filled, className),
    ...(label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label }),
  };
  if (isOwn(name)) {
    return (
      <svg viewBox="0 0 24 24" {...looks}>
        {ownGlyphs[name]}
      </svg>
    );
  }
  const Glyph = lucideGlyphs[name];
  return <Glyph {...looks} />;
}

function isOwn(name: IconName): name is keyof typeof ownGlyphs {
  return name in ownGlyphs;
}
