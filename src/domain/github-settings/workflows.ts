import { isCommit, pinsIn, withoutPins } from '../templates/pins.ts';
import { fill, type Template, type TemplateValues, valuesIn, valuesNeeded } from '../templates/placeholders.ts';
import { bad, doubtful, good, type Place, pageOf, type SettingFinding, unknown } from './finding.ts';

const WORKFLOWS = '.github/workflows/';

/** Whether the workflows of a repository are those of the template, and pinned. */
export function workflowFindings(place: Place, template: Template): SettingFinding[] {
  const { repository } = place;
  const fact = repository.workflows;
  const wanted = [...template].filter(([path]) => path.startsWith(WORKFLOWS));
  if (!fact.known) {
    const url = pageOf(place, 'actions');
    return (['G-workflow-missing', 'G-workflow-pin', 'G-workflow-differs', 'G-workflow-foreign'] as const).map((code) =>
      unknown(code, repository, { why: fact.why, url }),
    );
  }
  const values = valuesIn(fact.value, template);
  const ofTemplate = wanted.flatMap(([path, text]) => ofTemplateFindings(place, { path, text, present: fact.value.get(path), values }));
  const foreign = [...fact.value].filter(([path]) => !template.has(path));
  return [
    ...ofTemplate,
    ...[...fact.value].map(([path, text]) => pinFinding(place, path, text)),
    ...foreign.map(([path]) => foreignFinding(place, path)),
  ];
}

/** The release that a repository is pinned to, as its workflows say; null where none does. */
export function releaseOf(place: Place, template: Template): { release: string; version: string } | null {
  const fact = place.repository.workflows;
  const { release, version } = fact.known ? valuesIn(fact.value, template) : {};
  return release === undefined || version === undefined ? null : { release, version };
}

/** Whether both repositories are pinned to one release; nothing is said where one of them is not known. */
export function releaseFinding(place: Place, releases: readonly ReturnType<typeof releaseOf>[]): SettingFinding[] {
  const [one, other] = releases;
  if (one == null || other == null) return [];
  const url = pageOf(place, 'actions');
  const message = `The submissions repository is pinned to ${one.version}, the results repository to ${other.version}.`;
  return [
    one.release === other.release
      ? good('G-release', place.repository, { message, url })
      : doubtful('G-release', place.repository, { message, url }),
  ];
}

type Compared = { path: string; text: string; present: string | undefined; values: TemplateValues };

function ofTemplateFindings(place: Place, { path, text, present, values }: Compared): SettingFinding[] {
  const url = pageOf(place, `blob/${place.repository.defaultBranch}/${path}`);
  if (present === undefined) return [bad('G-workflow-missing', place.repository, { message: `${path} is missing.`, url })];
  const missing = valuesNeeded(new Map([[path, text]])).filter((name) => values[name] === undefined);
  const same = missing.length === 0 && withoutPins(fill(text, values)) === withoutPins(present.replaceAll('\r\n', '\n'));
  if (same) return [good('G-workflow-differs', place.repository, { message: `${path} is the template's.`, url })];
  return [doubtful('G-workflow-differs', place.repository, { message: `${path} says something else than this program's template.`, url })];
}

function pinFinding(place: Place, path: string, text: string): SettingFinding {
  const url = pageOf(place, `blob/${place.repository.defaultBranch}/${path}`);
  const loose = pinsIn(text).filter((pin) => !isCommit(pin));
  const named = loose.map(({ action, ref }) => `${action}@${ref}`).join(', ');
  if (loose.length > 0) return bad('G-workflow-pin', place.repository, { message: `${path} uses ${named}, which can be moved.`, url });
  return good('G-workflow-pin', place.repository, { message: `${path} uses commits alone.`, url });
}

const foreignFinding = (place: Place, path: string): SettingFinding =>
  doubtful('G-workflow-foreign', place.repository, {
    message: `${path} is no workflow of the template.`,
    url: pageOf(place, `blob/${place.repository.defaultBranch}/${path}`),
  });
