/** The time as GitHub writes it. */
export const now = (): string => `${new Date().toISOString().slice(0, 19)}Z`;
