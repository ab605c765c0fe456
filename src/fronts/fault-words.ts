import { Fault, messageOf } from '../domain/errors.ts';
import { visible } from '../domain/submission/hostile-characters.ts';

/** Whatever ended a command, as it is told. */
export type FaultWords = {
  code: string;
  message: string;
  /** What to do; null where nothing is known. */
  mend: string | null;
  /** All of it for a person, with the place in the program where it is a defect. */
  text: string;
};

/** Foreign lines for the terminal: line breaks stay, everything else that would drive it is made visible. */
const lines = (text: string): string => text.split('\n').map(visible).join('\n');

/** The words for whatever was thrown. */
export function faultWords(thrown: unknown): FaultWords {
  const fault = thrown instanceof Fault ? thrown : null;
  const code = fault?.code ?? 'unexpected';
  const message = messageOf(thrown);
  const mend = fault?.mend ?? (fault === null ? 'This is a defect of ai-energy-score; please report it with the lines above.' : null);
  const told = `error[${code}]: ${lines(message)}\n${mend === null ? '' : `  help: ${lines(mend)}\n`}`;
  const isDefect = fault === null || fault.kind === 'internal';
  return { code, message, mend, text: isDefect ? `${told}${lines(String((thrown as Error)?.stack ?? ''))}\n` : told };
}
