import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { windowBooted } from './app/boot.ts';
import './ui/base.css';

/** Starts the page: state first, so that the window's first picture is the right one. */
const root = document.getElementById('root');
if (root === null) throw new Error('The page has no element with the id root.');

const onShown = await windowBooted();
createRoot(root).render(<App onShown={onShown} />);
