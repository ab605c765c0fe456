import { internalFault } from '../errors.ts';

/** The two repositories that there are templates for. */
export const TEMPLATE_KINDS = ['submissions', 'results'] as const;

export type TemplateKind = (typeof TEMPLATE_KINDS)[number];

/** A template's files by path, with forward slashes. */
export type Template = ReadonlyMap<string, string>;

/** Words in templates, and what stands in their place. */
const PLACEHOLDERS = {
  /** OWNER/NAME of this program's repository. */
  action: 'ACTION_REPOSITORY',
  /** The 40 digits of the release's commit. */
  release: 'RELEASE_SHA',
  /** The release's tag, as in v1.2.3. */
  version: 'RELEASE_VERSION',
  /** OWNER/NAME of the results repository. */
  results: 'RESULTS_REPOSITORY',
  /** OWNER/NAME of the submissions repository. */
  submissions: 'SUBMISSIONS_REPOSITORY',
} as const;

/** What stands in a template for this program's repository. */
export const ACTION_PLACEHOLDER = PLACEHOLDERS.action;

export type TemplateValue = keyof typeof PLACEHOLDERS;

/** What is filled into a template. */
export type TemplateValues = Partial<Record<TemplateValue, string>>;

const NAMES = Object.keys(PLACEHOLDERS) as TemplateValue[];

const nameOf = (word: string): TemplateValue => NAMES.find((name) => PLACEHOLDERS[name] === word) as TemplateValue;

const WORDS = new RegExp(`\\b(?:${Object.values(PLACEHOLDERS).join('|')})\\b`, 'g');

/** How a value looks in a filled file. */
const FORMS: Readonly<Record<TemplateValue, string>> = {
  action: '[\\w.-]+/[\\w.-]+',
  release: '[0-9a-f]{40}',
  version: 'v\\d[\\w.+-]*',
  results: '[\\w.-]+/[\\w.-]+',
  submissions: '[\\w.-]+/[\\w.-]+',
};

/** The values that a template asks for. */
export function valuesNeeded(template: Template): TemplateValue[] {
  const all = [...template.values()].join('\n');
  return NAMES.filter((name) => all.includes(PLACEHOLDERS[name]));
}

/** A template's text with its values. */
export function fill(text: string, values: TemplateValues): string {
  return text.replace(WORDS, (word) => {
    const value = values[nameOf(word)];
    if (value === undefined) throw internalFault(`The template asks for ${word}, and nothing is given for it.`, { code: 'template-value' });
    return value;
  });
}

/** The values that a repository's files were filled with: of each, the first that a line of the template finds again. */
export function valuesIn(files: Template, template: Template): TemplateValues {
  const values: TemplateValues = {};
  for (const [path, text] of template) {
    const lines = files.get(path)?.split(/\r?\n/) ?? [];
    for (const line of text.split('\n').filter((line) => line.search(WORDS) >= 0)) {
      const { form, names } = formOf(line);
      const match = lines.map((present) => form.exec(present)).find((found) => found !== null);
      if (match === undefined) continue;
      for (const [index, name] of names.entries()) values[name] ??= match[index + 1] as string;
    }
  }
  return values;
}

/** A text as an expression that finds it. */
export const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');

/** A line of a template as an expression that finds it filled, and what its groups are. */
function formOf(line: string): { form: RegExp; names: TemplateValue[] } {
  const names: TemplateValue[] = [];
  const source = line.split(WORDS).map((part) => literally(part));
  const words = line.match(WORDS) ?? [];
  const parts = words.map((word, index) => {
    names.push(nameOf(word));
    return `${source[index]}(${FORMS[nameOf(word)]})`;
  });
  return { form: new RegExp(`^${parts.join('')}${source.at(-1)}$`), names };
}
