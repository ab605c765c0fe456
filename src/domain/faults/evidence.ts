import { type FaultText, family } from './family.ts';

const PACK = 'Pack the result folder with `ai-energy-score pack`, and upload that file as it is.';

/** Evidence: what a submission names, what a run packs, what a release holds. */
export const EVIDENCE_FAULTS: readonly FaultText[] = [
  ...family(
    { why: 'What cannot be fetched cannot be checked.', mend: 'Keep the file at its address, open to everybody, and rerun the job.' },
    {
      'evidence-unavailable': 'The evidence cannot be downloaded',
      'evidence-deadline': ['The evidence took too long', 'Rerun the job; where it stays so, the file is too large or its host too slow.'],
      'evidence-redirect': ['The address of the evidence leads elsewhere', 'Name the address at which the file itself lies.'],
      'evidence-encoding': [
        'The evidence comes encoded, so that its bytes are not those of the file',
        'Have its host send the file as it is, without a content encoding.',
      ],
      'evidence-host': [
        'The evidence lies at a host that the policy does not list',
        'Upload it to a host of evidence.hosts in the policy: the bot does not fetch from anywhere else.',
      ],
      'evidence-none': [
        'The submission names no evidence',
        'Add evidence and attestation as `ai-energy-score pack` prints them, or have the model measured.',
      ],
    },
  ),
  ...family(
    { why: 'A figure is worth what its evidence is worth.', mend: PACK },
    {
      'evidence-digest': [
        'The evidence is not the file that the submission names',
        'Name the SHA-256 of the very file that lies at the address.',
      ],
      'evidence-archive': 'The evidence is no archive that this program packs',
      'evidence-too-large': ['The evidence is larger than the policy allows', 'Pack the result folder alone.'],
      'evidence-incomplete': 'The evidence lacks the record, or its bundle',
      'evidence-file': ['The result folder holds something that is no plain file', 'Pack it as the benchmark wrote it.'],
      'evidence-not-written': ['The archive cannot be written', 'Name a file in a folder where you may write, with room for it.'],
      'bundle-manifest': ['The bundle has no readable manifest', 'Take the bundle as the benchmark wrote it.'],
      'bundle-missing': ['There is no bundle', 'Name the folder that the benchmark wrote.'],
    },
  ),
];
