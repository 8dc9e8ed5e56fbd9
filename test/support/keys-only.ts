// What a story by keyboard alone gets of the window, and the watch that tells when something else has moved it.
import { expect, type Locator, type Page } from '@playwright/test';

/** A window that one can type into and look at. */
export interface KeysOnly {
  readonly keyboard: Page['keyboard'];
  /** The page to look at: whatever would act on it throws. */
  readonly read: Page;
  /** Everything since the watch began that no key has brought. */
  readonly intrusions: () => Promise<readonly string[]>;
}

const acting: ReadonlySet<PropertyKey> = new Set([
  ...['mouse', 'touchscreen', 'click', 'dblclick', 'tap', 'hover', 'dragTo', 'dragAndDrop', 'drop'],
  ...[
    'focus',
    'blur',
    'fill',
    'clear',
    'press',
    'pressSequentially',
    'type',
    'check',
    'uncheck',
    'setChecked',
  ],
  ...['selectOption', 'selectText', 'setInputFiles', 'dispatchEvent', 'scrollIntoViewIfNeeded'],
]);

/** Begins the watch in a page that is usable. It has to begin again after a restart. */
export async function keysOnly(page: Page): Promise<KeysOnly> {
  await page.evaluate(watchForIntrusions);
  return {
    keyboard: pressing(page.keyboard),
    read: looking(page),
    intrusions: () => page.evaluate(() => Reflect.get(globalThis, 'intrusions') as string[]),
  };
}

/** Text that comes into a field without a key is no typing. */
function pressing(keyboard: Page['keyboard']): Page['keyboard'] {
  return new Proxy(keyboard, {
    get: (_target, name) => {
      if (name === 'insertText') throw new Error('A story by keyboard may not use insertText.');
      const member: unknown = Reflect.get(keyboard, name, keyboard);
      return typeof member === 'function' ? (member.bind(keyboard) as unknown) : member;
    },
  });
}

function looking<Target extends Page | Locator>(target: Target): Target {
  return new Proxy(target, {
    get: (_target, name) => {
      if (acting.has(name)) throw new Error(`A story by keyboard may not use ${String(name)}.`);
      const member: unknown = Reflect.get(target, name, target);
      if (name === 'keyboard') return pressing(member as Page['keyboard']);
      if (typeof member !== 'function') return member;
      return (...given: unknown[]): unknown => {
        const result: unknown = Reflect.apply(member, target, given);
        return isLocator(result) ? looking(result) : result;
      };
    },
  });
}

function isLocator(value: unknown): value is Locator {
  return typeof value === 'object' && value !== null && 'boundingBox' in value && 'nth' in value;
}

// Once round everything that can have the focus is more than enough.
const mostTabs = 120;

/** Goes on with Tab, or back, until this has the focus. */
export async function tabTo(
  { keyboard }: KeysOnly,
  wanted: Locator,
  key: 'Tab' | 'Shift+Tab' = 'Tab',
): Promise<void> {
  await expect(wanted).toHaveCount(1);
  // Found once, and again where another took its place: finding it by its name takes longer than the key.
  let element = await wanted.elementHandle();
  for (let count = 0; count < mostTabs; count += 1) {
    const focus = await element.evaluate((each) =>
      each === document.activeElement ? 'here' : each.isConnected ? 'elsewhere' : 'gone',
    );
    if (focus === 'here') return;
    if (focus === 'gone') element = await wanted.elementHandle();
    else await keyboard.press(key);
  }
  throw new Error(`${key} does not reach ${String(wanted)}.`);
}

/** Runs in the page. */
function watchForIntrusions(): void {
  const intrusions: string[] = [];
  Object.assign(globalThis, { intrusions });
  const named = (type: string, target: EventTarget | null) =>
    target instanceof Element
      ? `${type} <${target.localName} ${target.getAttribute('aria-label') ?? target.id}>`
      : type;
  const listen = (types: readonly string[], isIntrusion: (event: Event) => boolean) => {
    for (const type of types)
      window.addEventListener(
        type,
        (event) => isIntrusion(event) && intrusions.push(named(type, event.target)),
        {
          capture: true,
        },
      );
  };
  const pressed = ['mousedown', 'mouseup', 'auxclick', 'dblclick', 'pointerdown', 'pointerup'];
  const dragged = [
    'wheel',
    'touchstart',
    'touchmove',
    'touchend',
    'dragstart',
    'dragenter',
    'dragover',
    'drop',
  ];
  listen([...pressed, ...dragged], () => true);
  // A key clicks too, but counts nothing.
  listen(['click'], (event) => (event as MouseEvent).detail > 0);
  // The key of the menu asks for it as the second button of a mouse does, but with no such button.
  listen(['contextmenu'], (event) => (event as MouseEvent).button === 2);
  // The display's pointer rests somewhere; what moves below it tells the page so, with no movement in it.
  listen(['mousemove', 'pointermove'], (event) => {
    const { movementX, movementY } = event as MouseEvent;
    return movementX !== 0 || movementY !== 0;
  });

  let keyIsDown = false;
  let appMovesFocus = false;
  const isDown = (down: boolean) => () => {
    keyIsDown = down;
  };
  window.addEventListener('keydown', isDown(true), { capture: true });
  window.addEventListener('keyup', isDown(false), { capture: true });
  const movers = [
    [HTMLElement.prototype, 'focus'],
    [SVGElement.prototype, 'focus'],
    // Selecting the text of a field brings the focus to it.
    [HTMLInputElement.prototype, 'select'],
    [HTMLTextAreaElement.prototype, 'select'],
  ] as const;
  for (const [prototype, name] of movers) {
    const move: (this: Element, ...given: unknown[]) => void = Reflect.get(prototype, name);
    Reflect.set(prototype, name, function (this: Element, ...given: unknown[]) {
      // Whose call it is stands in the stack: the application's code has an address of its own.
      const before = appMovesFocus;
      appMovesFocus = (new Error().stack ?? '').includes('app://flowbench/');
      try {
        Reflect.apply(move, this, given);
      } finally {
        appMovesFocus = before;
      }
    });
  }
  // Tab at the end of the page leaves it, and the engine brings the focus back to its beginning a moment later.
  let leftByKey = false;
  window.addEventListener('focusout', (event) => (leftByKey = keyIsDown && event.relatedTarget === null), {
    capture: true,
  });
  listen(['focusin'], (event) => {
    const comesBack = leftByKey && (event as FocusEvent).relatedTarget === null;
    leftByKey = false;
    return !keyIsDown && !appMovesFocus && !comesBack;
  });
}
