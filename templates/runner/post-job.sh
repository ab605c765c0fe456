#!/bin/sh
# Runs after every job of this runner: ACTIONS_RUNNER_HOOK_JOB_COMPLETED names it. Ends what a benchmark has left, removes its scratch
# folders, and fails the job where something stays. The account it runs under must belong to one runner alone.
set -u
PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
export PATH
failed=0

complain() {
  echo "::error title=Left behind::$1"
  failed=1
}

# Processes that carry the mark of a run in their environment. Those of other accounts cannot be read, and are not ours.
marked() {
  grep -lsz '^AI_ENERGY_SCORE_RUN=' /proc/[0-9]*/environ | tr -cd '0-9\n'
}

tries=0
while left=$(marked) && [ -n "$left" ] && [ "$tries" -lt 50 ]; do
  # shellcheck disable=SC2086 # one word for each process
  kill -KILL $left 2>/dev/null
  tries=$((tries + 1))
  sleep 0.2
done
[ "$tries" -eq 0 ] || echo '::warning title=Left behind::Processes of a benchmark were still there.'
[ -z "$left" ] || complain "Processes of a benchmark cannot be ended: $(echo "$left" | tr '\n' ' ')"

# Scratch folders of the program, and what it wrote into the runner's temporary folder.
for place in "${TMPDIR:-/tmp}" "${RUNNER_TEMP:-/nowhere}"; do
  [ -d "$place" ] || continue
  scratch() {
    find "$place/" -maxdepth 1 -name 'ai-energy-score*' -user "$(id -u)" "$@"
  }
  scratch -type d -exec chmod -R u+rwX -- {} + 2>/dev/null
  scratch -exec rm -rf -- {} + 2>/dev/null
  left=$(scratch | wc -l)
  [ "$left" -eq 0 ] || complain "$left scratch folders in $place cannot be removed."
done

# The tool's path may be named in hooks.conf: nvidia-smi=/usr/local/nvidia/bin/nvidia-smi
tool=$(sed -n 's/^nvidia-smi=//p' "$(dirname "$0")/hooks.conf" 2>/dev/null | head -n 1)
: "${tool:=nvidia-smi}"
if ! command -v "$tool" >/dev/null; then
  echo 'There is no nvidia-smi: nobody has looked at the GPU.'
elif using=$(timeout 60 "$tool" --query-compute-apps=pid --format=csv,noheader); then
  using=$(printf '%s' "$using" | tr '\n' ' ' | tr -cd '0-9 ')
  [ -z "$using" ] || complain "Processes still use the GPU: $using"
else
  complain 'nvidia-smi does not answer: the GPU may be in trouble.'
fi

[ "$failed" -eq 0 ] && echo 'Nothing is left behind.'
exit "$failed"
