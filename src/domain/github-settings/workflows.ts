import { isCommit, type Pin, pinsIn, withoutPins } from '../templates/pins.ts';
import { fill, type Template, type TemplateValues, valuesIn, valuesNeeded } from '../templates/placeholders.ts';
import { bad, doubtful, good, type Place, pageOf, type SettingFinding, unknown } from './finding.ts';

const WORKFLOWS = '.github/workflows/';

/** Full names of the two repositories that belong together. */
export type Pair = { submissions: string; results: string };

/** Whether the workflows of a repository are those of the template, pinned, and about these two repositories. */
export function workflowFindings(place: Place, template: Template, pair: Pair): SettingFinding[] {
  const { repository } = place;
  const fact = repository.workflows;
  const wanted = [...template].filter(([path]) => path.startsWith(WORKFLOWS));
  if (!fact.known) {
    const url = pageOf(place, 'actions');
    const codes = ['G-workflow-missing', 'G-workflow-pin', 'G-workflow-differs', 'G-workflow-repositories', 'G-workflow-foreign'] as const;
    return codes.map((code) => unknown(code, repository, { why: fact.why, url }));
  }
  const values = valuesIn(fact.value, template);
  const ofTemplate = wanted.flatMap(([path, text]) => ofTemplateFindings(place, { path, text, present: fact.value.get(path), values }));
  const foreign = [...fact.value].filter(([path]) => !template.has(path));
  return [
    ...ofTemplate,
    repositoriesFinding(place, values, pair),
    ...[...fact.value].map(([path, text]) => pinFinding(place, { path, text, template })),
    ...foreign.map(([path]) => foreignFinding(place, path)),
  ];
}

function repositoriesFinding(place: Place, values: TemplateValues, pair: Pair): SettingFinding {
  const url = pageOf(place, `tree/${place.repository.defaultBranch}/${WORKFLOWS}`);
  for (const name of ['submissions', 'results'] as const) {
    const named = values[name];
    if (named === undefined || named.toLowerCase() === pair[name].toLowerCase()) continue;
    const message = `The workflows name ${named}, and the ${name} repository here is ${pair[name]}.`;
    return bad('G-workflow-repositories', place.repository, { message, url });
  }
  return good('G-workflow-repositories', place.repository, { message: 'The workflows name these two repositories.', url });
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

function pinFinding(place: Place, { path, text, template }: { path: string; text: string; template: Template }): SettingFinding {
  const url = pageOf(place, `blob/${place.repository.defaultBranch}/${path}`);
  const tell = (message: string) => bad('G-workflow-pin', place.repository, { message, url });
  const pins = pinsIn(text);
  if (pins === null) return tell(`${path} is no YAML, so that nobody can tell what it uses.`);
  const loose = pins.filter((pin) => !isCommit(pin)).map(nameOf);
  if (loose.length > 0) return tell(`${path} uses ${loose.join(', ')}, which can be moved.`);
  const known = (pinsIn(template.get(path) ?? '') ?? []).filter(isCommit);
  const exchanged = pins.filter((pin) => known.some((one) => isSaidToBe(pin, one) && one.ref !== pin.ref)).map(nameOf);
  if (exchanged.length === 0) return good('G-workflow-pin', place.repository, { message: `${path} uses commits alone.`, url });
  return tell(`${path} uses ${exchanged.join(', ')}, which is not the commit of the version beside it.`);
}

const nameOf = ({ action, ref }: Pin): string => (ref === '' ? action : `${action}@${ref}`);

const isSaidToBe = (pin: Pin, other: Pin): boolean => pin.action === other.action && pin.comment === other.comment;

const foreignFinding = (place: Place, path: string): SettingFinding =>
  doubtful('G-workflow-foreign', place.repository, {
    message: `${path} is no workflow of the template.`,
    url: pageOf(place, `blob/${place.repository.defaultBranch}/${path}`),
  });
