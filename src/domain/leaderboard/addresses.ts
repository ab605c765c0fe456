/** Where the page lies that says whether a label is true today, below the address of the pages; the label is named by its stem. */
export const verificationPage = (pages: string, stem: string): string => `${pages}verify.html?label=${stem}`;

/** The page of a model. */
export const modelPage = (pages: string, model: string): string => `${pages}#/model/${model}`;

/** A file of the results repository as the pages serve it. */
export const servedFile = (pages: string, path: string): string => `${pages}${path}`;
