/** A fault for people: what happened, why that ends what was under way, and what to do. */
export type FaultText = { code: string; title: string; why: string; mend: string };

/** What the faults of one kind share: the reason, and what to do about those that name nothing of their own. */
type Shared = { why: string; mend: string };

/** Faults by code: what happened, with what to do where it is not what the others share. */
type Faults = Readonly<Record<string, string | readonly [happened: string, mend: string]>>;

export const family = ({ why, mend }: Shared, faults: Faults): FaultText[] =>
  Object.entries(faults).map(([code, told]) =>
    typeof told === 'string' ? { code, title: told, why, mend } : { code, title: told[0], why, mend: told[1] },
  );

export const OPERATOR = 'This is for whoever runs the machine: the log of the run says more.';
export const DEFECT = 'This is a defect of the program. Run it again; where it stays so, report it with the log of the run.';
export const RERUN = 'Rerun the job.';
