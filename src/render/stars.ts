const MOST = 5;

/** Stars as five characters, as in ★★★★☆. */
export const starsText = (stars: number): string => '★'.repeat(stars) + '☆'.repeat(MOST - stars);

/** Stars in words, for those who hear a page. */
export const starsWords = (stars: number): string => `${stars} of ${MOST} stars`;
