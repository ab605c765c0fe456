/** What an operator is told of one thing on the machine. */
export type HardwareFinding = {
  /** Stable code, as in gpu-power-limit. */
  code: string;
  /** fail: it stands in the way of what was asked for. warn: worth knowing, or in the way of something else. */
  status: 'ok' | 'warn' | 'fail';
  /** One sentence for people. */
  message: string;
  /** What to do; null where nothing is to be done. */
  mend: string | null;
};

/** What the machine is looked at for: any benchmark, or results that are official. */
export type Purpose = 'any' | 'official';

export const ok = (code: string, message: string): HardwareFinding => ({ code, status: 'ok', message, mend: null });
export const warning = (code: string, message: string, mend: string): HardwareFinding => ({ code, status: 'warn', message, mend });
export const failure = (code: string, message: string, mend: string): HardwareFinding => ({ code, status: 'fail', message, mend });

/** In the way of official results alone: a failure where those are asked for, else a warning. */
export const unofficial =
  (purpose: Purpose) =>
  (code: string, message: string, mend: string): HardwareFinding =>
    purpose === 'official' ? failure(code, message, mend) : warning(code, message, mend);
