/** How a label is coloured. */
export type Theme = 'light' | 'dark';

export const THEMES: readonly Theme[] = ['light', 'dark'];

export type Colours = {
  page: string;
  edge: string;
  header: string;
  headerText: string;
  headerMuted: string;
  text: string;
  muted: string;
  line: string;
  star: string;
  emptyStar: string;
  link: string;
  watermark: string;
};

/** Text keeps a contrast of 4.5 and more to what is behind it, stars one of 3 and more. */
export const COLOURS: Readonly<Record<Theme, Colours>> = {
  light: {
    page: '#ffffff',
    edge: '#c9ced3',
    header: '#16302b',
    headerText: '#ffffff',
    headerMuted: '#b4c7c1',
    text: '#313131',
    muted: '#5d6368',
    line: '#e4e7e9',
    star: '#1a7f4e',
    emptyStar: '#868d93',
    link: '#17633f',
    watermark: '#b3261e',
  },
  dark: {
    page: '#1b1e20',
    edge: '#3a4045',
    header: '#0c1a17',
    headerText: '#ffffff',
    headerMuted: '#a9bdb7',
    text: '#ececec',
    muted: '#a9b0b6',
    line: '#33393d',
    star: '#4cc38a',
    emptyStar: '#7f878d',
    link: '#7fd8ad',
    watermark: '#ff8a80',
  },
};

/** The header of whatever is not official: nobody takes it for the official one. */
export const UNOFFICIAL_HEADER = '#5c6166';

/** The banner of a figure that stands, and of one that does not. */
export const BANNERS = { stands: { ground: '#ffd666', text: '#3a2a00' }, void: { ground: '#b3261e', text: '#ffffff' } } as const;
