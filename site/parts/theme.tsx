import { useState } from 'preact/hooks';

const THEMES = ['system', 'light', 'dark'] as const;
type Theme = (typeof THEMES)[number];
const KEPT = 'theme';

function keptTheme(): Theme {
  try {
    return THEMES.find((theme) => theme === localStorage.getItem(KEPT)) ?? 'system';
  } catch {
    // Some browsers refuse storage: then the system's choice holds.
    return 'system';
  }
}

function keep(theme: Theme): void {
  try {
    if (theme === 'system') localStorage.removeItem(KEPT);
    else localStorage.setItem(KEPT, theme);
  } catch {
    // It holds until the page is closed.
  }
}

function show(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

/** The reader's choice of last time, before anything is drawn. */
export const showKeptTheme = (): void => show(keptTheme());

/** Chooses between the system's colours, light and dark. */
export function ThemeChoice() {
  const [theme, setTheme] = useState(keptTheme);
  const choose = (next: Theme) => {
    keep(next);
    show(next);
    setTheme(next);
  };
  return (
    <label class="theme">
      <span class="hidden">Colours of the page</span>
      <select value={theme} onChange={(event) => choose(event.currentTarget.value as Theme)}>
        <option value="system">Auto</option>
        <option value="light">Light</option>
        <option value="dark">Dark</option>
      </select>
    </label>
  );
}
