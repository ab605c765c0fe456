type CheckText = { code: string; title: string; why: string; mend: string };

/** The build puts the texts of the program's own checks here: their code reads files and hashes, which pages have no use for. */
declare const CHECKS: readonly CheckText[];

/** Every check of a result, in the program's order. */
export const CHECK_TEXTS: readonly CheckText[] = CHECKS;
