#!/bin/sh
# Runs before every job of this runner: ACTIONS_RUNNER_HOOK_JOB_STARTED names it. Lets the benchmark job of one repository pass and
# refuses everything else, whatever the settings on GitHub say. Which repository that is stands in hooks.conf beside this file:
# a workflow can set variables, but not that file.
set -u
PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
export PATH

# Words of a workflow for the log: nothing in them is taken for a command of the runner.
plain() {
  printf '%s' "$1" | tr -cd 'A-Za-z0-9_./@-' | cut -c 1-200
}

refuse() {
  echo "::error title=Refused by the pre-job hook::$1"
  exit 1
}

conf="$(dirname "$0")/hooks.conf"
[ -r "$conf" ] || refuse "$(plain "$conf") cannot be read. Copy hooks.conf from templates/runner, and name your repository in it."

# The value of a setting; the first one counts.
setting() {
  sed -n "s/^$1=//p" "$conf" | head -n 1 | tr -d '\r'
}

repository=$(setting repository)
branch=$(setting branch)
server=$(setting server)
: "${branch:=main}" "${server:=https://github.com}"
case $repository in
  OWNER/*) refuse 'hooks.conf does not name your repository yet.' ;;
  */*/* | /* | */ | *[!A-Za-z0-9_./-]*) refuse 'The repository in hooks.conf is no OWNER/NAME.' ;;
  */*) ;;
  *) refuse 'hooks.conf names no repository.' ;;
esac

# expect WHAT ACTUAL WANTED
expect() {
  [ "$2" = "$3" ] || refuse "This runner measures for $repository alone: $1 is '$(plain "$2")', not '$3'."
}

expect 'the server' "${GITHUB_SERVER_URL:-}" "$server"
expect 'the repository' "${GITHUB_REPOSITORY:-}" "$repository"
expect 'the event' "${GITHUB_EVENT_NAME:-}" issue_comment
expect 'the workflow' "${GITHUB_WORKFLOW_REF:-}" "$repository/.github/workflows/benchmark.yml@refs/heads/$branch"
expect 'the branch' "${GITHUB_REF:-}" "refs/heads/$branch"
expect 'the job' "${GITHUB_JOB:-}" benchmark
echo "The benchmark job of $repository may run."
