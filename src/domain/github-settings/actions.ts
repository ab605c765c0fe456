import { bad, doubtful, good, judged, type Place, pageOf, type SettingFinding } from './finding.ts';

/** What workflows may do that nobody has looked at. */
export function actionsFindings(place: Place, { opensPullRequests }: { opensPullRequests: 'may' | 'may not' }): SettingFinding[] {
  const { repository } = place;
  const url = pageOf(place, 'settings/actions');
  return [
    judged(repository.workflowToken, { code: 'G-workflow-token', place, url }, ({ access }) =>
      access === 'read'
        ? good('G-workflow-token', repository, { message: 'The token of workflows may only read by default.', url })
        : bad('G-workflow-token', repository, { message: 'The token of every workflow may write by default.', url }),
    ),
    judged(repository.workflowToken, { code: 'G-workflow-pull-requests', place, url }, ({ mayOpenPullRequests }) => {
      const allowed = mayOpenPullRequests ? 'may' : 'may not';
      const message = `Workflows ${allowed} open and approve pull requests.`;
      if (allowed === opensPullRequests) return good('G-workflow-pull-requests', repository, { message, url });
      return bad('G-workflow-pull-requests', repository, { message, url });
    }),
    approvalFinding(place, url),
    judged(repository.actions, { code: 'G-actions', place, url }, ({ allowed, pinned }) => {
      if (allowed === 'local_only') {
        const message = 'Only actions of the same owner are allowed: those of GitHub, which the workflows use, are not.';
        return bad('G-actions', repository, { message, url });
      }
      if (allowed === 'all') return doubtful('G-actions', repository, { message: 'Every action of everybody is allowed.', url });
      const message = pinned ? 'Only named actions run, by commit.' : 'Only named actions run, but by tag or branch as well.';
      return (pinned ? good : doubtful)('G-actions', repository, { message, url });
    }),
  ];
}

function approvalFinding(place: Place, url: string): SettingFinding {
  const { repository } = place;
  if (!repository.isPublic) {
    return good('G-approval', repository, { message: 'The repository is private: strangers have no pull requests here.', url });
  }
  return judged(repository.approval, { code: 'G-approval', place, url }, (policy) => {
    if (policy === 'all_external_contributors') {
      return good('G-approval', repository, { message: 'Workflows that outside contributors change wait for approval.', url });
    }
    const message =
      'Workflows that an outside contributor changes run without approval, once a pull request of theirs was merged or sooner.';
    return bad('G-approval', repository, { message, url });
  });
}
