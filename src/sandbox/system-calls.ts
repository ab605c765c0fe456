/**
 * System calls that a model's program has no use for and through which sandboxes were left before: modules, mounts,
 * namespaces, key rings (which no namespace parts), other processes' memory, BPF, io_uring. Numbers of x86-64 and of
 * the kernel's generic table, which arm64 uses.
 */
const REFUSED: Record<string, readonly [x64: number, arm64: number]> = {
  acct: [163, 89],
  add_key: [248, 217],
  bpf: [321, 280],
  chroot: [161, 51],
  delete_module: [176, 106],
  finit_module: [313, 273],
  fsconfig: [431, 431],
  fsmount: [432, 432],
  fsopen: [430, 430],
  fspick: [433, 433],
  init_module: [175, 105],
  io_uring_enter: [426, 426],
  io_uring_register: [427, 427],
  io_uring_setup: [425, 425],
  kcmp: [312, 272],
  kexec_file_load: [320, 294],
  kexec_load: [246, 104],
  keyctl: [250, 219],
  mount: [165, 40],
  mount_setattr: [442, 442],
  move_mount: [429, 429],
  name_to_handle_at: [303, 264],
  open_by_handle_at: [304, 265],
  open_tree: [428, 428],
  perf_event_open: [298, 241],
  pidfd_getfd: [438, 438],
  pivot_root: [155, 41],
  process_vm_readv: [310, 270],
  process_vm_writev: [311, 271],
  ptrace: [101, 117],
  reboot: [169, 142],
  request_key: [249, 218],
  setns: [308, 268],
  swapoff: [168, 225],
  swapon: [167, 224],
  syslog: [103, 116],
  umount2: [166, 39],
  unshare: [272, 97],
  userfaultfd: [323, 282],
};

/** Of each architecture: AUDIT_ARCH of linux/audit.h, column in the table above, number of clone. */
const ARCHITECTURES: Partial<Record<NodeJS.Architecture, { audit: number; column: 0 | 1; clone: number }>> = {
  x64: { audit: 0xc000003e, column: 0, clone: 56 },
  arm64: { audit: 0xc00000b7, column: 1, clone: 220 },
};

/** Its flags lie in memory, where no filter can read them; libraries fall back on clone where it is missing. */
const CLONE3 = 435;
const CLONE_NEWUSER = 0x10000000;
/** System calls of the x32 table carry this bit. */
const X32 = 0x40000000;

/** Codes of classic BPF (linux/bpf_common.h) and what a filter answers (linux/seccomp.h). */
const LOAD = 0x20;
const IF_EQUAL = 0x15;
const IF_AT_LEAST = 0x35;
const IF_ANY_BIT = 0x45;
const ANSWER = 0x06;
const ALLOW = 0x7fff0000;
const EPERM = 0x00050001;
const ENOSYS = 0x00050026;

/** Offsets in struct seccomp_data: number, architecture, low half of the first argument. */
const NUMBER = 0;
const ARCHITECTURE = 4;
const FIRST_ARGUMENT = 16;

type Target = 'next' | 'allow' | 'refuse' | 'absent';
type Step = { code: number; value: number; yes?: Target; no?: Target };

/**
 * A seccomp filter for bubblewrap: the system calls above fail with EPERM, those of foreign tables and clone3 with
 * ENOSYS, all others are as they were. Null for architectures whose numbers are not known here.
 */
export function systemCallFilter(architecture: NodeJS.Architecture = process.arch): Buffer | null {
  const known = ARCHITECTURES[architecture];
  if (known === undefined) return null;
  const when = (code: number, value: number, yes: Target, no: Target = 'next'): Step => ({ code, value, yes, no });
  const steps: Step[] = [
    { code: LOAD, value: ARCHITECTURE },
    when(IF_EQUAL, known.audit, 'next', 'absent'),
    { code: LOAD, value: NUMBER },
    when(IF_AT_LEAST, X32, 'absent'),
    when(IF_EQUAL, CLONE3, 'absent'),
    ...Object.values(REFUSED).map((numbers) => when(IF_EQUAL, numbers[known.column], 'refuse')),
    when(IF_EQUAL, known.clone, 'next', 'allow'),
    { code: LOAD, value: FIRST_ARGUMENT },
    when(IF_ANY_BIT, CLONE_NEWUSER, 'refuse', 'allow'),
  ];
  const answers = { allow: ALLOW, refuse: EPERM, absent: ENOSYS };
  const names = Object.keys(answers);
  const jump = (from: number, target: Target = 'next') => (target === 'next' ? 0 : steps.length + names.indexOf(target) - from - 1);
  const words = steps.map((step, index) => instruction(step.code, step.value, jump(index, step.yes), jump(index, step.no)));
  return Buffer.concat([...words, ...Object.values(answers).map((answer) => instruction(ANSWER, answer))]);
}

/** One struct sock_filter: code, the two distances to jump, a value. */
function instruction(code: number, value: number, yes = 0, no = 0): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeUInt16LE(code, 0);
  bytes.writeUInt8(yes, 2);
  bytes.writeUInt8(no, 3);
  bytes.writeUInt32LE(value, 4);
  return bytes;
}
