import { render } from 'preact';
import { hrefOf } from './address.ts';
import { App } from './app.tsx';
import { keepForLater } from './offline.ts';
import { showKeptTheme } from './parts/theme.tsx';

// Labels lead to verify.html: the same page under an address of its own.
const label = new URLSearchParams(location.search).get('label');
if (location.pathname.endsWith('/verify.html')) history.replaceState(null, '', `./${hrefOf(['verify'], label === null ? {} : { label })}`);

showKeptTheme();
const place = document.getElementById('app');
if (place !== null) {
  place.textContent = '';
  render(<App />, place);
}
keepForLater();
